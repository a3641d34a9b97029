"""Pictures are made ready aside: read, decoded and scaled while the window goes on. No Kivy."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

REDUCING_GAP = 3.0
"""A picture much too large is first halved: as good to the eye, and several times as quick."""


@dataclass(frozen=True, slots=True)
class Order:
    """A picture, as large as it fits into a room, in pixels."""

    asset: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Print:
    """A picture that is ready: rows from top to bottom, four bytes to a pixel (RGBA)."""

    order: Order
    size: tuple[int, int]
    pixels: bytes


Deliver = Callable[[Order, Print | None], None]
"""Takes a print, or nothing where none can be made; on the darkroom's thread."""


class Darkroom:
    """Makes one print after the other, on a thread of its own."""

    def __init__(self, file: Callable[[str], Path]) -> None:
        """`file` tells where the file of an asset is."""
        self._file = file
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="darkroom")

    def order(self, order: Order, deliver: Deliver) -> None:
        """Have a print made; returns at once."""
        self._thread.submit(lambda: deliver(order, self._made(order)))

    def close(self) -> None:
        """Make no more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _made(self, order: Order) -> Print | None:
        try:
            with Image.open(self._file(order.asset)) as picture:
                return _printed(picture, order)
        except Exception:  # noqa: BLE001  # decoders raise whatever they like; each says it is no good
            return None


def contained(picture: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """Return the largest size of a picture that lies whole in a room, in pixels."""
    share = min(room[0] / picture[0], room[1] / picture[1])
    return max(1, round(picture[0] * share)), max(1, round(picture[1] * share))


def _printed(picture: Image.Image, order: Order) -> Print:
    size = contained(picture.size, (order.width, order.height))
    picture.draft("RGB", size)
    scaled = picture.convert("RGBA").resize(
        size, Image.Resampling.LANCZOS, reducing_gap=REDUCING_GAP
    )
    return Print(order, size, scaled.tobytes())
