"""What is said in a film, as text at its moments (WebVTT, W3C)."""

import re
from dataclasses import dataclass
from html import unescape

_TIMES = re.compile(r"(?:(\d+):)?(\d\d):(\d\d\.\d{3})\s+-->\s+(?:(\d+):)?(\d\d):(\d\d\.\d{3})")
_TAG = re.compile(r"<[^>]*>")
MOST_CUES = 5000


@dataclass(frozen=True, slots=True)
class Cue:
    """Something said, from `start` to `end`, in seconds of the film."""

    start: float
    end: float
    text: str


def cues_of(text: str) -> tuple[Cue, ...]:
    """Return the cues of a file, in their order; what is not a cue is passed over."""
    blocks = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    found = (_cue(block.split("\n")) for block in blocks)
    return tuple(each for each in found if each is not None)[:MOST_CUES]


def said_at(cues: tuple[Cue, ...], position: float) -> str:
    """Return what is said at a moment of the film; nothing while nobody speaks."""
    return "\n".join(each.text for each in cues if each.start <= position < each.end)


def _cue(lines: list[str]) -> Cue | None:
    for place, line in enumerate(lines):
        times = _TIMES.search(line)
        if times is None:
            continue
        text = "\n".join(lines[place + 1 :]).strip()
        start, end = _seconds(*times.group(1, 2, 3)), _seconds(*times.group(4, 5, 6))
        return Cue(start, end, unescape(_TAG.sub("", text))) if text else None
    return None


def _seconds(hours: str | None, minutes: str, seconds: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)
