"""What was promised in minutes, while an emergency took some of them."""

from datetime import timedelta

import pytest

from controller.hall import Hall, events, refusals
from controller.hall.commands import (
    CallNext,
    CallTicket,
    CheckIn,
    IssueTicket,
    LetTimePass,
    LiftEmergency,
    MarkNoShow,
    Park,
    RaiseEmergency,
    Reinstate,
)
from controller.hall.deadlines import in_time_from
from controller.hall.rules import Rules
from controller.story import story
from controller.views.gone import gone
from controller.views.missed import missed
from controller.views.parked import parked
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    NINE,
    ONE,
    a_hall_with,
    after,
    do,
    entries,
    open_hall,
)
from wire.messages import EmergencyKind

SALMA = "salma"
FIRE, THREAT = EmergencyKind.EVACUATION, EmergencyKind.SECURITY
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


def everybody_leaves(hall: Hall, first: float, last: float) -> None:
    """Let an emergency last from one minute to another."""
    do(hall, RaiseEmergency(FIRE, SALMA), at=after(first))
    do(hall, LiftEmergency(FIRE, SALMA), at=after(last))


def missed_at_nine() -> Hall:
    hall = a_hall_with(Rules(comeback=15 * MINUTE))
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), MarkNoShow(AMINA))
    return hall


def test_who_was_missed_comes_back_as_much_later_as_an_emergency_lasted() -> None:
    hall = missed_at_nine()
    everybody_leaves(hall, 5, 25)

    assert [(each.number, until) for each, until in missed(hall, after(26))] == [
        ("A001", after(35))
    ]
    assert [each.until for each in gone(hall, after(26))] == [after(35)]
    with pytest.raises(refusals.TooLate):
        hall.decide(Reinstate("A001"), after(35) + SECOND)
    assert hall.decide(Reinstate("A001"), after(35)) == (
        events.TicketReinstated(after(35), "A001", BIRTHS),
    )


def test_nobodys_time_runs_out_while_an_emergency_lasts() -> None:
    hall = missed_at_nine()
    do(hall, RaiseEmergency(FIRE, SALMA), at=after(15))

    assert [until for _, until in missed(hall, after(90))] == [after(90)]
    assert hall.decide(Reinstate("A001"), after(90)) != ()


def test_an_emergency_gives_nobody_back_what_was_over_before() -> None:
    hall = missed_at_nine()
    everybody_leaves(hall, 15.1, 40)

    assert list(missed(hall, after(41))) == []
    with pytest.raises(refusals.TooLate):
        hall.decide(Reinstate("A001"), after(41))


def test_two_emergencies_at_once_count_once_and_two_in_a_row_both() -> None:
    hall = missed_at_nine()
    do(hall, RaiseEmergency(FIRE, SALMA), at=after(2))
    do(hall, RaiseEmergency(THREAT, SALMA), at=after(4))
    do(hall, LiftEmergency(FIRE, SALMA), at=after(6))
    do(hall, LiftEmergency(THREAT, SALMA), at=after(8))
    everybody_leaves(hall, 20, 30)

    assert [until for _, until in missed(hall, after(30))] == [after(15 + 6 + 10)]


def test_who_is_parked_is_awaited_as_much_longer() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), Park(AMINA, "a stamp", "", 10 * MINUTE))
    everybody_leaves(hall, 4, 24)

    assert [each.back_at for each in parked(hall, after(24))] == [after(30)]
    assert hall.decide(LetTimePass(), after(30) - SECOND) == ()
    assert hall.decide(LetTimePass(), after(30)) == (events.TicketResumed(after(30), "A001"),)


def test_who_is_parked_during_an_emergency_loses_nothing_of_what_is_left_of_it() -> None:
    hall = open_hall()
    do(hall, IssueTicket(BIRTHS), CallNext(AMINA), RaiseEmergency(FIRE, SALMA))
    do(hall, Park(AMINA, "a stamp", "", 10 * MINUTE), at=after(3))
    do(hall, LiftEmergency(FIRE, SALMA), at=after(8))

    assert [each.back_at for each in parked(hall, after(8))] == [after(18)]


def test_the_story_tells_whether_the_time_was_over_by_then() -> None:
    told = []
    for minutes in (29, 30):
        hall, facts = open_hall(), []
        for wish, at in (
            (IssueTicket(BIRTHS), 0),
            (CallNext(AMINA), 0),
            (Park(AMINA, "a stamp", "", 10 * MINUTE), 0),
            (RaiseEmergency(FIRE, SALMA), 4),
            (LiftEmergency(FIRE, SALMA), 24),
        ):
            facts += do(hall, wish, at=after(at))
        facts.append(events.TicketResumed(after(minutes), "A001"))
        told.append(story(entries(facts), open_hall(), "A001")[-1].text)

    assert told == [
        "Waits again in the old place.",
        "The time was over: waits again in the old place.",
    ]


def test_who_could_not_come_to_an_appointment_is_late_as_much_later() -> None:
    hall = open_hall()
    everybody_leaves(hall, 25, 55)
    arrival = CheckIn("K7", BIRTHS, after(30))

    # Of the ten minutes after the moment none had passed when everybody left.
    assert hall.decide(arrival, after(65))[0].due_at == after(30)
    assert hall.decide(arrival, after(65) + SECOND)[0].priority == "normal"


@pytest.mark.parametrize(
    ("minutes", "earliest"), [(24, 14), (36, 25), (66, 26), (75, 35), (75.5, 65.5), (76, 66)]
)
def test_an_appointment_is_awaited_as_much_longer(minutes: float, earliest: float) -> None:
    hall = open_hall()
    everybody_leaves(hall, 35, 65)

    assert in_time_from(hall, after(minutes)) == after(earliest)


def test_who_was_missed_before_the_appointed_moment_comes_back_until_too_late_for_it() -> None:
    hall = open_hall()
    do(hall, CheckIn("K7", BIRTHS, NINE + 30 * MINUTE))
    do(hall, CallTicket(AMINA, "A001", "is alone"), MarkNoShow(AMINA))

    assert [until for _, until in missed(hall, after(20))] == [after(40)]
    for wish in (Reinstate("A001"), CheckIn("K7", BIRTHS, after(30))):
        assert hall.decide(wish, after(40)) == (events.TicketReinstated(after(40), "A001", BIRTHS),)
    with pytest.raises(refusals.TooLate):
        hall.decide(Reinstate("A001"), after(40) + SECOND)
    with pytest.raises(refusals.AlreadyCheckedIn):
        hall.decide(CheckIn("K7", BIRTHS, after(30)), after(40) + SECOND)
    do(hall, Reinstate("A001"), at=after(25))
    assert hall.queues[BIRTHS].numbers == ["A001"]
    assert hall.tickets["A001"].counter == ONE
