"""What the whole hall is told: by somebody or by the rules, as long as it is true."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from controller.hall import Hall, events, refusals
from controller.hall.announcements import SaidByItself
from controller.hall.commands import (
    Announce,
    CloseDay,
    IssueTicket,
    LetTimePass,
    PauseService,
    ResumeService,
    WithdrawAnnouncement,
)
from controller.hall.hours import Session, Timetable
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.views.board import board
from controller.views.overview import overview
from tests.controller.builders import BIRTHS, NINE, ONE, TAXES, do
from wire.messages import Announcement, AnnouncementKind

SALMA = "salma"
MINUTE = timedelta(minutes=1)
UTC = ZoneInfo("UTC")
CLOSING, PAUSED, RESUMED = (
    AnnouncementKind.CLOSING_SOON,
    AnnouncementKind.SERVICE_PAUSED,
    AnnouncementKind.SERVICE_RESUMED,
)
WAITS, FULL = AnnouncementKind.LONG_WAITS, AnnouncementKind.NO_MORE_TICKETS
QUARTER_PAST = NINE + 15 * MINUTE
OPEN = Session((NINE - timedelta(hours=1)).time(), QUARTER_PAST.time())


def a_hall(said: SaidByItself | None = None) -> Hall:
    """Return a hall that closes at a quarter past nine."""
    services = [Service(each, each[0].upper(), 15 * MINUTE) for each in (BIRTHS, TAXES)]
    hours = Timetable(UTC, dict.fromkeys(range(7), (OPEN,)))
    hall = Hall(services, {ONE: [BIRTHS]}, Rules(hours=hours, said=said or SaidByItself()))
    do(hall, IssueTicket(BIRTHS), at=NINE)
    return hall


def told(hall, at):
    return [(each.kind, each.service, each.minutes) for each in board(hall, at).announcements]


def test_what_a_supervisor_announces_stands_on_the_board_until_it_is_out_of_date():
    hall = a_hall()

    made = do(hall, Announce(WAITS, None, SALMA), at=NINE)

    assert made == (events.AnnouncementMade(NINE, WAITS, NINE + 5 * MINUTE, by=SALMA),)
    public = Announcement(WAITS, NINE, NINE + 5 * MINUTE)
    assert board(hall, NINE + 4 * MINUTE).announcements == (public,)
    assert overview(hall, NINE).announcements[0].by == SALMA
    assert board(hall, NINE + 5 * MINUTE).announcements == ()


def test_it_is_said_no_more_when_it_is_withdrawn_and_then_cannot_be_again():
    hall = a_hall()
    do(hall, Announce(FULL, BIRTHS, SALMA), at=NINE)

    do(hall, WithdrawAnnouncement(FULL, BIRTHS, SALMA), at=NINE)

    assert told(hall, NINE) == []
    with pytest.raises(refusals.WrongMoment):
        hall.decide(WithdrawAnnouncement(FULL, BIRTHS, SALMA), NINE)


def test_of_one_thing_the_latest_announcement_counts():
    hall = a_hall()
    for at in (NINE, NINE + MINUTE):
        do(hall, Announce(WAITS, None, SALMA), at=at)

    assert [each.at for each in board(hall, NINE + MINUTE).announcements] == [NINE + MINUTE]


def test_a_pause_is_announced_only_while_it_lasts():
    hall = a_hall()
    for wish in (Announce(PAUSED, TAXES, SALMA), Announce(CLOSING, TAXES, SALMA)):
        with pytest.raises(refusals.WrongMoment):
            hall.decide(wish, NINE)
    do(hall, PauseService(TAXES, "prayer"), Announce(PAUSED, TAXES, SALMA), at=NINE)
    assert told(hall, NINE) == [(PAUSED, TAXES, None)]

    do(hall, ResumeService(TAXES), at=NINE)

    assert told(hall, NINE) == []


def test_pauses_are_announced_by_themselves_where_the_rules_say_so():
    hall = a_hall(SaidByItself(pauses=True))

    do(hall, PauseService(TAXES, "prayer"), at=NINE)
    assert told(hall, NINE) == [(PAUSED, TAXES, None)]
    do(hall, ResumeService(TAXES), at=NINE)
    assert told(hall, NINE) == [(RESUMED, TAXES, None)]


def test_a_pause_of_all_services_is_one_announcement():
    hall = a_hall(SaidByItself(pauses=True))

    do(hall, PauseService(None, "prayer"), at=NINE)

    assert told(hall, NINE) == [(PAUSED, None, None)]


def test_the_closing_is_announced_once_in_each_of_its_minutes():
    hall = a_hall(SaidByItself(before_closing=(10, 5)))
    said = {}
    for second in range(0, 15 * 60, 5):
        at = NINE + timedelta(seconds=second)
        for event in do(hall, LetTimePass(), at=at):
            said[second] = event.minutes

    assert said == {300: 10, 600: 5}


def test_a_hall_that_nobody_looked_at_says_nothing_that_is_too_late():
    hall = a_hall(SaidByItself(before_closing=(10,)))

    assert do(hall, LetTimePass(), at=NINE + 7 * MINUTE) == ()


@pytest.mark.parametrize(("left", "said"), [(14, 15), (12, 10), (3, 5)])
def test_a_supervisor_says_about_when_the_hall_closes(left, said):
    hall = a_hall()

    do(hall, Announce(CLOSING, None, SALMA), at=QUARTER_PAST - left * MINUTE)

    assert told(hall, QUARTER_PAST - left * MINUTE) == [(CLOSING, None, said)]


def test_a_closing_that_is_far_is_not_announced():
    hall = a_hall()
    with pytest.raises(refusals.WrongMoment):
        hall.decide(Announce(CLOSING, None, SALMA), QUARTER_PAST - 36 * MINUTE)


def test_when_the_day_is_over_nothing_is_announced():
    hall = a_hall()
    do(hall, Announce(WAITS, None, SALMA), CloseDay(), at=NINE)

    assert told(hall, NINE) == []
