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


def code_row(look: Look, texts: tuple[str, ...]) -> Row:
    """Return codes side by side, as large as the room that they have."""
    row = Row(look)
    for text in texts:
        row.add_widget(Image(texture=code_texture(text, "low"), fit_mode="contain"))
    return row
