"""Whatever somebody does to the database, `nouba audit` says so, and ends with code 1."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Connection, Engine, delete, insert, select, text, update

from controller.hall.commands import CallNext, FinishService, IssueTicket, OpenCounter, StartService
from controller.morning import empty_hall
from controller.reception import Reception
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK
from controller.store.chain import START, Link
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.store.tables import journal, visits
from media.pack import load_pack
from nouba.__main__ import main
from tests.postgres import new_database

DAY = date(2026, 3, 2)
NEXT = DAY + timedelta(days=1)
LAST = 7
"""The day's last fact; the next day has two."""

Audit = Callable[..., Result]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/hall.db" if request.param == "sqlite" else new_database()


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """A day with one visit, its closing, and the beginning of the next day."""
    engine = open_engine(url)
    pack = load_pack(DEMONSTRATION_PACK)
    at = [datetime(2026, 3, 2, 9, tzinfo=UTC)]
    hall = lambda: empty_hall(pack, Rulebook())  # noqa: E731 - the reception asks for a function
    reception = Reception(SqlJournal(engine, "hall"), hall, lambda: at[0], pack.hall.zone)
    wishes = (IssueTicket("legalisation"), OpenCounter(4, "amina"), CallNext("amina"))
    for number, wish in enumerate((*wishes, StartService("amina"), FinishService("amina"))):
        reception.execute(wish, f"a:amina:{number:08x}")
    at[0] += timedelta(days=1)
    for number in (1, 2):
        reception.execute(IssueTicket("legalisation"), f"k:kiosk:{number:08x}")
    yield engine
    engine.dispose()


@pytest.fixture
def audit(tmp_path: Path, url: str, engine: Engine) -> Audit:
    settings = tmp_path / "controller.toml"
    settings.write_text(f'database = "{url}"\n')
    words = ["audit", "--settings", str(settings), "--day", str(DAY)]
    return lambda *more: CliRunner().invoke(main, [*words, *more])


def row(seq: int, day: date = DAY):
    return (journal.c.day == day) & (journal.c.seq == seq)


def set_(connection: Connection, which, **values: object) -> None:
    connection.execute(update(journal).where(which).values(values))


def seal_again(connection: Connection) -> None:
    """Seal the whole journal anew, as somebody would do who knows this program."""
    before = START.seal
    for each in connection.execute(select(journal).order_by(journal.c.place)).all():
        before = Link(*each[:6]).seal(before)
        set_(connection, journal.c.place == each.place, seal=before)


def change(**values: object):
    return lambda connection: set_(connection, row(4), **values)


def swap_two_rows(connection: Connection) -> None:
    set_(connection, row(3), seq=99)
    set_(connection, row(4), seq=3)
    set_(connection, row(99), seq=4)


def swap_their_places(connection: Connection) -> None:
    set_(connection, row(3), place=99)
    set_(connection, row(4), place=3)
    set_(connection, row(3), place=4)


def swap_two_days(connection: Connection) -> None:
    elsewhere = DAY - timedelta(days=9)
    for day, other in ((DAY, elsewhere), (NEXT, DAY), (elsewhere, NEXT)):
        set_(connection, journal.c.day == day, day=other)


def put_in(connection: Connection) -> None:
    fourth = connection.execute(select(journal).where(row(4))).one()._asdict()
    for place in range(LAST + 2, 4, -1):
        set_(connection, journal.c.place == place, place=place + 1)
    for seq in range(LAST, 4, -1):
        set_(connection, row(seq), seq=seq + 1)
    connection.execute(insert(journal), fourth | {"seq": 5, "place": 5})


def put_in_at_the_end(connection: Connection) -> None:
    """With a right seal: the chain holds."""
    rows = connection.execute(select(journal).order_by(journal.c.place)).all()
    link = Link("hall", DAY, LAST + 1, "TicketRecalled", rows[0].event, None)
    forged = dict(zip(journal.c.keys(), (*rows[0][:2], LAST + 1), strict=False))
    forged |= {"kind": link.kind, "event": link.event, "request": None}
    connection.execute(insert(journal), forged | {"place": 10, "seal": link.seal(rows[-1].seal)})


