"""Why no ticket is given, and when there are tickets again, by what the hall offers."""

from datetime import date, datetime

import pytest

from kiosk.closed import Closed, Opening, closed_of, openings_of, together
from tests.kiosk.conversation import PACK
from wire.messages import Offer, OfferedService

ZONE = PACK.hall.zone
MONDAY = date(2026, 11, 23)


def at(hour: int, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=ZONE)


MORNING = Offer(1, at(11), (), closes_at=at(12), opens_at=at(14), opens_on_a_later_day_at=at(8, 24))
NOON = Offer(1, at(13), (), opens_at=at(14), opens_on_a_later_day_at=at(8, 24))
AFTERNOON = Offer(
    1, at(15), (), closes_at=at(16), opens_at=at(8, 24), opens_on_a_later_day_at=at(8, 24)
)
EVENING = Offer(1, at(18), (), opens_at=at(8, 24), opens_on_a_later_day_at=at(8, 24))
TODAY, TOMORROW = Opening(at(14), MONDAY), Opening(at(8, 24), MONDAY)


@pytest.mark.parametrize(
    ("code", "offer", "opening"),
    [
        ("service_closed", NOON, TODAY),
        ("service_closed", EVENING, TOMORROW),
        ("last_ticket_given", MORNING, TODAY),
        ("last_ticket_given", AFTERNOON, TOMORROW),
        ("quota_reached", MORNING, TOMORROW),
        ("day_over", NOON, TOMORROW),
        ("service_paused", MORNING, None),
        ("service_paused", NOON, None),
        ("service_paused", AFTERNOON, None),
        ("service_paused", EVENING, TOMORROW),
        ("unheard_of", MORNING, None),
    ],
)
def test_there_are_tickets_again_when_the_reason_ends(code, offer, opening) -> None:
    offered = OfferedService("tnb", is_open=False, waiting=0, closed_because=code)

    assert closed_of(offered, openings_of(offer, ZONE)) == Closed(code, opening=opening)


def test_a_hall_without_hours_knows_no_opening() -> None:
    offered = OfferedService("tnb", is_open=False, waiting=0, closed_because="quota_reached")

    assert closed_of(offered, openings_of(Offer(1, at(11), ()), ZONE)) == Closed("quota_reached")


def test_an_open_service_is_not_closed() -> None:
    assert closed_of(OfferedService("tnb", is_open=True, waiting=0), None) is None


@pytest.mark.parametrize(
    ("every", "told"),
    [
        ((Closed("day_over", opening=TOMORROW),) * 2, Closed("day_over", opening=TOMORROW)),
        (
            (
                Closed("quota_reached", opening=TOMORROW),
                Closed("last_ticket_given", opening=TOMORROW),
            ),
            Closed("", opening=TOMORROW),
        ),
        (
            (Closed("service_paused", "A"), Closed("service_paused", "B")),
            Closed("service_paused"),
        ),
        ((Closed("service_paused"), Closed("service_closed", opening=TODAY)), Closed()),
    ],
)
def test_of_several_services_is_told_what_holds_of_all(every, told) -> None:
    assert together(every) == told
