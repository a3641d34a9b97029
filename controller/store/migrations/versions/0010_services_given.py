"""The services that were given, each in a row of its own, read once more from the journal."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

Row = dict[str, Any]

SAID = ("rated_service", "face", "about")
AT_ONCE = 1000
"""Rows of the journal."""


def upgrade() -> None:
    _create()
    day = sa.String() if op.get_bind().dialect.name == "sqlite" else sa.Date()
    given = sa.table("given", *map(sa.column, _columns()), sa.column("day", day))
    visits = sa.table("visits", *map(sa.column, ("hall", "ticket", "quantity", "note")))
    visits.append_column(sa.column("day", day))
    this = [visits.c[name] == sa.bindparam(f"this_{name}") for name in ("hall", "day", "ticket")]
    changed = sa.update(visits).where(*this)
    for rows, changes in _days(day):
        if rows:
            op.get_bind().execute(sa.insert(given), rows)
        if changes:
            op.get_bind().execute(changed, changes)
    for column in ("outcome_code", *SAID):
        op.drop_column("visits", column)


def downgrade() -> None:
    op.add_column("visits", sa.Column("outcome_code", sa.String(40)))
    op.add_column("visits", sa.Column("rated_service", sa.String(40)))
    op.add_column("visits", sa.Column("face", sa.Integer))
    op.add_column("visits", sa.Column("about", sa.String(12)))
    op.drop_table("given")


def _columns() -> tuple[str, ...]:
    what = ("outcome_code", "quantity", "note", "face", "about")
    return ("hall", "ticket", "number", "service", *what)


def _create() -> None:
    op.create_table(
        "given",
        sa.Column("hall", sa.String(40), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("ticket", sa.String(8), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("service", sa.String(40), nullable=False),
        sa.Column("outcome_code", sa.String(40)),
        sa.Column("quantity", sa.Integer, nullable=False),
        sa.Column("note", sa.String(500)),
        sa.Column("face", sa.Integer),
        sa.Column("about", sa.String(12)),
    )


def _days(day: sa.types.TypeEngine[Any]) -> Iterator[tuple[list[Row], list[Row]]]:
    """Give each day's services that were given, and what its visits say from now on."""
    event = sa.cast(sa.column("event"), sa.Text)
    what = sa.select(sa.column("hall"), sa.column("day", day), sa.column("kind"), event)
    query = what.select_from(sa.table("journal"))
    query = query.order_by("hall", "day", sa.column("seq"))
    found = op.get_bind().execute(query.execution_options(yield_per=AT_ONCE))
    for (hall, on), rows in groupby(found, key=lambda row: (row[0], row[1])):
        tickets: dict[str, _Visit] = {}
        for _, _, kind, written in rows:
            _take(tickets, kind, written)
        yield _rows(hall, on, tickets), _changes(hall, on, tickets)


class _Visit:
    """What the journal tells of a ticket."""

    def __init__(self) -> None:
        self.service, self.quantity, self.note = "", 1, None
        self.is_finished = False
        self.given: list[Row] = []


def _take(tickets: dict[str, _Visit], kind: str, written: str) -> None:
    """Take a fact into account; what is no fact, because somebody changed it, is none here."""
    try:
        event = json.loads(written)
    except ValueError:
        return
    if not isinstance(event, dict) or not isinstance(event.get("ticket"), str):
        return
    visit = tickets.setdefault(event["ticket"], _Visit())
    if kind != "VisitRated":
        _happened(visit, kind, event)
    elif visit.given:
        visit.given[-1] |= {"face": event.get("face"), "about": event.get("about")}


def _happened(visit: _Visit, kind: str, event: Row) -> None:
    was_finished, visit.is_finished = visit.is_finished, kind == "ServiceFinished"
    visit.service = event.get("service", visit.service)
    match kind:
        case "TicketIssued":
            visit.quantity = event.get("quantity", 1)
        case "ServiceFinished":
            visit.note = None
            visit.given.append(_finish(visit, event))
        case "TicketReinstated":
            visit.note = None
            del visit.given[len(visit.given) - was_finished :]
        case "TicketParked" | "TicketCancelled":
            visit.note = event.get("reason") or None


def _finish(visit: _Visit, event: Row) -> Row:
    return {
        "service": visit.service,
        "outcome_code": event.get("outcome") or None,
        "quantity": event.get("quantity", 1),
        "note": event.get("note") or None,
        "face": None,
        "about": None,
    }


def _rows(hall: str, day: object, tickets: dict[str, _Visit]) -> list[Row]:
    return [
        {"hall": hall, "day": day, "ticket": ticket, "number": number, **each}
        for ticket, visit in tickets.items()
        for number, each in enumerate(visit.given, 1)
    ]


def _changes(hall: str, day: object, tickets: dict[str, _Visit]) -> list[Row]:
    return [
        {
            "this_hall": hall,
            "this_day": day,
            "this_ticket": ticket,
            "quantity": visit.quantity,
            "note": visit.note,
        }
        for ticket, visit in tickets.items()
    ]
