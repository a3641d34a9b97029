"""The visits of a hall's past, for what learns from them."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, Row, select

from controller.store.engine import reading
from controller.store.tables import visits
from controller.waits.history import Visit
from controller.waits.moment import Moment

COLUMNS = (visits.c.day, visits.c.ticket, visits.c.service, visits.c.issued_at, visits.c.called_at)


def past_visits(
    engine: Engine, hall: str, zone: ZoneInfo, since: date, before: date
) -> Iterator[Visit]:
    """Give the visits from the one day on until the other, which is not among them.

    Walk-ins are left out: they never waited. A ticket that was transferred is given under the
    service that it had last. Raises `StoreError`.
    """
    this = (visits.c.hall == hall) & (visits.c.day >= since) & (visits.c.day < before)
    query = select(*COLUMNS).where(this, visits.c.called_at.is_distinct_from(visits.c.issued_at))
    with reading(engine) as connection:
        rows = connection.execute(query).all()
    return (_visit(row, zone) for row in rows)


def _visit(row: Row[*tuple[Any, ...]], zone: ZoneInfo) -> Visit:
    day, ticket, service, issued_at, called_at = row
    called = None if called_at is None else Moment.of(called_at.astimezone(zone))
    # A call after midnight belongs to no day of this hall: nobody waits overnight.
    is_today = called is not None and called.day == day.toordinal()
    issued = Moment.of(issued_at.astimezone(zone))
    return Visit(service, ticket, issued, called if is_today else None)
