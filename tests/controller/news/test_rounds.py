"""Rounds to a real site that misbehaves, with a real database: what comes in, and what stays."""

from dataclasses import replace
from datetime import timedelta

import pytest

from controller.news.fetching import Fetcher
from controller.news.item import Standing
from controller.news.pace import BREAKS_AFTER, REST
from controller.news.problem import Problem
from controller.news.rounds import Visit
from controller.news.shown import NewsItem, Session, shown
from media.zone import time_zone
from tests.controller.news.hall import QUARTER, Hall
from tests.controller.news.site import (
    HOST,
    Behaviour,
    answer,
    bomb,
    cut_short,
    endless,
    redirect,
    silent,
    unless_marked,
)
from tests.controller.news.test_mojibake import misread
from tests.controller.news.written import (
    COUNCIL,
    NOW,
    WORKS,
    a_calendar,
    an_event,
    an_item,
    rss,
)

RABAT = time_zone("Africa/Casablanca")
DAY = timedelta(days=1)


def test_what_is_new_comes_in_once_and_waits(hall: Hall) -> None:
    assert [hall.visit(), hall.visit()] == [Visit("commune", new=1), Visit("commune")]
    assert hall.told() == [(COUNCIL, "pending")]


def test_a_feed_is_visited_when_it_is_due_and_not_before(hall: Hall) -> None:
    hall.visit(QUARTER - timedelta(seconds=1))

    assert hall.rounds.go() == ()
    hall.time[0] += timedelta(seconds=1)
    assert len(hall.rounds.go()) == 1


ITEMS = rss(an_item("1"))


@pytest.mark.parametrize(
    ("behaviour", "problem"),
    [
        (answer(200, b""), Problem.EMPTY),
        (answer(200, b"<!doctype html><title>Maintenance</title>"), Problem.HTML),
        (answer(200, ITEMS[:-60]), Problem.NOT_WELL_FORMED),
        (answer(200, rss()), Problem.NO_ENTRIES),
        (answer(500, b"<rss>"), Problem.STATUS),
        (cut_short(ITEMS, 9000), Problem.CUT_SHORT),
        (redirect("/feed"), Problem.TOO_MANY_REDIRECTS),
        (redirect("http://127.0.0.1/"), Problem.FORBIDDEN_ADDRESS),
        (endless(b"HTTP/1.1 200 OK\r\n\r\n", bytes(100_000)), Problem.TOO_LARGE),
        (answer(200, bomb(100_000_000), {"Content-Encoding": "gzip"}), Problem.TOO_LARGE),
    ],
    ids=[
        *("empty", "page", "cut off", "no items", "500", "cut short", "loop", "redirect"),
        *("endless", "bomb"),
    ],
)
def test_nothing_that_a_site_answers_removes_anything(hall: Hall, behaviour, problem) -> None:
    assert_nothing_is_removed(hall, behaviour, problem)


def test_a_site_that_answers_nothing_removes_nothing(hall: Hall, impatient: Fetcher) -> None:
    assert_nothing_is_removed(hall, silent, Problem.TOO_SLOW, impatient)


def assert_nothing_is_removed(
    hall: Hall, behaviour: Behaviour, problem: Problem, network: Fetcher | None = None
) -> None:
    """Let the site do this for days, after an item was accepted."""
    hall.visit()
    (item,) = hall.items()
    hall.shelf.decide(item.number, Standing.ACCEPTED, "amina", NOW)
    before = hall.items()

    hall.site.behaviours["/feed"] = behaviour
    hall.rounds = replace(hall.rounds, network=network or hall.rounds.network)
    for _ in range(BREAKS_AFTER + 1):
        hall.visit(REST + timedelta(hours=1))

    state = hall.shelf.state("commune")
    assert hall.items() == before
    assert len(shown(hall.items(), hall.now)) == 1
    assert (state.problem, state.good_at) == (problem, NOW)


def test_a_feed_that_fails_again_and_again_rests_and_one_good_visit_ends_it(hall: Hall) -> None:
    hall.site.behaviours["/feed"] = answer(500)
    for _ in range(BREAKS_AFTER):
        visit = hall.visit(timedelta(hours=5))

    assert visit.failures == BREAKS_AFTER
    assert hall.rounds.go() == ()  # five hours later it still rests
    hall.time[0] += timedelta(hours=2)
    hall.site.put("/feed", ITEMS)
    assert (hall.visit(), hall.shelf.state("commune").failures) == (Visit("commune", new=1), 0)
    assert len(hall.rounds.go()) == 1


def test_a_site_that_asks_for_it_is_left_alone(hall: Hall) -> None:
    hall.site.behaviours["/feed"] = answer(503, headers={"Retry-After": "7200"})

    hall.visit()

    assert hall.shelf.state("commune").next_at == NOW + timedelta(hours=2)


