"""A code to be scanned from the screen."""

from kivy.graphics.texture import Texture
from kivy.uix.image import Image

from kiosk.qr import Correction, qr_picture

WIDEST = 10_000


def code_picture(text: str, side: int, correction: Correction = "low") -> Image:
    """Return the code in a square of so many pixels, its white edge included."""
    return Image(texture=code_texture(text, correction), width=side, fit_mode="contain")


def code_texture(text: str, correction: Correction) -> Texture:
    """Return the code's picture, its white edge included."""
    picture = qr_picture(text, 8, WIDEST, correction).convert("L")
    texture = Texture.create(size=picture.size, colorfmt="luminance")
    texture.blit_buffer(picture.tobytes(), colorfmt="luminance", bufferfmt="ubyte")
    texture.flip_vertical()
    texture.mag_filter = "nearest"
    return texture


class CodePicture(Image):
    """A code as large as the room that it has."""

    def __init__(self, text: str) -> None:
        super().__init__(texture=code_texture(text, "low"), fit_mode="contain")

    def needed_height(self, width: float) -> float:
        """Return a square's: a code is as high as wide."""
        return width
