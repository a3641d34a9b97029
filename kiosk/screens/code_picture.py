"""A code to be scanned from the screen."""

from kivy.graphics.texture import Texture
from kivy.uix.image import Image

from kiosk.qr import Correction, qr_picture

WIDEST = 10_000


def code_picture(text: str, side: int, correction: Correction = "low") -> Image:
    """Return the code in a square of so many pixels, its white edge included."""
    picture = qr_picture(text, 8, WIDEST, correction).convert("L")
    texture = Texture.create(size=picture.size, colorfmt="luminance")
    texture.blit_buffer(picture.tobytes(), colorfmt="luminance", bufferfmt="ubyte")
    texture.flip_vertical()
    texture.mag_filter = "nearest"
    return Image(texture=texture, size_hint=(1, 1), width=side, fit_mode="contain")
