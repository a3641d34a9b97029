"""The kiosk's own journal: each ticket on disk, and sealed, before anybody sees it."""

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import structlog

from wire.codec import BadMessage, decode, encode
from wire.messages import MOST_LINES, HandOver, OwnTicket, SealedLine, TakenIn
from wire.seal import sealed

TICKETS, ANSWERS = ".tickets", ".answers"
"""How the names of a day's two files end: what was issued, and what the controller said to it."""


@dataclass(frozen=True, slots=True)
class Written:
    """A line of the journal, and the ticket that it holds; none where it was damaged."""

    line: SealedLine
    ticket: OwnTicket | None


class OwnJournal:
    """What the kiosk issued alone on one day.

    A kiosk that is ended in the middle of a line never showed its ticket: the rest of the line
    is dropped. Lines are answered in their order; an answer that is lost is given again.
    """

    def __init__(self, folder: Path, day: date) -> None:
        """Read the day's files, if there are any. Raises `OSError`."""
        self._tickets = folder / f"{day.isoformat()}{TICKETS}"
        self._answers = folder / f"{day.isoformat()}{ANSWERS}"
        self.day = day
        self.written = [_written(line) for line in _whole_lines(self._tickets)]
        self.answered = len(_whole_lines(self._answers))
        """How many lines have their answer."""

    @property
    def tickets(self) -> tuple[OwnTicket, ...]:
        """What was issued, in order."""
        return tuple(each.ticket for each in self.written if each.ticket is not None)

    def write(self, ticket: OwnTicket, key: str) -> None:
        """Put the ticket on disk: it is there when this returns. Raises `OSError`."""
        before = self.written[-1].line.seal if self.written else ""
        text = json.dumps(encode(ticket), ensure_ascii=False)
        line = SealedLine(text, sealed(key, before, text))
        _append(self._tickets, f"{line.seal} {line.text}")
        self.written.append(Written(line, ticket))

    def to_hand_over(self) -> HandOver | None:
        """Return the next lines without an answer; nothing when each has its own."""
        first = self.answered
        lines = tuple(each.line for each in self.written[first : first + MOST_LINES])
        if not lines:
            return None
        before = self.written[first - 1].line.seal if first else ""
        return HandOver(self.day, before, lines)

    def answer(self, taken: TakenIn) -> None:
        """Note what the controller said to the next line. Raises `OSError`."""
        _append(self._answers, f"{taken.ticket or '?'} {taken.refused or 'taken_in'}")
        self.answered += 1


def days_in(folder: Path) -> list[date]:
    """Return the days on which something was issued, the earliest first."""
    names = (path.name.removesuffix(TICKETS) for path in folder.glob(f"????-??-??{TICKETS}"))
    return sorted(map(date.fromisoformat, names))


def forget(folder: Path, day: date) -> None:
    """Remove a day's files. Raises `OSError`."""
    for end in (TICKETS, ANSWERS):
        (folder / f"{day.isoformat()}{end}").unlink(missing_ok=True)


def _whole_lines(path: Path) -> list[str]:
    """Return the file's lines; what stands behind the last end of a line is cut off."""
    if not path.exists():
        return []
    whole, end, torn = path.read_bytes().rpartition(b"\n")
    if torn:
        structlog.get_logger().warning("line_torn", path=str(path), dropped=len(torn))
        os.truncate(path, len(whole) + len(end))
    return whole.decode(errors="replace").split("\n") if end else []


def _written(line: str) -> Written:
    seal, _, text = line.partition(" ")
    try:
        ticket = decode(OwnTicket, json.loads(text))
    except (BadMessage, ValueError):
        structlog.get_logger().error("line_damaged", line=line)
        ticket = None
    return Written(SealedLine(text, seal), ticket)


def _append(path: Path, line: str) -> None:
    """Write the line, and wait until it is on the disk; all of it or nothing."""
    is_new = not path.exists()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("ab") as file:
        length = file.tell()
        try:
            file.write(f"{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            os.truncate(path, length)
            raise
    if is_new:
        _keep_entry(path.parent)


def _keep_entry(folder: Path) -> None:
    """Let the folder itself know of its new file after a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
