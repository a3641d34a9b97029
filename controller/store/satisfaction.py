"""What visitors said in a stretch of days, from the visits."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Engine, func, select

from controller.hall.ids import ServiceId
from controller.report import Satisfaction
from controller.store.engine import reading
from controller.store.tables import visits

SERVICE = func.coalesce(visits.c.rated_service, visits.c.service)


def satisfaction(
    engine: Engine, hall: str, first: date, last: date
) -> Mapping[ServiceId, Satisfaction]:
    """Return what was said of each service from the first day to the last, both among them.

    A visit counts once, under the service that its visitor said something of, else under the one
    that was given last; the day's own report counts each service of a visit. Raises `StoreError`.
    """
    counted = select(SERVICE, visits.c.face, visits.c.about, func.count()).where(
        visits.c.hall == hall,
        visits.c.day.between(first, last),
        (visits.c.outcome == "finished") | visits.c.face.is_not(None),
    )
    grouped = counted.group_by(SERVICE, visits.c.face, visits.c.about).order_by(SERVICE)
    sums: dict[ServiceId, Satisfaction] = {}
    with reading(engine) as connection:
        for service, face, about, times in connection.execute(grouped):
            sums.setdefault(ServiceId(service), Satisfaction()).add(face, about, times)
    return sums
