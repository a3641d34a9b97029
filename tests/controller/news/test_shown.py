"""What screens may show now, and what is now, next and cancelled of the council."""

from dataclasses import replace
from datetime import timedelta

from controller.news.draft import Draft
from controller.news.entry import Sitting
from controller.news.item import Item, Standing
from controller.news.shown import NewsItem, Session, agenda, shown
from tests.controller.news.written import COUNCIL, NOW

HOUR = timedelta(hours=1)
DRAFT = Draft("k", "دورة 5 أكتوبر", ("يوم 5",), "ar", published=NOW - HOUR, categories=("x",))
ITEM = Item(7, "commune", DRAFT, Standing.ACCEPTED, NOW - HOUR, NOW - HOUR, NOW + HOUR)


def a_session(name: str, starts: timedelta, *, is_cancelled: bool = False) -> Session:
    start = NOW + starts
    return Session(
        name, "council", "ar", COUNCIL, (), start, start + 2 * HOUR, False, "", is_cancelled
    )


def test_what_was_accepted_is_shown_until_it_ends() -> None:
    others = (replace(ITEM, standing=each) for each in (Standing.PENDING, Standing.REFUSED))

    assert shown([ITEM, *others], NOW) == (
        NewsItem(
            "news-7",
            "commune",
            "ar",
            "دورة 5 أكتوبر",
            ("يوم 5",),
            NOW - HOUR,
            NOW + HOUR,
            NOW - HOUR,
            ("x",),
        ),
    )
    assert shown([ITEM], NOW + HOUR) == ()


def test_a_session_is_shown_as_one() -> None:
    sitting = Sitting(NOW, NOW + HOUR, place="القاعة 2", is_cancelled=True)
    item = replace(ITEM, draft=replace(DRAFT, sitting=sitting))

    (session,) = shown([item], NOW)

    assert isinstance(session, Session)
    assert (session.starts, session.place, session.is_cancelled) == (
        NOW,
        "القاعة 2",
        True,
    )


def test_the_agenda_tells_what_is_now_next_and_cancelled() -> None:
    now, soon, late = (a_session(str(n), n * HOUR) for n in (-1, 1, 3))
    off = a_session("off", HOUR, is_cancelled=True)
    over = a_session("over", -2 * HOUR)

    got = agenda([late, off, soon, over, now], NOW)

    assert (got.now, got.next, got.cancelled, got.later) == ((now,), soon, (off,), (late,))


def test_a_session_is_now_from_its_beginning_until_its_end() -> None:
    session = a_session("s", HOUR)

    told = [
        (bool(got.now), got.next is not None)
        for n in (0.9, 1, 2.9, 3)
        for got in [agenda([session], NOW + n * HOUR)]
    ]

    assert told == [(False, True), (True, False), (True, False), (False, False)]
