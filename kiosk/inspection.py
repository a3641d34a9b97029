"""What stands on the screen now, written down for the audit: it measures what others claim."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.touch_map import Rectangle
from media.durable import write_atomically
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class TextSeen:
    """A text as it is drawn."""

    text: str
    place: Rectangle
    size_px: float
    """Its font size."""

    is_whole: bool
    """Whether it fits its box; else it is cut, or smaller than may be."""

    is_spoken: bool
    """Whether it is said, or what stands for it."""

    is_disabled: bool = False
    """Whether it is on a button that does nothing now: WCAG asks no contrast of it."""


@dataclass(frozen=True, slots=True)
class ControlSeen:
    """What can be touched."""

    target: str
    place: Rectangle
    said: str
    """What is said of it; empty when nothing is."""

    is_button: bool = True
    """Not what is one target from edge to edge."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """One screen."""

    screen: str
    language: Language | None
    turn: int
    is_low: bool
    controls: tuple[ControlSeen, ...]
    texts: tuple[TextSeen, ...]

    def write(self, path: Path) -> None:
        """Put it at the path as JSON, in place of the one before."""
        write_atomically(path, json.dumps(asdict(self), ensure_ascii=False).encode())