def take_out_and_close_the_gap(connection: Connection) -> None:
    connection.execute(delete(journal).where(row(4)))
    for seq in range(5, LAST + 1):
        set_(connection, row(seq), seq=seq - 1)
    for place in range(5, LAST + 3):
        set_(connection, journal.c.place == place, place=place - 1)


def seal_the_changed_row(connection: Connection) -> None:
    third, fourth = (connection.execute(select(journal).where(row(n))).one() for n in (3, 4))
    forged = Link(*fourth[:5], "a:karim:0f")
    set_(connection, row(4), request=forged.request, seal=forged.seal(third.seal))


def change_a_visit(**values: object):
    this = visits.c.day == DAY
    return lambda connection: connection.execute(update(visits).where(this).values(values))


def put_in_a_visit(connection: Connection) -> None:
    first = connection.execute(select(visits).where(visits.c.day == DAY)).mappings().one()
    connection.execute(insert(visits), dict(first) | {"ticket": "B009"})


CHANGED = "it does not follow from what was written before it; one of the two was changed"
MISSING = "what was written before it is missing."

WAYS: dict[str, tuple[Callable[[Connection], object], str]] = {
    "an event is changed": (change(event={"at": "2026-03-02T09:00:00Z"}), f"fact 4: {CHANGED}"),
    "an event is no event": (change(event=[1]), f"fact 4: {CHANGED}"),
    "a kind is changed": (change(kind="TicketRecalled"), f"fact 4: {CHANGED}"),
    "who asked is changed": (change(request="a:karim:00000003"), f"fact 4: {CHANGED}"),
    "who asked is taken away": (change(request=None), f"fact 4: {CHANGED}"),
    "a seal is changed": (change(seal="0" * 64), f"fact 4: {CHANGED}"),
    "a seal is taken away": (change(seal=None), "fact 4: its seal was taken away."),
    "a row leaves the chain": (change(seal=None, place=None), "fact 4: its seal was taken away."),
    "a number is changed": (change(seq=40), f"fact 40: {CHANGED}"),
    "a place is changed": (change(place=40), f"fact 5: {MISSING}"),
    "a row goes to another day": (change(day=NEXT + timedelta(9)), f"fact 5: {MISSING}"),
    "a row goes to another hall": (change(hall="else"), f"fact 5: {MISSING}"),
    "two rows change numbers": (swap_two_rows, f"fact 3: {CHANGED}"),
    "two rows change places": (swap_their_places, f"fact 3: {CHANGED}"),
    "two days are exchanged": (swap_two_days, f"fact 1: {CHANGED}"),
    "a row is put in": (put_in, f"fact 5: {CHANGED}"),
    "a row is put in at the end": (
        put_in_at_the_end,
        f"fact {LAST + 1}: it was written when a later day had begun.",
    ),
    "a row is deleted": (lambda c: c.execute(delete(journal).where(row(4))), f"fact 5: {MISSING}"),
    "a row is deleted and the gap closed": (take_out_and_close_the_gap, f"fact 4: {CHANGED}"),
    "the day's last row is deleted": (
        lambda c: c.execute(delete(journal).where(row(LAST))),
        f"{NEXT}, fact 1: {MISSING}",
    ),
    "the day is deleted": (
        lambda c: c.execute(delete(journal).where(journal.c.day == DAY)),
        f"{DAY}: the journal has no fact of this day.",
    ),
    "a changed row gets a right seal": (seal_the_changed_row, f"fact 5: {CHANGED}"),
    "all seals are taken away": (
        lambda c: set_(c, journal.c.seq > 0, seal=None, place=None),
        "or all seals were taken away: 7. Nothing proves them.",
    ),
    "a visit's service is changed": (
        change_a_visit(service="tnb"),
        "visit of B001: service is tnb, and the journal says legalisation.",
    ),
    "a visit's note is changed": (
        change_a_visit(note="rude"),
        "visit of B001: note is rude, and the journal says –.",
    ),
    "a visit goes to another day": (
        change_a_visit(day=NEXT + timedelta(9)),
        "visit of B001: missing, though the journal knows it.",
    ),
    "the visits are deleted": (
        lambda c: c.execute(delete(visits)),
        "visit of B001: missing, though the journal knows it.",
    ),
    "a visit is put in": (put_in_a_visit, "visit of B009: the journal knows no such ticket."),
    "the table of the visits is dropped": (
        lambda c: c.execute(text("DROP TABLE visits")),
        f"The visits of {DAY} cannot be compared: ",
    ),
}

