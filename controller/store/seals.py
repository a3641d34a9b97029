"""The seals in the database: the latest one, and whether the chain of them holds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from string import hexdigits
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Select, func, select

from controller.store.as_written import (
    DAY,
    IS_PLACED,
    IS_UNPLACED,
    day_of,
    link_of,
    number_of,
    rows,
    tip_of,
)
from controller.store.chain import NO_DAY, START, Break, Link, Tip, breaks
from controller.store.late import LateClosing, late_closing
from controller.store.tables import journal

ROWS_AT_ONCE = 100
"""As many rows as are in memory while years are checked: some milliseconds' work."""

LEAST_DIGITS = 16
"""As much of a seal as has to be given: nobody can make another that begins so."""

ALL_DIGITS = 64
"""Those of SHA-256."""

Breathe = Callable[[], None]
"""Called again and again in the course of a long check, so that others may go on."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a seal stands."""

    day: date
    seq: int
    tip: Tip

    @property
    def seal(self) -> str:
        """The seal; empty when the row has none."""
        return self.tip.seal or ""

    @property
    def is_dated(self) -> bool:
        """Whether what stands there as its day is one."""
        return self.day != NO_DAY


@dataclass(frozen=True, slots=True)
class Proof:
    """What the seals say of a day."""

    day: date
    facts: int
    breaks: tuple[Break, ...]
    unsealed: int
    """Facts from before there were seals: nothing proves them."""

    before: Mark | None
    """The last that was written before the day; nothing when the day is the first."""

    first: Mark | None
    last: Mark | None
    late: int | None = None
    """The first of its facts that was written when a later day had begun: a clock was wrong, or
    somebody put it in, with a right seal, at the end of the journal."""

    closing: LateClosing | None = None
    """That nobody had closed the day, and the program did so when a later one had begun."""

    @property
    def holds(self) -> bool:
        """Whether it is proved that nothing was changed."""
        is_whole = self.facts > 0 and not self.breaks and not self.unsealed
        return is_whole and self.late is None


def tip(connection: Connection, hall: str) -> Tip:
    """Return the last that was written."""
    found = _mark(connection, _sealed(hall).order_by(journal.c.place.desc()))
    return START if found is None else found.tip


def prove(connection: Connection, hall: str, day: date, breathe: Breathe = lambda: None) -> Proof:
    """Return whether the journal of a day is as it was written, up to what was written next."""
    table, this = journal.c, _sealed(hall).where(journal.c.day == day)
    first = _mark(connection, this.order_by(table.place))
    last = _mark(connection, this.order_by(table.place.desc()))
    facts = connection.execute(_count(hall, table.day == day)).scalar_one()
    found, before = _gaps(connection, hall, day), None
    if first is not None and last is not None:
        earlier = _sealed(hall).where(table.place < first.tip.place)
        before = _mark(connection, earlier.order_by(table.place.desc()))
        found += between(connection, hall, first.tip.place, last.tip.place, breathe)
    old, stripped = _unsealed(connection, hall, day)
    every = tuple(dict.fromkeys(found + stripped))
    begun = _begun_within(connection, hall, day, before, first, last)
    closing = None if begun is None else late_closing(connection, hall, day, begun)
    late = None if begun is None or closing else _first_since(connection, hall, day, begun)
    return Proof(day, facts, every, old, before, first, last, late, closing)


def between(
    connection: Connection, hall: str, first: int, last: int, breathe: Breathe = lambda: None
) -> list[Break]:
    """Return where the chain does not hold from a place to another, and to what follows it."""
    table = journal.c
    earlier = _sealed(hall).where(table.place < first).order_by(table.place.desc())
    after = select(func.min(table.place)).where(table.hall == hall, table.place > last)
    following = connection.execute(after).scalar()
    span = table.place.between(first, last if following is None else following)
    before = _mark(connection, earlier)
    links = at_ease(_links(connection, hall, span), breathe)
    found = list(breaks(links, START if before is None else before.tip))
    return found if before is None else [*_unfit(before), *found]


def whole(connection: Connection, hall: str) -> Iterator[Break]:
    """Give each place where the chain does not hold, from the first fact to the last."""
    return breaks(_links(connection, hall, journal.c.place.is_not(None)), START)


def at_ease(items: Iterable[Item], breathe: Breathe) -> Iterator[Item]:
    """Give the items, and let others go on from time to time."""
    for number, item in enumerate(items):
        if number % ROWS_AT_ONCE == 0:
            breathe()
        yield item


def seal_digits(written: str) -> str:
    """Return the digits of a seal, or of its beginning, as somebody wrote it down.

    Spaces and capitals do not count. Raises `ValueError`, with a sentence, when it is no seal:
    a letter that is no hexadecimal digit, fewer digits than `LEAST_DIGITS`, or too many.
    """
    digits = "".join(written.split()).lower()
    if wrong := next((each for each in digits if each not in hexdigits), None):
        raise ValueError(f'"{wrong}" is no digit of a seal: it has 0 to 9 and a to f')
    if not LEAST_DIGITS <= len(digits) <= ALL_DIGITS:
        least = f"write the first {LEAST_DIGITS} at least, and no more than {ALL_DIGITS}"
        raise ValueError(f"this seal has {len(digits)} digits: {least}")
    return digits


