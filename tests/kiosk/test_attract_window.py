"""The invitation with its notices, and the closed hall, as they are drawn at every size."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk import page as pages
from kiosk.closed import openings_of
from kiosk.notice_round import NoticeRound
from kiosk.screens.notice_card import NoticeMeasure
from kiosk.screens.target import targets
from media.isolation import plain
from media.look.widgets import Text, out_of_reach, overflowing, small_targets
from tests.controller.hall.test_hours import HOURS
from tests.kiosk.conversation import shut
from tests.kiosk.staged import NOON, PACK, SCREENS, kit_on, stage_on
from wire.messages import LANGUAGES

pytestmark = pytest.mark.window

SIZES = (
    "landscape of 15.6 inches",
    "portrait of 21.5 inches",
    "portrait of 32 inches",
    "old square of 19 inches",
)


LONGEST = 6
"""So many leaves are drawn: the others have fewer letters."""


def said(widget):
    return {plain(text.text) for text in widget.walk() if isinstance(text, Text) and text.text}


def leaves(screen):
    """Every leaf of the demonstration's notices on this screen."""
    notices = NoticeRound(PACK, LANGUAGES, NoticeMeasure(kit_on(screen)))
    shown = (notices.leaf(NOON.date(), second) for second in range(1000))
    return list(dict.fromkeys(shown))


@pytest.mark.parametrize("size", SIZES)
def test_every_notice_fits_beside_the_invitation_and_the_whole_screen_is_touched(window, size):
    screen = SCREENS[size]
    stage, told = stage_on(window, screen), leaves(screen)
    for leaf in sorted(told, key=lambda each: len(each.title + each.text))[-LONGEST:]:
        stage.show(pages.Attract(LANGUAGES, leaf))
        window.pump(3)
        assert [text.text for text in overflowing(stage)] == [], leaf
        assert {leaf.title, leaf.text} - {""} <= said(stage)
        (whole,) = targets(stage).values()
        assert tuple(whole.size) == (screen.width_px, screen.height_px)
    titles = {leaf.title for leaf in told} - {""}
    assert titles == {
        t for each in PACK.notices for t in (each.title.ar, each.title.fr, each.title.en)
    }


def test_a_notice_takes_the_place_of_another_while_a_finger_may_touch_all_along(window):
    settled = []
    screen = SCREENS["portrait of 21.5 inches"]
    stage = stage_on(window, screen)
    stage._settled = settled.append
    first, second, *_ = leaves(screen)
    stage.show(pages.Attract(LANGUAGES, first))
    window.until(lambda: settled)
    whole = targets(stage)["start"]

    stage.show(pages.Attract(LANGUAGES, second))
    assert targets(stage)["start"] is whole
    assert stage._is_settled
    window.pump(3)
    assert second.title in said(stage)
    assert first.title not in said(stage)

    stage.show(pages.Attract(LANGUAGES))
    window.pump(3)
    assert second.title not in said(stage)


AT_NIGHT = {
    "the evening before a holiday": (datetime(2026, 7, 29, 20, tzinfo=UTC), 31, "08:30"),
    "a Friday in Ramadan": (datetime(2026, 2, 20, 18, tzinfo=UTC), 23, "09:00"),
    "the last evening before Ramadan": (datetime(2026, 2, 17, 19, tzinfo=UTC), 18, "09:00"),
    "early on a day of Ramadan": (datetime(2026, 3, 10, 5, tzinfo=UTC), 10, "09:00"),
    "the evening when Ramadan is over": (datetime(2026, 3, 19, 18, tzinfo=UTC), 20, "08:30"),
}
"""A moment in universal time; the day of the month and the hour at which the hall opens next."""


def night(at):
    """What is known of a hall that is closed by its hours at this moment."""
    later = HOURS.opens_on_a_later_day(at)
    offer = shut(1, "service_closed", opens_at=HOURS.opens_at(at), opens_on_a_later_day_at=later)
    openings = openings_of(replace(offer, at=at), PACK.hall.zone)
    return openings.after("service_closed")


@pytest.mark.parametrize("when", AT_NIGHT)
def test_a_closed_hall_opens_by_holidays_and_the_hours_of_ramadan(when):
    at, day, clock = AT_NIGHT[when]
    opening = night(at)
    assert (opening.at.day, f"{opening.at:%H:%M}") == (day, clock)
    assert opening.at - at < timedelta(days=4)


@pytest.mark.parametrize("size", SIZES)
def test_a_closed_hall_says_when_to_come_in_every_language_at_every_size(window, size):
    screen = SCREENS[size]
    stage = stage_on(window, screen)
    for at, _, clock in (AT_NIGHT["the evening before a holiday"], AT_NIGHT["a Friday in Ramadan"]):
        closed = pages.Closed("service_closed", opening=night(at))
        for language in (*LANGUAGES, None):
            stage.show(pages.NothingOpen(language, closed, True, True))
            window.pump(3)
            assert [text.text for text in overflowing(stage)] == [], (language, at)
            assert clock in said(stage)
            assert small_targets(stage, screen) == out_of_reach(stage, screen) == []
