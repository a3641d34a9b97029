"""What an auditor asks of the journal, answered in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from controller.reception import JournalError
from controller.store.chain import Break, Why
from controller.store.engine import told
from controller.store.journal import SqlJournal
from controller.store.late import late_days
from controller.store.projection import Difference, differences
from controller.store.seals import (
    Mark,
    Proof,
    between,
    marked,
    prove,
    size,
    stray,
    tip,
    whole,
    written_since,
)
from media.texts import msgid
from nouba.terminal import Terminal

Sentence = tuple[str, Mapping[str, str | int]]
"""A text of the catalogues, and its values."""

BROKEN: Mapping[Why, str] = MappingProxyType(
    {
        "missing": msgid("{day}, fact {seq}: what was written before it is missing."),
        "changed": msgid(
            "{day}, fact {seq}: it does not follow from what was written before it; one of the "
            "two was changed afterwards."
        ),
        "undated": msgid(
            "Fact {seq} of no day: what stands there as its day is none; it was changed afterwards."
        ),
        "unsealed": msgid("{day}, fact {seq}: its seal was taken away."),
        "closed": msgid(
            "{day}, fact {seq}: it was written after the hall had closed for the day, and nobody "
            "had opened the day again. It was put in afterwards."
        ),
        "earlier": msgid(
            "{day}, fact {seq}: it happened before what was written before it. It was put in "
            "afterwards."
        ),
    }
)

LATE = msgid(
    "{day}, fact {seq}: it was written when a later day had begun. A clock was wrong, or it was "
    "put in afterwards: nothing proves which."
)
CLOSED_LATE = msgid(
    "{day}: nobody had closed it. It was closed late, on {later} after {time}: fact {seq} and what "
    "follows are that closing alone."
)
LATE_DAY = msgid("{day}: something of it was written when a later day had begun.")

MOST = 20
"""Lines about one matter; the rest is counted."""


@dataclass(slots=True)
class Auditor:
    """Looks into one hall's journal, and prints what is proved and what is not."""

    engine: Engine
    hall: str
    terminal: Terminal
    is_content: bool = field(default=True, init=False)
    """Whether all that was asked is proved."""

    is_at_the_end: bool = field(default=True, init=False)
    """Whether nothing was written on its day after the seal that was asked for."""

    _accused: list[Sentence] = field(default_factory=list, init=False)
    """What was told already: a day is looked at once more with the whole chain."""

    def day(self, day: date) -> None:
        """Tell whether the day is as it was written, and its visits what its facts say."""
        with self.engine.connect() as connection:
            proof = prove(connection, self.hall, day)
            is_newest = proof.last is not None and proof.last.tip == tip(connection, self.hall)
            self._accuse([_broken(each) for each in proof.breaks])
            self._tell_closing(proof)
            for text, values in _proved(proof, is_newest=is_newest):
                self.terminal.say(text, **values)
            self.is_content &= proof.holds
            self._visits(connection, day)

    def seal(self, mark: Mark, day: date) -> None:
        """Tell whether the chain holds from the day to a seal that was written down."""
        with self.engine.connect() as connection:
            proof = prove(connection, self.hall, day)
            if proof.first is None or proof.last is None:
                return
            places = (mark.tip.place, proof.first.tip.place, proof.last.tip.place)
            found = between(connection, self.hall, min(places), max(places))
        self._accuse([_broken(each) for each in found])
        if not found:
            text = msgid("The chain passes through this seal: it is that of fact {seq} of {day}.")
            self.terminal.say(text, seq=mark.seq, day=str(mark.day))

    def everything(self) -> None:
        """Tell whether the chain holds from the first fact to the last."""
        with self.engine.connect() as connection:
            facts, unsealed = size(connection, self.hall)
            found = [*whole(connection, self.hall), *stray(connection, self.hall)]
            late = late_days(connection, self.hall)
        self._accuse([_broken(each) for each in found])
        self._accuse([(LATE_DAY, {"day": str(each)}) for each in late])
        if unsealed:
            text = msgid("Facts without a seal, which nothing proves: {n}.")
            self.terminal.say(text, n=unsealed)
        if not found:
            text = msgid("The whole chain holds, from the first fact to the last: {n} facts.")
            self.terminal.say(text, n=facts - unsealed)
        self.is_content &= facts > unsealed

    def since(self, mark: Mark) -> int | None:
        """Tell how much of the seal's day was written after it; return the first fact of that."""
        with self.engine.connect() as connection:
            later = written_since(connection, self.hall, mark)
        if not later:
            return None
        self.is_at_the_end = False
        text = msgid("This seal is not the last of {day}: facts written after it: {n}. The first:")
        self.terminal.say(text, day=str(mark.day), n=len(later))
        return later[0]

    def place_of(self, digits: str) -> Mark | None:
        """Return where the chain has the seal of these digits; say so when it does not."""
        with self.engine.connect() as connection:
            mark = marked(connection, self.hall, digits)
        if mark is None:
            text = msgid(
                "The chain does not pass through this seal: the journal was written anew, or cut "
                "off, or the seal is not of this hall."
            )
            self._accuse([(text, {})])
        return mark

    def _tell_closing(self, proof: Proof) -> None:
        if proof.closing is None:
            return
        since = proof.closing.since
        later = str(since.astimezone(self.terminal.naming.zone).date())
        time = self.terminal.naming.clock(since)
        day, seq = str(proof.day), proof.closing.seq
        self.terminal.say(CLOSED_LATE, day=day, later=later, time=time, seq=seq)

    def _visits(self, connection: Connection, day: date) -> None:
        try:
            entries = SqlJournal(self.engine, self.hall).read(day, 0)
            events = (entry.fact.event for entry in entries)
            found = differences(connection, self.hall, day, events)
        except (JournalError, SQLAlchemyError, ValueError) as error:
            text = msgid("The visits of {day} cannot be compared: {error}.")
            self._accuse([(text, {"day": str(day), "error": told(error)})])
            return
        self._accuse([_different(each, day) for each in found])

    def _accuse(self, wrong: Sequence[Sentence]) -> None:
        new = [each for each in wrong if each not in self._accused]
        for text, values in new[:MOST]:
            self.terminal.say(text, **values)
        if len(new) > MOST:
            text = msgid("… and more of this kind: {n}.")
            self.terminal.say(text, n=len(new) - MOST)
        self._accused += new[:MOST]
        self.is_content &= not wrong


