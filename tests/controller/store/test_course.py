"""What the program never writes is found, whatever seal it bears."""

import pytest

from controller.store.course import Course

NINE, TEN = {"at": "2026-03-02T09:00:00Z"}, {"at": "2026-03-02T10:00:00Z"}


@pytest.mark.parametrize(
    ("facts", "missteps"),
    [
        ([("CounterPaused", NINE), ("CounterResumed", NINE), ("DayClosed", TEN)], [None] * 3),
        ([("DayClosed", NINE), ("DayReopened", TEN), ("DayClosed", TEN)], [None] * 3),
        ([("DayClosed", NINE), ("CounterPaused", TEN), ("CounterResumed", TEN)], [1, "closed", 1]),
        ([("DayClosed", NINE), ("DayClosed", NINE)], [1, "closed"]),
        ([("DayClosed", NINE), ("VisitRated", TEN), ("CounterPaused", TEN)], [1, 1, "closed"]),
        ([("DayClosed", TEN), ("VisitRated", NINE)], [1, "earlier"]),
        (
            [("DayClosed", NINE), ("EmergencyRaised", TEN), ("EmergencyLifted", TEN)],
            [None] * 3,
        ),
        (
            [("CounterPaused", TEN), ("CounterResumed", NINE), ("DayClosed", NINE)],
            [1, "earlier", 1],
        ),
        ([("DayClosed", TEN), ("DayReopened", NINE)], [1, "earlier"]),
    ],
)
def test_a_day_goes_on_in_time_and_ends_with_its_closing(facts, missteps) -> None:
    course = Course()

    found = [course.follow(*fact) for fact in facts]
    assert found == [None if each == 1 else each for each in missteps]


@pytest.mark.parametrize(
    "event", [b"x", [1], "text", {}, {"at": 9}, {"at": "x"}, {"at": "2026-03-02T08:00:00"}]
)
def test_what_is_no_event_is_not_looked_at(event: object) -> None:
    course = Course()

    assert [course.follow("CounterPaused", each) for each in (NINE, event, NINE)] == [None] * 3
