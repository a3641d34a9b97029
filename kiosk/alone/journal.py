"""The kiosk's own journal: each ticket on disk, and sealed, before anybody sees it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import structlog

from kiosk.alone.line_file import LineFile
from wire.codec import BadMessage, decode, encode
from wire.messages import MOST_LINES, SEAL_LENGTH, HandOver, OwnTicket, SealedLine, TakenIn
from wire.seal import sealed

TICKETS, ANSWERS = ".tickets", ".answers"
"""How the names of a day's two files end: what was issued, and what the controller said to it."""

TAKEN_IN = "taken_in"
UNREADABLE = "?"
"""Stands for the number of a damaged line."""

GLIMPSE = 200
"""Characters of a damaged line that are handed over: it is refused, whatever the others say."""


@dataclass(frozen=True, slots=True)
class Written:
    """A line of the journal, and the ticket that it holds; none where it was damaged."""

    line: SealedLine
    ticket: OwnTicket | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the controller said to a line, and on which of the hall's days."""

    on: date
    ticket: str
    said: str
    """`taken_in`, or the code of a refusal."""


class OwnJournal:
    """What the kiosk issued alone on one day.

    A kiosk that is ended in the middle of a line never showed its ticket: the rest of the line
    is dropped. Lines are answered in their order; an answer that is lost is given again.
    """

    def __init__(self, folder: Path, day: date) -> None:
        """Read the day's files, if there are any. Raises `OSError`."""
        self._tickets = LineFile(folder / f"{day.isoformat()}{TICKETS}")
        self._said = LineFile(folder / f"{day.isoformat()}{ANSWERS}")
        self.day = day
        self.written = [_written(line) for line in self._tickets.lines]
        self.answers = list(_answers(self._said.lines))
        if len(self.answers) < len(self._said.lines):
            self._said.cut(len(self.answers))

    @property
    def tickets(self) -> tuple[OwnTicket, ...]:
        """What was issued, in order."""
        return tuple(each.ticket for each in self.written if each.ticket is not None)

    @property
    def refused(self) -> tuple[Answer, ...]:
        """What the hall could not take in."""
        return tuple(answer for answer in self.answers if answer.said != TAKEN_IN)

    @property
    def taken_in(self) -> tuple[OwnTicket, ...]:
        """What the hall has taken in."""
        answered = zip(self.written, self.answers, strict=False)
        return tuple(
            written.ticket
            for written, answer in answered
            if written.ticket is not None and answer.said == TAKEN_IN
        )

    def write(self, ticket: OwnTicket, key: str) -> None:
        """Put the ticket on disk: it is there when this returns. Raises `OSError`."""
        before = self.written[-1].line.seal if self.written else ""
        text = json.dumps(encode(ticket), ensure_ascii=False)
        line = SealedLine(text, sealed(key, before, text))
        self._tickets.add(f"{line.seal} {line.text}")
        self.written.append(Written(line, ticket))

    def to_hand_over(self) -> HandOver | None:
        """Return the next lines without an answer; nothing when each has its own."""
        first = len(self.answers)
        lines = tuple(each.line for each in self.written[first : first + MOST_LINES])
        if not lines:
            return None
        before = self.written[first - 1].line.seal if first else ""
        return HandOver(self.day, before, lines)

    def answer(self, said: Iterable[TakenIn], on: date) -> None:
        """Note what the controller said to the next lines. Raises `OSError`."""
        answers = [Answer(on, each.ticket or UNREADABLE, each.refused or TAKEN_IN) for each in said]
        self._said.add(*(f"{each.on.isoformat()} {each.ticket} {each.said}" for each in answers))
        self.answers += answers

    def ask_again(self) -> None:
        """Forget what the controller said: it has forgotten it, or changed it. Raises `OSError`."""
        self._said.cut(0)
        self.answers.clear()


def days_in(folder: Path) -> list[date]:
    """Return the days on which something was issued, the earliest first."""
    names = (path.name.removesuffix(TICKETS) for path in folder.glob(f"????-??-??{TICKETS}"))
    return sorted(map(date.fromisoformat, names))


def forget(folder: Path, day: date) -> None:
    """Remove a day's files. Raises `OSError`."""
    for end in (TICKETS, ANSWERS):
        (folder / f"{day.isoformat()}{end}").unlink(missing_ok=True)


def _written(line: str) -> Written:
    seal, _, text = line.partition(" ")
    try:
        ticket = decode(OwnTicket, json.loads(text))
    except (BadMessage, ValueError, RecursionError):
        structlog.get_logger().error("line_damaged", line=line)
        return Written(SealedLine(text[:GLIMPSE], seal[:SEAL_LENGTH]), None)
    return Written(SealedLine(text, seal[:SEAL_LENGTH]), ticket)


def _answers(lines: Iterable[str]) -> Iterator[Answer]:
    """Give the answers up to one that is damaged: from there on the controller is asked again."""
    for line in lines:
        try:
            on, ticket, said = line.encode("ascii").decode().split(" ")
            yield Answer(date.fromisoformat(on), ticket, said)
        except ValueError:
            structlog.get_logger().error("answer_damaged", line=line)
            return
