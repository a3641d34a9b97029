"""The shelf of news, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from controller.news.draft import Draft
from controller.news.entry import Sitting
from controller.news.item import Decision, FeedState, Standing
from controller.news.judging import Changes, Placed
from controller.news.mojibake import Letters
from controller.news.problem import Problem
from controller.store.news import SqlShelf

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER, DAY = NOW + timedelta(minutes=10), timedelta(days=1)
STATE = FeedState(LATER)
DRAFT = Draft(
    "a" * 64,
    "انعقاد الدورة",
    ("أولا", "ثانيا"),
    "ar",
    "https://site.test/1",
    NOW,
    ("x",),
    ("https://site.test/a.jpg",),
    Sitting(NOW, NOW + DAY, is_whole_day=True, place="القاعة"),
    Letters.REPAIRED,
)


@pytest.fixture
def shelf(engine: Engine) -> SqlShelf:
    return SqlShelf(engine, "hall")


def placed(draft: Draft = DRAFT, standing: Standing = Standing.PENDING) -> Placed:
    return Placed(draft, standing, NOW + DAY)


def taken(shelf: SqlShelf, *drafts: Draft) -> list[int]:
    shelf.claim("commune", NOW, LATER)
    shelf.take("commune", Changes(tuple(map(placed, drafts))), STATE, NOW)
    return [item.number for item in shelf.items(NOW)]


def test_an_item_is_found_as_it_was_put(shelf: SqlShelf) -> None:
    (number,) = taken(shelf, DRAFT)

    (item,) = shelf.items(NOW)

    assert (item.draft, item.draft.fingerprint) == (DRAFT, DRAFT.fingerprint)
    assert (item.number, item.feed, item.standing) == (number, "commune", Standing.PENDING)
    assert (item.first_seen, item.changed_at, item.ends_at) == (NOW, NOW, NOW + DAY)
    assert shelf.known("commune", (), NOW) == {DRAFT.key: item}


def test_only_one_of_two_processes_visits_a_feed(engine: Engine) -> None:
    one, other = SqlShelf(engine, "hall"), SqlShelf(engine, "hall")

    claims = [each.claim("commune", NOW, LATER) for each in (one, other)]

    assert claims == [True, False]
    assert [each.claim("commune", LATER, LATER + DAY) for each in (other, one)] == [True, False]


def test_a_feed_is_visited_when_its_state_says_so(shelf: SqlShelf) -> None:
    shelf.claim("commune", NOW, LATER)
    state = FeedState(
        LATER, 2, NOW - DAY, Problem.HTML, "x", NOW, "https://site.test", '"7"', "yesterday"
    )

    shelf.note("commune", state)

    assert (shelf.state("commune"), shelf.state("other")) == (state, None)
    assert not shelf.claim("commune", LATER - timedelta(seconds=1), LATER)
    assert shelf.claim("commune", LATER, LATER + DAY)


def test_another_hall_has_a_shelf_of_its_own(shelf: SqlShelf, engine: Engine) -> None:
    (number,) = taken(shelf, DRAFT)
    other = SqlShelf(engine, "annex")

    assert (other.items(NOW), other.state("commune")) == ((), None)
    assert other.decide(number, Standing.ACCEPTED, "amina", NOW) is None
    assert taken(other, DRAFT) != [number]


def test_who_decided_what_and_when_is_kept(shelf: SqlShelf) -> None:
    (number,) = taken(shelf, DRAFT)

    shelf.decide(number, Standing.ACCEPTED, "amina", NOW)
    shelf.decide(number, Standing.REFUSED, "driss", LATER)

    (item,) = shelf.items(NOW)
    assert (item.standing, item.decided_by, item.decided_at) == (Standing.REFUSED, "driss", LATER)
    assert shelf.decisions(number) == (
        Decision("amina", NOW, Standing.ACCEPTED, DRAFT.fingerprint),
        Decision("driss", LATER, Standing.REFUSED, DRAFT.fingerprint),
    )
    assert shelf.decide(number + 1, Standing.ACCEPTED, "amina", NOW) is None


def test_an_edit_takes_the_items_place_and_what_was_decided_is_still_known(
    shelf: SqlShelf,
) -> None:
    (number,) = taken(shelf, DRAFT)
    shelf.decide(number, Standing.ACCEPTED, "amina", NOW)
    shelf.give_picture(number, "f" * 64)
    edited = replace(DRAFT, headline="أجلت الدورة")

    shelf.take("commune", Changes(edited={number: placed(edited)}), STATE, LATER)

    (item,) = shelf.items(NOW)
    assert (item.draft, item.standing, item.decided_by) == (edited, Standing.PENDING, "")
    assert (item.changed_at, item.first_seen, item.picture) == (LATER, NOW, "f" * 64)
    assert [each.fingerprint for each in shelf.decisions(number)] == [DRAFT.fingerprint]


def test_another_picture_is_looked_for_anew(shelf: SqlShelf) -> None:
    (number,) = taken(shelf, DRAFT)
    shelf.give_picture(number, "f" * 64)
    edited = replace(DRAFT, pictures=("https://site.test/b.jpg",))

    shelf.take("commune", Changes(edited={number: placed(edited)}), STATE, LATER)

    (item,) = shelf.items(NOW)
    assert (item.picture, item.picture_tries) == ("", 0)


def test_a_picture_that_was_not_found_counts_as_a_try(shelf: SqlShelf) -> None:
    (number,) = taken(shelf, DRAFT)

    shelf.give_picture(number, "")
    shelf.give_picture(number, "")

    (item,) = shelf.items(NOW)
    assert (item.picture, item.picture_tries) == ("", 2)


def test_what_is_missing_is_noted_until_it_is_back(shelf: SqlShelf) -> None:
    (number,) = taken(shelf, DRAFT)

    shelf.take("commune", Changes(missing=(number,)), STATE, LATER)
    missing = shelf.items(NOW)[0].missing_since
    shelf.take("commune", Changes(back=(number,)), STATE, LATER)

    assert (missing, shelf.items(NOW)[0].missing_since) == (LATER, None)


def test_what_is_over_is_kept_and_known_by_its_key(shelf: SqlShelf) -> None:
    taken(shelf, DRAFT)
    over = NOW + DAY

    assert (shelf.items(over), len(shelf.items(over, are_over=True))) == ((), 1)
    assert shelf.known("commune", (), over) == {}
    assert list(shelf.known("commune", (DRAFT.key, "b" * 64), over)) == [DRAFT.key]


def test_the_newest_is_listed_first(shelf: SqlShelf) -> None:
    newest, older = DRAFT, replace(DRAFT, key="b" * 64, headline="قديم")

    taken(shelf, newest, older)

    assert [item.draft for item in shelf.items(NOW)] == [newest, older]
