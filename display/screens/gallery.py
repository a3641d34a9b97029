"""The pictures that the stage shows: ordered aside, and kept as textures for their next turn."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from kivy.clock import Clock
from kivy.graphics.texture import Texture

from display.darkroom import Darkroom, Order, Print

MOST_KEPT = 6
"""Pictures as large as the stage; each takes some megabytes of the graphics chip's memory."""

Hang = Callable[[Texture | None], None]
"""Takes the picture's texture; nothing where none can be made."""


class Gallery:
    """Hands out pictures as textures. For the window's thread."""

    def __init__(self, darkroom: Darkroom) -> None:
        self._darkroom = darkroom
        self._kept: OrderedDict[Order, Texture] = OrderedDict()

    def picture(self, order: Order, hang: Hang) -> None:
        """Give the picture at once where it is here, or else as soon as it is ready."""
        texture = self._kept.get(order)
        if texture is not None:
            self._kept.move_to_end(order)
            hang(texture)
            return
        self._darkroom.order(
            order, lambda _, made: Clock.schedule_once(partial(self._deliver, made, hang))
        )

    def close(self) -> None:
        """Order no more."""
        self._darkroom.close()

    def _deliver(self, made: Print | None, hang: Hang, _seconds: float) -> None:
        if made is None:
            hang(None)
            return
        texture = self._kept[made.order] = _texture(made)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        hang(texture)


def _texture(made: Print) -> Texture:
    texture = Texture.create(size=made.size, colorfmt="rgba")
    texture.blit_buffer(made.pixels, colorfmt="rgba", bufferfmt="ubyte")
    texture.flip_vertical()  # Kivy counts rows from the bottom
    return texture