def _broken(found: Break) -> Sentence:
    return BROKEN[found.why], {"day": str(found.day), "seq": found.seq}


def _proved(proof: Proof, *, is_newest: bool) -> Iterator[Sentence]:
    day = str(proof.day)
    if not proof.facts:
        yield msgid("{day}: the journal has no fact of this day."), {"day": day}
    if proof.unsealed:
        text = msgid(
            "{day}: some facts have no seal, because they are from before there were seals, or "
            "all seals were taken away: {n}. Nothing proves them."
        )
        yield text, {"day": day, "n": proof.unsealed}
    if proof.late is not None:
        yield LATE, {"day": day, "seq": proof.late}
    if proof.holds and proof.last is not None:
        text = msgid("{day}: nothing was changed after it was written. Last seal: {seal}")
        yield text, {"day": day, "seal": proof.last.seal}
    if proof.holds and proof.before is not None:
        before = proof.before
        text = msgid("It follows fact {seq} of {day}. Its seal: {seal}")
        yield text, {"seq": before.seq, "day": str(before.day), "seal": before.seal}
    if is_newest:
        text = msgid(
            "Nothing was written since: whether its end was cut off, only a seal can tell that "
            "was written down ({option})."
        )
        yield text, {"option": "--seal"}


def _different(found: Difference, day: date) -> Sentence:
    values = {"day": str(day), "ticket": found.ticket, "column": found.column}
    if found.kept is None and not found.column:
        return msgid("{day}, visit of {ticket}: missing, though the journal knows it."), values
    if not found.column:
        return msgid("{day}, visit of {ticket}: the journal knows no such ticket."), values
    text = msgid("{day}, visit of {ticket}: {column} is {kept}, and the journal says {told}.")
    return text, {**values, "kept": _cell(found.kept), "told": _cell(found.told)}


def _cell(value: object) -> str:
    return "–" if value is None else str(value)
