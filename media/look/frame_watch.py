"""Tells the service manager that frames reach the glass: a frozen program says nothing.

Import it after `media.look.window.prepare`.
"""

from kivy.core.window import Window

from media.look.service import ALIVE, READY, Tell

SHARE = 1 / 3
"""From one frame that is asked for to the next, in the time that the service manager waits."""


class FrameWatch:
    """Says `READY` with the first frame, and `ALIVE` with one that was asked for since.

    A still screen draws no frames, so `ask` has one drawn. It is heard of only once the
    driver has shown it.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._is_ready, self._is_asked = False, False

    def start(self) -> None:
        """Look at the frames from now on."""
        Window.bind(on_flip=self._flipped)

    def stop(self) -> None:
        """Look at them no more. May be called twice."""
        Window.unbind(on_flip=self._flipped)

    def ask(self) -> None:
        """Have a frame drawn, also when nothing has changed."""
        self._is_asked = True
        Window.canvas.ask_update()

    def _flipped(self, *_: object) -> None:
        if not self._is_ready:
            self._is_ready = True
            self._tell(READY)
        if self._is_asked:
            self._is_asked = False
            self._tell(ALIVE)
