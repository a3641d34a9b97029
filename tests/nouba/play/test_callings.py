from datetime import UTC, datetime, timedelta

import pytest

from controller.hall import events
from nouba.play.callings import Calling, callings, in_outages, misheard
from nouba.play.outage import Outage

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def minute(number):
    return NOON + timedelta(minutes=number)


def outage(first, last):
    return Outage(minute(first), minute(last), 1.0, 2.0)


A001 = Calling("A001", 2, 1, minute(1), minute(3))
AGAIN = Calling("A001", 2, 2, minute(3), minute(5))
B001 = Calling("B001", 4, 1, minute(6), None)
CALLS = (A001, AGAIN, B001)
NAMES = ["A001-counter-2", "A001-counter-2-call-2", "B001-counter-4"]


def lies(names, *outages):
    return tuple(misheard(CALLS, outages, {"screen-1": names}))


def test_a_call_stands_until_it_is_repeated_or_the_visitor_comes():
    facts = (
        events.TicketCalled(minute(1), "A001", 2, "amina"),
        events.TicketRecalled(minute(3), "A001", 2),
        events.ServiceStarted(minute(5), "A001", 2),
        events.TicketCalled(minute(6), "B001", 4, "karim"),
        events.ServiceFinished(minute(9), "A001", 2),
    )
    assert callings(facts) == CALLS


def test_a_ticket_that_moves_on_is_called_for_the_first_time_at_the_next_counter():
    facts = (
        events.TicketCalled(minute(1), "A001", 2, "amina"),
        events.ServiceStarted(minute(2), "A001", 2),
        events.TicketTransferred(minute(3), "A001", 2, "taxes"),
        events.TicketCalled(minute(4), "A001", 3, "brahim"),
    )
    assert [calling.name for calling in callings(facts)] == ["A001-counter-2", "A001-counter-3"]


def test_each_call_once_and_nothing_else_is_the_truth():
    assert lies(NAMES) == ()


@pytest.mark.parametrize(
    ("names", "lie"),
    [
        (NAMES[1:], "A001-counter-2 was called 1 times, and screen-1 spoke it 0 times"),
        ([*NAMES, NAMES[2]], "B001-counter-4 was called 1 times, and screen-1 spoke it 2 times"),
        (
            [*NAMES, "C9-counter-1"],
            "C9-counter-1 was called 0 times, and screen-1 spoke it 1 times",
        ),
    ],
)
def test_every_wrong_announcement_is_told(names, lie):
    assert lies(names) == (lie,)


def test_only_a_call_that_stood_during_an_outage_may_be_missed():
    assert in_outages(CALLS, [outage(2, 2.5)]) == (A001,)
    assert in_outages(CALLS, [outage(7, 8)]) == (B001,)
    assert lies(NAMES[1:], outage(2, 2.5)) == ()
    assert lies(NAMES[:2], outage(2, 2.5)) == (
        "B001-counter-4 was called 1 times, and screen-1 spoke it 0 times",
    )


def test_an_outage_excuses_no_second_announcement():
    assert lies([*NAMES, NAMES[0]], outage(0, 20)) == (
        "A001-counter-2 was called 1 times, and screen-1 spoke it 2 times",
    )


def test_each_screen_speaks_for_itself():
    spoken = {"screen-1": NAMES, "screen-2": NAMES[:2]}
    assert tuple(misheard(CALLS, (), spoken)) == (
        "B001-counter-4 was called 1 times, and screen-2 spoke it 0 times",
    )