def test_what_has_not_changed_is_asked_for_by_its_mark(hall: Hall) -> None:
    hall.site.behaviours["/feed"] = unless_marked('"7"', ITEMS)
    hall.visit()
    hall.visit()

    assert [headers.get("If-None-Match") for _, headers in hall.site.asked] == [None, '"7"']
    assert hall.shelf.state("commune").good_at == NOW + QUARTER
    assert len(hall.items()) == 1


def test_a_part_of_a_feed_has_no_mark_and_is_asked_for_again(hall: Hall) -> None:
    hall.site.behaviours["/feed"] = unless_marked('"7"', rss(an_item("1"), an_item("2"))[:-60])
    hall.visit()
    hall.visit()

    assert [headers.get("If-None-Match") for _, headers in hall.site.asked] == [None, None]
    assert hall.told() == [(COUNCIL, "pending")]


def test_an_edit_is_seen_and_waits_again(hall: Hall) -> None:
    hall.visit()
    hall.shelf.decide(1, Standing.ACCEPTED, "amina", NOW)
    hall.site.put("/feed", rss(an_item("1", WORKS)))

    assert hall.visit() == Visit("commune", edited=1)
    assert hall.told() == [(WORKS, "pending")]
    assert [each.by for each in hall.shelf.decisions(1)] == ["amina"]


def test_a_trusted_source_is_shown_at_once(hall: Hall) -> None:
    hall.with_feed(trusted=True)
    hall.visit()

    (item,) = shown(hall.items(), hall.now)
    assert isinstance(item, NewsItem)
    assert (item.headline, item.language) == (COUNCIL, "ar")


def test_misread_letters_are_set_right_and_lost_ones_held_back_even_of_trusted_sources(
    hall: Hall,
) -> None:
    hall.with_feed(trusted=True)
    hall.site.put(
        "/feed", rss(an_item("1", misread(COUNCIL, "cp1256")), an_item("2", "??? ?? ???"))
    )

    visit = hall.visit()

    assert hall.told() == [(COUNCIL, "accepted"), ("??? ?? ???", "pending")]
    assert (visit.problem, hall.shelf.state("commune").problem) == (
        "letters were lost on the way; these items wait for an editor (1)",
        Problem.DAMAGED,
    )


@pytest.mark.parametrize("label", ["windows-1256", "iso-8859-1"])
def test_a_wrong_charset_does_no_harm(hall: Hall, label: str) -> None:
    head = f'<?xml version="1.0" encoding="{label}"?>'
    hall.site.put("/feed", rss(an_item("1"), head=head), f"text/xml; charset={label}")

    hall.visit()

    assert hall.told() == [(COUNCIL, "pending")]


def test_arabic_in_the_encoding_of_windows_is_read_as_it_is_labelled(hall: Hall) -> None:
    body = rss(an_item("1"), head='<?xml version="1.0" encoding="windows-1256"?>')
    hall.site.put("/feed", body.decode().encode("cp1256"))

    hall.visit()

    assert hall.told() == [(COUNCIL, "pending")]


def test_what_its_source_withdrew_is_told_to_the_editor_and_stays(hall: Hall) -> None:
    older = an_item("0", WORKS, at=NOW - 2 * DAY)
    hall.site.put("/feed", rss(older, an_item("1")))
    hall.visit()
    hall.site.put("/feed", rss(older))
    hall.visit(DAY - QUARTER)

    gone, other = hall.items()
    assert (gone.draft.headline, gone.is_long_gone(hall.now)) == (COUNCIL, False)
    hall.time[0] += QUARTER
    assert (gone.is_long_gone(hall.now), other.missing_since) == (True, None)

    hall.site.put("/feed", rss(older, an_item("1")))
    hall.visit()
    assert [each.missing_since for each in hall.items()] == [None, None]


def test_sessions_of_the_council_come_in_and_what_was_cancelled_is_told(hall: Hall) -> None:
    url = hall.site.url("/council.ics")
    hall.with_feed(kind="calendar", url=url, trusted=True)
    one = an_event("1", ";TZID=Africa/Casablanca:20261124T100000", "DURATION:PT2H")
    hall.site.put("/council.ics", a_calendar(one), "text/calendar", ETag='"1"')
    hall.visit()
    off = one.replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT")
    hall.site.put("/council.ics", a_calendar(off), "text/calendar", ETag='"1"')

    assert hall.visit() == Visit("commune", edited=1)
    assert [headers.get("If-None-Match") for _, headers in hall.site.asked] == [None, None]

    (session,) = shown(hall.items(), hall.now)
    assert isinstance(session, Session)
    assert (session.starts.astimezone(RABAT).hour, session.is_cancelled) == (10, True)


def test_one_bad_feed_is_no_matter_to_the_others(hall: Hall) -> None:
    good = hall.rounds.feeds[0]
    bad = replace(good, name="bad", url=f"http://{HOST}:1/feed")
    hall.rounds = replace(hall.rounds, feeds=(bad, good))

    first, second = hall.rounds.go()

    assert (first.failures, second.new) == (1, 1)
