"""Which screens show what was published, as an officer reads it."""

from datetime import UTC, datetime, timedelta

from controller.signage.tally import Said, Standing, heard, tally
from wire.messages import Playing, Published

NOW = datetime(2026, 11, 23, 10, 41, tzinfo=UTC)
FIVE = Published(5, "a" * 64, 100)


def says(state="playing", number=5, since=NOW, trust="ntp", **more):
    sha256 = FIVE.sha256 if number == FIVE.number else "b" * 64
    return Playing(number, sha256, state, since, trust, **more)


def standings(*said, at=NOW):
    return [each.standing for each in tally(FIVE, said, at).screens]


def test_seven_of_eight_screens_since_the_latest_began():
    moments = [NOW - timedelta(minutes=minutes) for minutes in range(7)]
    said = [(f"s{n}", heard(None, says(since=each), NOW)) for n, each in enumerate(moments)]

    told = tally(FIVE, [*said, ("s7", None)], NOW)

    assert (len(told.showing), len(told.screens), told.since) == (7, 8, NOW)
    assert told.screens[-1].standing is Standing.OFF


def test_each_standing_is_told():
    said = [
        ("fetching", heard(None, says("fetching"), NOW)),
        ("older", heard(None, says(number=4), NOW)),
        ("ready", heard(None, says("ready"), NOW)),
        ("refused", heard(None, says("refused", problem="damaged"), NOW)),
        ("shows", heard(None, says(), NOW)),
    ]

    fetching = Standing.FETCHING
    assert standings(*said) == [fetching, fetching, fetching, Standing.REFUSED, Standing.SHOWING]


def test_a_screen_that_says_nothing_for_half_a_minute_counts_as_off():
    said = ("north", heard(None, says(), NOW))

    assert standings(said, at=NOW + timedelta(seconds=30)) == [Standing.SHOWING]
    assert standings(said, at=NOW + timedelta(seconds=31)) == [Standing.OFF]


def test_a_heartbeat_does_not_make_it_younger():
    first = heard(None, says(trust="none"), NOW)
    later = NOW + timedelta(seconds=10)

    assert heard(first, says(trust="none"), later) == Said(says(trust="none"), NOW, later)


def test_a_clock_that_is_worth_nothing_or_runs_ahead_is_not_believed():
    past, ahead = NOW - timedelta(hours=3), NOW + timedelta(hours=3)

    assert heard(None, says(since=past), NOW).since == past
    assert heard(None, says(since=past, trust="none"), NOW).since == NOW
    assert heard(None, says(since=ahead), NOW).since == NOW
