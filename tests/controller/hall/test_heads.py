"""Whom a call looks at: a few of those who wait, and yet who comes first of all of them."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controller.hall import Hall, events
from controller.hall.deciding.calling import next_for
from tests.controller.builders import AMINA, BIRTHS, DEATHS, ONE, TAXES
from tests.controller.hall.any_day import order
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.setting import DAYS, POLICIES, SERVICES, Setting
from wire.messages import PRIORITIES

MINUTE = timedelta(minutes=1)
NOW = DAYS[0].opens + 60 * MINUTE

moments = (st.integers(-20, 20), st.integers(-40, 10))
one_who_waits = st.one_of(
    st.tuples(st.sampled_from(SERVICES), st.sampled_from(PRIORITIES), *moments, st.booleans()),
    st.tuples(st.just(BIRTHS), st.just("appointment"), *moments, st.just(True)),
)
"""For what, of which class, due in how many minutes, waiting since when, with an appointment."""


def issued(serial: int, who: tuple) -> events.TicketIssued:
    service, priority, due, waits, is_booked = who
    due_at = NOW + due * MINUTE
    return events.TicketIssued(
        at=NOW - 50 * MINUTE,
        ticket=f"A{serial:03}",
        prefix="A",
        serial=serial,
        service=service,
        language="ar",
        due_at=due_at,
        ahead=0,
        priority=priority,
        appointment=f"K{serial}" if is_booked else None,
        appointed_at=due_at if is_booked else None,
        promised_at=due_at,
        waits_from=NOW + waits * MINUTE,
    )


def a_day(policy: str, facts: list) -> tuple[Hall, Book]:
    """Return the hall after these facts, and the book, which looks at everybody."""
    setting = Setting(policy, DAYS[0], has_limits=False)
    hall, book = setting.hall(), Book(setting)
    likes = ((TAXES, 15 * MINUTE),)
    opened = events.CounterOpened(NOW - 55 * MINUTE, ONE, AMINA, SERVICES, likes)
    for fact in (opened, *facts):
        hall.apply(fact)
        book.note(fact)
    return hall, book


@settings(max_examples=400, deadline=None)
@given(policy=st.sampled_from(POLICIES), waiting=st.lists(one_who_waits, min_size=1, max_size=12))
def test_who_is_called_is_who_comes_first_of_all_who_wait(policy: str, waiting: list) -> None:
    hall, book = a_day(policy, [issued(n, who) for n, who in enumerate(waiting, 1)])

    ticket, why = next_for(hall, hall.counters[ONE], NOW)

    expected, because = order.next_for(book, ONE, NOW)
    assert (ticket.number, why) == (expected.number, because)


@pytest.mark.parametrize("first", [BIRTHS, DEATHS])
def test_who_waits_longest_is_called_though_one_who_is_early_has_waited_longer(first: str) -> None:
    early = (first, "appointment", 7, -23, True)
    longest, soonest = (first, "appointment", -1, -21, True), (first, "appointment", -2, -12, True)
    hall, _ = a_day(
        "accumulate", [issued(n, x) for n, x in enumerate((early, longest, soonest), 1)]
    )

    assert next_for(hall, hall.counters[ONE], NOW)[0].number == "A002"
