"""What an auditor asks of the journal, answered in words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import click
from sqlalchemy import Connection, Engine

from controller.reception import JournalError
from controller.store.chain import Break
from controller.store.journal import SqlJournal
from controller.store.projection import Difference, differences
from controller.store.seals import Mark, Proof, between, marked, prove, size, tip, whole

NO_SUCH_SEAL = (
    "The chain does not pass through this seal: the journal was written anew, or cut off, or the "
    "seal is not of this hall."
)

MOST = 20
"""Lines about one matter; the rest is counted."""


@dataclass(slots=True)
class Auditor:
    """Looks into one hall's journal, and prints what is proved and what is not."""

    engine: Engine
    hall: str
    is_content: bool = field(default=True, init=False)
    """Whether all that was asked is proved."""

    def day(self, day: date) -> None:
        """Tell whether the day is as it was written, and its visits what its facts say."""
        with self.engine.connect() as connection:
            proof = prove(connection, self.hall, day)
            is_newest = proof.last is not None and proof.last.tip == tip(connection, self.hall)
            self._tell([_broken(each) for each in proof.breaks])
            for line in _proved(proof, is_newest=is_newest):
                click.echo(line)
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
        self._tell([_broken(each) for each in found])
        if not found:
            click.echo(f"The chain passes through this seal: it is that of {_place(mark)}.")

    def everything(self) -> None:
        """Tell whether the chain holds from the first fact to the last."""
        with self.engine.connect() as connection:
            facts, unsealed = size(connection, self.hall)
            found = list(whole(connection, self.hall))
        self._tell([_broken(each) for each in found])
        if unsealed:
            click.echo(f"{unsealed} facts have no seal: nothing proves them.")
        if not found:
            click.echo(f"The whole chain of {facts - unsealed} facts holds.")
        self.is_content &= facts > unsealed

    def place_of(self, digits: str) -> Mark | None:
        """Return where the chain has the seal of these digits; say so when it does not."""
        with self.engine.connect() as connection:
            mark = marked(connection, self.hall, digits)
        if mark is None:
            self._tell([NO_SUCH_SEAL])
        return mark

    def _visits(self, connection: Connection, day: date) -> None:
        try:
            entries = SqlJournal(self.engine, self.hall).read(day, 0)
        except JournalError as error:
            self._tell([f"The visits of {day} cannot be compared: {error}."])
            return
        events = (entry.fact.event for entry in entries)
        found = differences(connection, self.hall, day, events)
        self._tell([f"{day}, visit of {each.ticket}: {_different(each)}." for each in found])

    def _tell(self, wrong: list[str]) -> None:
        for line in wrong[:MOST]:
            click.echo(line)
        if len(wrong) > MOST:
            click.echo(f"… and {len(wrong) - MOST} more of this kind.")
        self.is_content &= not wrong


def _broken(found: Break) -> str:
    where = f"{found.day}, fact {found.seq}"
    match found.why:
        case "missing":
            return f"{where}: what was written before it is missing."
        case "changed":
            return (
                f"{where}: it does not follow from what was written before it; one of the two was "
                "changed afterwards."
            )
        case "unsealed":
            return f"{where}: its seal was taken away."


def _proved(proof: Proof, *, is_newest: bool) -> Iterator[str]:
    if not proof.facts:
        yield f"{proof.day}: the journal has no fact of this day."
    if proof.unsealed:
        yield (
            f"{proof.day}: {proof.unsealed} facts have no seal: they are from before there were "
            "seals, or all were taken away. Nothing proves them."
        )
    if proof.holds and proof.last is not None:
        seal = proof.last.seal
        yield f"{proof.day}: nothing was changed after it was written. Last seal: {seal}"
    if proof.holds and proof.before is not None:
        yield f"It follows {_place(proof.before)}. Its seal: {proof.before.seal}"
    if is_newest:
        yield (
            "Nothing was written since: whether its end was cut off, only a seal can tell that "
            "was written down (--seal)."
        )


def _place(mark: Mark) -> str:
    return f"fact {mark.seq} of {mark.day}"


def _different(found: Difference) -> str:
    if found.kept is None and not found.column:
        return "it is missing, and the journal knows the ticket"
    if not found.column:
        return "the journal knows no such ticket"
    return f"{found.column} is {found.kept}, and the journal says {found.told}"
