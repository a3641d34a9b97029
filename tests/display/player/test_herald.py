"""A screen says how far it is, at each change and as a heartbeat."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from display.player.herald import Herald, Sight
from display.player.playable import NOTHING, Progress
from display.player.player import Standing
from media.playlist.schedule import ClockTrust
from wire.messages import Playing, Published

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NAME = Published(4, "a" * 64, 1000)
FETCHING = Sight(Standing(NAME, "fetching", NOON, Progress(1, 3)), NOTHING, None, ClockTrust.RTC)
READY = replace(FETCHING, standing=Standing(NAME, "ready", NOON, Progress(3, 3)))


def said(*looks):
    herald = Herald()
    return [herald.word(sight, NOON + timedelta(seconds=at), at) for at, sight in looks]


def test_it_says_how_far_it_is():
    assert said((0.0, FETCHING)) == [
        Playing(4, "a" * 64, "fetching", NOON, "rtc", fetched=1, wanted=3)
    ]


def test_what_does_not_change_is_said_again_every_ten_seconds():
    first, *others = said((0.0, FETCHING), (5.0, FETCHING), (10.0, FETCHING), (15.0, FETCHING))

    assert others == [None, first, None]


def test_it_plays_once_the_screen_shows_it_and_since_then():
    shown = replace(READY, shown=NAME, item="poster")
    words = said((0.0, READY), (1.0, shown), (11.0, shown))

    assert [(each.state, each.since, each.item) for each in words] == [
        ("ready", NOON, None),
        ("playing", NOON + timedelta(seconds=1), "poster"),
        ("playing", NOON + timedelta(seconds=1), "poster"),
    ]


def test_fast_changes_are_said_together():
    steps = [replace(READY, item=f"item-{number}") for number in range(4)]
    words = said((0.0, steps[0]), (0.05, steps[1]), (0.1, steps[2]), (0.3, steps[3]))

    assert [each and each.item for each in words] == ["item-0", None, None, "item-3"]


def test_whoever_begins_to_listen_is_told_at_once():
    herald = Herald()
    herald.word(READY, NOON, 0.0)
    herald.renew()

    assert herald.word(READY, NOON, 0.1) is not None
