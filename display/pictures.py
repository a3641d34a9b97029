"""Sends the controller pictures of the screen's glass, when it asks and the settings allow it."""

import urllib.request
from collections.abc import Callable
from threading import Thread

import structlog

from display.picture_file import Pixels, jpeg_of
from wire.messages import LARGEST_PICTURE, NoPicture, PictureRefused, PictureWanted

BETWEEN = 5.0
"""Seconds from one picture to the next at least, whatever a controller wants."""

PATIENCE = 5.0
"""Seconds that the controller gets to take it."""

Send = Callable[[str, bytes], None]
"""Brings a wish's picture to the controller. Raises `OSError`."""


class Pictures:
    """`want` is called by the program's loop, and returns at once."""

    def __init__(
        self,
        read: Callable[[Callable[[Pixels], None]], None],
        send: Send,
        refuse: Callable[[PictureRefused], None],
        *,
        is_allowed: bool,
    ) -> None:
        """`read` gives the next frame, in the program's loop; `refuse` tells the controller."""
        self._read, self._send, self._refuse = read, send, refuse
        self._is_allowed = is_allowed
        self._last: float | None = None

    def want(self, wanted: PictureWanted, moment: float) -> None:
        """Send a picture, or say why there is none."""
        why = self._why_not(moment)
        if why is not None:
            self._refuse(PictureRefused(wanted.wish, why))
            return
        self._last = moment
        self._read(lambda frame: self._start(wanted.wish, frame))

    def _why_not(self, moment: float) -> NoPicture | None:
        if not self._is_allowed:
            return "not_allowed"
        is_early = self._last is not None and moment - self._last < BETWEEN
        return "too_soon" if is_early else None

    def _start(self, wish: str, frame: Pixels) -> None:
        """Work in a thread: the next frames must not wait."""
        Thread(target=self._work, args=(wish, frame), name="picture", daemon=True).start()

    def _work(self, wish: str, frame: Pixels) -> None:
        try:
            self._send(wish, jpeg_of(frame, LARGEST_PICTURE))
        except (OSError, ValueError) as error:
            structlog.get_logger("display").error("no_picture", why=str(error))
            self._refuse(PictureRefused(wish, "failed"))


def sender(controller: str, token: str) -> Send:
    """Return what brings pictures to that controller, with the right of this screen's token."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def send(wish: str, data: bytes) -> None:
        told = urllib.request.Request(  # noqa: S310 - the controller's own address
            f"{controller}/signage/pictures/{wish}",
            data,
            {"Authorization": f"Bearer {token}", "Content-Type": "image/jpeg"},
        )
        with opener.open(told, timeout=PATIENCE):
            pass

    return send
