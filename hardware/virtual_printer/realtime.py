"""Finds the commands that a printer obeys the moment they arrive, wherever they stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskStatus:
    """`DLE EOT n`: 1 to 4, or Custom's 20."""

    question: int


@dataclass(frozen=True, slots=True)
class Recover:
    """`DLE ENQ n`: 1 goes on with the line that failed, 2 throws the buffer away."""

    way: int


class RealTimeScanner:
    """Watches the bytes as they come in, also in the middle of pictures."""

    def __init__(self) -> None:
        self._last = b""

    def feed(self, data: bytes) -> list[AskStatus | Recover]:
        """Return the commands that these bytes complete."""
        seen = self._last + data
        self._last = seen[-2:]
        found = (_command(seen[place : place + 3]) for place in _starts(seen))
        return [command for command in found if command is not None]


def _starts(seen: bytes) -> list[int]:
    places = []
    place = seen.find(b"\x10")
    while place >= 0:
        places.append(place)
        place = seen.find(b"\x10", place + 1)
    return places


def _command(three: bytes) -> AskStatus | Recover | None:
    match tuple(three):
        case 0x10, 0x04, (1 | 2 | 3 | 4 | 20) as question:
            return AskStatus(question)
        case 0x10, 0x05, (1 | 2) as way:
            return Recover(way)
    return None
