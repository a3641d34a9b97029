import time
from datetime import UTC, datetime, timedelta

from nouba.play.outage import Killer, Outage, Spread, Standing, late, spread

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
COMEBACK = (Standing.WHOLE, Standing.AWAY, Standing.AWAY, Standing.ANSWERING)
"""What is seen after a kill, before it is whole: at first the old controller may still answer."""


class Hall:
    """Comes back by itself, and counts its looks as seconds of its own time."""

    def __init__(self):
        self.kills = 0
        self.looks = 0
        self.to_see = []

    def kill(self):
        self.kills += 1
        self.to_see = list(COMEBACK)
        return True

    def look(self):
        self.looks += 1
        return self.to_see.pop(0) if self.to_see else Standing.WHOLE

    def now(self):
        return NOON + timedelta(seconds=self.looks)


def killed(hall, times):
    killer = Killer(times, 0.2, hall.kill, hall.look, hall.now)
    killer.start()
    wait_until_done(killer)
    return killer


def wait_until_done(killer):
    deadline = time.monotonic() + 20
    while not killer.is_done and time.monotonic() < deadline:
        time.sleep(0.01)


def test_every_kill_is_measured_until_everybody_is_back():
    hall = Hall()
    outages = killed(hall, 3).outages
    assert hall.kills == 3
    assert [(each.began_at, each.ended_at) for each in outages] == [
        (NOON + timedelta(seconds=first), NOON + timedelta(seconds=first + 5))
        for first in (0, 5, 10)
    ]
    assert all(0 < each.answering < each.whole for each in outages)


def test_a_killer_that_breaks_down_is_done_and_keeps_why_and_what_it_saw_through():
    hall = Hall()
    gone = OSError("no such process")

    def kill():
        if hall.kills == 2:
            raise gone
        return hall.kill()

    killer = Killer(3, 0.2, kill, hall.look, hall.now)
    killer.start()
    wait_until_done(killer)
    assert (killer.is_done, killer.problem, len(killer.outages)) == (True, gone, 2)


def test_without_kills_nothing_was_away():
    hall = Hall()
    killer = killed(hall, 0)
    killer.stop()
    assert (killer.is_done, hall.kills, killer.outages) == (True, 0, [])


def test_only_a_comeback_over_three_seconds_from_the_kill_is_late():
    quick, slow = Outage(NOON, NOON, 2.0, 3.0), Outage(NOON, NOON, 2.0, 3.5)
    assert tuple(late([quick, slow])) == (
        "after kill 2 the hall was whole again in 3.5 s, 1.5 s after the controller answered",
    )


def test_figures_of_no_outage_are_zero():
    assert spread([]) == Spread(0.0, 0.0)
    assert spread([1.0, 2.0, 9.0]) == Spread(2.0, 9.0)