ONLY_ON_SQLITE: dict[str, tuple[str, str]] = {
    "an event is no JSON": ("event = 'garbage'", f"fact 4: {CHANGED}"),
    "a kind is bytes": ("kind = x'ff'", f"fact 4: {CHANGED}"),
    "a request is bytes": ("request = x'ff00'", f"fact 4: {CHANGED}"),
    "a seal is bytes": ("seal = x'ff00'", f"fact 4: {CHANGED}"),
    "a place is a word": ("place = 'abc'", "fact 4: its seal was taken away."),
    "a number is a word": ("seq = 'abc'", f"fact 5: {MISSING}"),
    "a day is a word": ("day = 'never'", f"fact 5: {MISSING}"),
}
"""Where a column takes anything."""


def test_a_day_that_nobody_touched_is_proved(audit: Audit) -> None:
    told = audit("--whole")

    assert (told.exit_code, told.output.splitlines()[-1]) == (
        0,
        f"The whole chain holds, from the first fact to the last: {LAST + 2} facts.",
    )


@pytest.mark.parametrize(("tamper", "told"), WAYS.values(), ids=WAYS)
def test_whatever_is_done_to_a_day_is_found(engine: Engine, audit: Audit, tamper, told) -> None:
    with engine.begin() as connection:
        tamper(connection)

    found = audit()
    assert (found.exit_code, told in found.output) == (1, True), found.output
    assert f"{DAY}: nothing was changed" not in found.output or "visit" in told


@pytest.mark.parametrize(("assignment", "told"), ONLY_ON_SQLITE.values(), ids=ONLY_ON_SQLITE)
@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_what_is_no_fact_at_all_is_found(engine: Engine, audit: Audit, assignment, told) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE journal SET {assignment} WHERE place = 4")

    for found in (audit(), audit("--whole")):
        assert (found.exit_code, told in found.output) == (1, True), found.output


def test_a_journal_that_is_gone_is_told_in_a_sentence(engine: Engine, audit: Audit) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE journal"))

    found = audit()
    assert (found.exit_code, found.output.startswith("Error: The database cannot be used: ")) == (
        1,
        True,
    )


def cut_the_end(connection: Connection) -> None:
    connection.execute(delete(journal).where(journal.c.day == NEXT))


def write_all_anew(connection: Connection) -> None:
    set_(connection, row(4), request="a:karim:00000003")
    seal_again(connection)


@pytest.mark.parametrize("tamper", [cut_the_end, write_all_anew])
def test_what_no_database_can_tell_is_found_by_a_seal_that_was_written_down(
    engine: Engine, audit: Audit, tamper
) -> None:
    noted = SqlJournal(engine, "hall").seal()
    before = audit("--seal", noted)
    with engine.begin() as connection:
        tamper(connection)

    alone, with_seal = audit("--whole"), audit("--seal", noted[:16])
    assert (before.exit_code, alone.exit_code, with_seal.exit_code) == (0, 0, 1)
    assert with_seal.output.startswith("The chain does not pass through this seal: ")


def test_a_changed_day_is_not_reported_as_whole(engine: Engine, tmp_path: Path, audit) -> None:
    with engine.begin() as connection:
        put_in_at_the_end(connection)
    words = ["report", "day", "--settings", str(tmp_path / "controller.toml"), "--day", str(DAY)]

    assert CliRunner().invoke(main, [*words, "--to", str(tmp_path)]).exit_code == 1
