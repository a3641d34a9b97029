"""What can be touched now, written down for demonstrations and tests that touch the glass."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from media.durable import write_atomically
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place in the window, in pixels from its top left corner."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class TouchMap:
    """A screen, and where its targets are."""

    screen: str
    """A page's name (`kiosk.page`), or `still_there`."""

    language: Language | None
    turn: int
    """Counts the screens shown since the start, so that a reader sees a change."""

    targets: Mapping[str, Rectangle]
    ticket: str | None = None
    """The number on the screen."""

    is_printed: bool | None = None
    """Whether the paper of this screen came out; nothing while that is not known."""

    def write(self, path: Path) -> None:
        """Put it at the path as JSON, in place of the one before."""
        data = asdict(self)
        write_atomically(path, json.dumps(data, ensure_ascii=False, indent=1).encode())