def marked(connection: Connection, hall: str, digits: str) -> Mark | None:
    """Return where the seal stands that begins with the digits; nothing when the chain has none.

    The digits are those that `seal_digits` returns.
    """
    return _mark(connection, _sealed(hall).where(journal.c.seal.startswith(digits)))


def written_since(connection: Connection, hall: str, mark: Mark) -> tuple[int, ...]:
    """Return the numbers of the facts of the seal's day that were written after it."""
    table = journal.c
    which = (table.hall == hall, table.day == mark.day, table.place > mark.tip.place)
    query = select(table.seq).where(*which).order_by(table.place)
    return tuple(number_of(seq) for seq in connection.execute(query).scalars())


def size(connection: Connection, hall: str) -> tuple[int, int]:
    """Return how many facts the journal has, and how many of them have no place in the chain."""
    facts = connection.execute(_count(hall, journal.c.seq > 0)).scalar_one()
    return facts, connection.execute(_count(hall, journal.c.place.is_(None))).scalar_one()


def stray(connection: Connection, hall: str) -> Iterator[Break]:
    """Give each row without a place in the chain that is not older than the chain."""
    start = _mark(connection, _sealed(hall).order_by(journal.c.place))
    if start is None:
        return
    query = select(DAY, journal.c.seq).where(journal.c.hall == hall, IS_UNPLACED)
    for row in connection.execute(query.execution_options(yield_per=ROWS_AT_ONCE)):
        day, seq = day_of(row.day), number_of(row.seq)
        if day == NO_DAY:
            yield Break(day, seq, "undated")
        elif (day, seq) >= (start.day, start.seq):
            yield Break(day, seq, "unsealed")


def last_day(connection: Connection, hall: str) -> date | None:
    """Return the latest day that the journal knows; nothing when it has none."""
    query = select(DAY).where(journal.c.hall == hall).order_by(journal.c.day.desc())
    days = connection.execute(query.execution_options(yield_per=1)).scalars()
    return next((day for day in map(day_of, days) if day != NO_DAY), None)


def _sealed(hall: str) -> Select[str, int, int, str | None]:
    table = journal.c
    query = select(DAY, table.seq, table.place, table.seal)
    return query.where(table.hall == hall, IS_PLACED)


def _count(hall: str, which: ColumnElement[bool]) -> Select[int]:
    return select(func.count()).where(journal.c.hall == hall, which)


def _mark(connection: Connection, query: Select[str, int, int, str | None]) -> Mark | None:
    row = connection.execute(query.limit(1)).first()
    return None if row is None else Mark(day_of(row.day), number_of(row.seq), tip_of(row))


def _unfit(before: Mark) -> Iterator[Break]:
    """Tell why nothing is proved of what follows the row before the first that is looked at."""
    if not before.is_dated:
        yield Break(before.day, before.seq, "undated")
    if before.tip.seal is None:
        yield Break(before.day, before.seq, "unsealed")


def _links(
    connection: Connection, hall: str, which: ColumnElement[bool]
) -> Iterator[tuple[Link, Tip]]:
    query = rows(connection).where(journal.c.hall == hall, which)
    ordered = query.order_by(journal.c.place).execution_options(yield_per=ROWS_AT_ONCE)
    for row in connection.execute(ordered):
        yield link_of(row), tip_of(row)


def _gaps(connection: Connection, hall: str, day: date) -> list[Break]:
    """Return the day's facts before which there is a number that none has.

    A row that was given to another day leaves no gap in the order of writing.
    """
    this = select(journal.c.seq).where(journal.c.hall == hall, journal.c.day == day)
    written = connection.execute(this.order_by(journal.c.seq)).scalars()
    numbers = [number_of(seq) for seq in written]
    pairs = zip((0, *numbers), numbers, strict=False)
    return [Break(day, seq, "missing") for before, seq in pairs if seq != before + 1]


def _begun_within(
    connection: Connection,
    hall: str,
    day: date,
    before: Mark | None,
    first: Mark | None,
    last: Mark | None,
) -> int | None:
    """Return the place before the day's end at which a later day began; nothing if none did."""
    if first is None or last is None:
        return None
    if before is not None and before.day > day:
        return before.tip.place
    table = journal.c
    span = table.place.between(first.tip.place, last.tip.place)
    later = select(func.min(table.place)).where(table.hall == hall, span, table.day > day)
    return connection.execute(later).scalar()


def _first_since(connection: Connection, hall: str, day: date, begun: int) -> int | None:
    after = select(func.min(journal.c.seq)).where(journal.c.hall == hall, journal.c.day == day)
    return connection.execute(after.where(journal.c.place > begun)).scalar()


def _unsealed(connection: Connection, hall: str, day: date) -> tuple[int, list[Break]]:
    """Return how many facts are older than all seals, and those whose place was taken away."""
    table = journal.c
    start = _mark(connection, _sealed(hall).order_by(table.place))
    query = select(table.seq).where(table.hall == hall, table.day == day, IS_UNPLACED)
    bare = [number_of(seq) for seq in connection.execute(query.order_by(table.seq)).scalars()]
    old = [seq for seq in bare if start is None or (day, seq) < (start.day, start.seq)]
    return len(old), [Break(day, seq, "unsealed") for seq in bare[len(old) :]]
