"""Which notice stands beside the invitation, and how long."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kiosk.notice_round import NoticeRound
from media.pack import Notice
from media.words import Words
from tests.kiosk.conversation import NOON, PACK, Conversation, offer
from tests.kiosk.staged import PACK as DEMONSTRATION

TODAY = date(2026, 11, 23)
WATER = Notice(
    id="water",
    since=TODAY,
    until=TODAY + timedelta(days=1),
    title=Words(ar="انقطاع الماء", fr="Coupure d’eau"),
    text=Words(ar="غدا صباحا.", fr="Demain matin. Dans le centre."),
    source="commune",
)
OLD = replace(WATER, id="old", since=TODAY - timedelta(days=9), until=TODAY - timedelta(days=1))
COMING = replace(WATER, id="coming", since=TODAY + timedelta(days=1), until=None, text=None)


def with_notices(*notices):
    return replace(PACK, notices=notices)


def rounds(fits=lambda _: True, notices=(WATER,), languages=("ar", "zgh", "fr", "en")):
    return NoticeRound(with_notices(*notices), languages, fits)


def told(round_, day=TODAY, seconds=200):
    """The leaves of a round, each once, in their order."""
    shown = (round_.leaf(day, second) for second in range(seconds))
    return list(dict.fromkeys(leaf for leaf in shown if leaf))


def test_a_notice_is_told_in_each_language_that_has_it_and_then_again():
    leaves = told(rounds())
    assert [(leaf.language, leaf.title) for leaf in leaves] == [
        ("ar", "انقطاع الماء"),
        ("fr", "Coupure d’eau"),
    ]
    first, second = leaves
    assert rounds().leaf(TODAY, first.seconds) == second
    assert rounds().leaf(TODAY, first.seconds + second.seconds) == first


def test_each_leaf_stands_as_long_as_a_slow_reader_needs():
    long = replace(WATER, text=Words(ar="غ" * 200, fr="a" * 200), id="long")
    assert [leaf.seconds for leaf in told(rounds(notices=(long,)))] == [25, 25]
    assert {leaf.seconds for leaf in told(rounds())} == {8}


def test_only_the_notices_of_the_day_are_told():
    assert told(rounds(notices=(COMING, WATER, OLD))) == told(rounds())
    tomorrow = told(rounds(notices=(COMING, WATER, OLD)), TODAY + timedelta(days=1))
    assert [leaf.since for leaf in tomorrow] == [COMING.since, COMING.since, TODAY, TODAY]
    assert rounds(notices=(OLD,)).leaf(TODAY, 0) is None


def test_a_text_without_room_is_cut_between_its_sentences_and_each_part_bears_the_title():
    leaves = told(rounds(lambda leaf: len(leaf.text) < 20, languages=("fr",)))
    assert [(leaf.title, leaf.text, leaf.number, leaf.count) for leaf in leaves] == [
        ("Coupure d’eau", "Demain matin.", 1, 2),
        ("Coupure d’eau", "Dans le centre.", 2, 2),
    ]


def test_a_title_that_leaves_too_little_room_has_a_part_of_its_own():
    leaves = told(rounds(lambda leaf: len(leaf.title + leaf.text) < 22, languages=("fr",)))
    assert [(leaf.title, leaf.text) for leaf in leaves] == [
        ("Coupure d’eau", ""),
        ("", "Demain matin."),
        ("", "Dans le centre."),
    ]


def test_the_content_of_now_takes_the_place_of_the_one_before():
    round_ = rounds()
    round_.leaf(TODAY, 0)
    round_.renew(with_notices())
    assert round_.leaf(TODAY, 0) is None


@pytest.fixture
def kiosk():
    """A kiosk with all the demonstration's notices."""
    conversation = Conversation()
    turner = conversation.flow._turner
    conversation.flow._turner = replace(
        turner, notices=NoticeRound(DEMONSTRATION, turner.languages, lambda _: True)
    )
    return conversation.open()


def test_notices_turn_while_nobody_is_there_and_begin_anew_for_the_next_visitor(kiosk):
    first = kiosk.view.page.notice
    second = kiosk.tick(first.seconds).notice
    assert (first.language, second.language) == ("ar", "fr")
    assert first.since == second.since

    kiosk.touch("start", "language:fr")
    assert kiosk.touch("home").notice == first


def test_at_the_turn_of_the_day_the_notices_are_those_of_the_new_one(kiosk):
    assert kiosk.view.page.notice is not None
    kiosk.flow.on_offer(replace(offer(2), at=datetime(2019, 1, 1, tzinfo=NOON.tzinfo)))
    assert kiosk.view.page.notice is None
