"""What happened in a hall's past to those who waited, for what learns from it."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import Engine, Row

from controller.store.as_written import rows
from controller.store.encoding import decode_text
from controller.store.engine import reading
from controller.store.tables import journal
from controller.waits.hearing import HEARD, Steps
from controller.waits.step import Step

KINDS = tuple(kind.__name__ for kind in HEARD)


def past_steps(
    engine: Engine, hall: str, zone: ZoneInfo, since: date, before: date
) -> Iterator[Step]:
    """Give what happened from the one day on until the other, which is not among them.

    It is told by the journal's facts, as it was heard when it happened: so a hall that starts
    anew has learned what it would know without a break. A fact that cannot be read is logged
    and left out, with whatever follows from it: it must not keep a hall from opening. Raises
    `StoreError`.
    """
    this = (journal.c.hall == hall) & (journal.c.day >= since) & (journal.c.day < before)
    in_order = (journal.c.day, journal.c.seq)
    steps = Steps(lambda at: at.astimezone(zone))
    with reading(engine) as connection:
        query = rows(connection).where(this, journal.c.kind.in_(KINDS)).order_by(*in_order)
        for row in connection.execute(query):
            yield from _of(row, steps)


def _of(row: Row[*tuple[Any, ...]], steps: Steps) -> Iterator[Step]:
    try:
        yield from steps.of(decode_text(row.kind, row.event))
    except (KeyError, ValueError, TypeError):
        log = structlog.get_logger()
        log.warning("fact_not_learned", day=str(row.day), seq=row.seq, kind=row.kind)
