import time

from nouba.play.outage import Killer


class Hall:
    """Comes back by itself after it was looked at three times."""

    def __init__(self):
        self.kills = 0
        self.looks_until_back = 0

    def kill(self):
        self.kills += 1
        self.looks_until_back = 3
        return True

    def is_back(self):
        self.looks_until_back -= 1
        return self.looks_until_back < 0


def test_every_kill_is_measured_until_the_hall_is_back():
    hall = Hall()
    killer = Killer(3, 0.2, hall.kill, hall.is_back)
    killer.start()
    deadline = time.monotonic() + 20
    while not killer.is_done and time.monotonic() < deadline:
        time.sleep(0.01)
    assert (len(killer.outages.seconds), hall.kills) == (3, 3)


def test_without_kills_nothing_was_away():
    hall = Hall()
    killer = Killer(0, 1.0, hall.kill, hall.is_back)
    killer.start()
    killer.stop()
    assert (killer.is_done, hall.kills, killer.outages.longest) == (True, 0, 0.0)
