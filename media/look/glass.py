"""What is really on the glass: the pixels that the graphics card is about to show.

Import it after `media.look.window.prepare`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kivy.core.window import Window
from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glReadPixels


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: four bytes a pixel, red, green, blue and what does not count, lowest row first."""

    width: int
    height: int
    pixels: bytes


def read_frame(take: Callable[[Frame], None]) -> None:
    """Have the next frame drawn anew, and give it to `take` before it is shown."""

    def read(*_: object) -> bool:
        Window.unbind(on_flip=read)
        width, height = (int(side) for side in Window.system_size)
        take(Frame(width, height, glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE)))
        return False  # the frame is shown all the same

    Window.bind(on_flip=read)
    Window.canvas.ask_update()
