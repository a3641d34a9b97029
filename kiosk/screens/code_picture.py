"""A code to be scanned from the screen."""

from kivy.graphics.texture import Texture
from kivy.uix.image import Image

from kiosk.qr import Correction, qr_picture
from media.look.look import Look
from media.look.widgets import Row

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


class CodeRow(Row):
    """Codes side by side, as large as the room that they have."""

    def __init__(self, look: Look, texts: tuple[str, ...]) -> None:
        super().__init__(look)
        for text in texts:
            self.add_widget(Image(texture=code_texture(text, "low"), fit_mode="contain"))

    def needed_height(self, width: float) -> float:
        """Return that of squares: a code is as high as wide."""
        count = len(self.children)
        return (width - float(self.spacing) * (count - 1)) / count
