"""What visitors said in a stretch of days, from the services that were given."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Engine, func, select

from controller.hall.ids import ServiceId
from controller.report import Satisfaction
from controller.store.engine import reading
from controller.store.tables import given


def satisfaction(
    engine: Engine, hall: str, first: date, last: date
) -> Mapping[ServiceId, Satisfaction]:
    """Return what was said of each service from the first day to the last, both among them.

    Each service of a visit counts, as in the day's own report. Raises `StoreError`.
    """
    said = given.c.service, given.c.face, given.c.about
    counted = select(*said, func.count()).where(
        given.c.hall == hall, given.c.day.between(first, last)
    )
    sums: dict[ServiceId, Satisfaction] = {}
    with reading(engine) as connection:
        for service, face, about, times in connection.execute(
            counted.group_by(*said).order_by(given.c.service)
        ):
            sums.setdefault(ServiceId(service), Satisfaction()).add(face, about, times)
    return sums
