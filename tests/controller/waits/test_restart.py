"""After a restart a hall tells what it would tell without one, whatever its days were like."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from controller.program import learned
from controller.reception import Fact
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.waits import Waits
from controller.waits.hearing import Hearing
from controller.waits.moment import Moment
from tests.controller.builders import NINE
from tests.controller.store.lived import DAY, SERVICES, a_morning, live

ZONE = ZoneInfo("Africa/Casablanca")


def days(count):
    """Busy days of two agents and whoever comes, with all that may become of tickets."""
    for number in range(count):
        day = timedelta(days=number + number // 5 * 2)
        lived = live(a_morning(), 2000, seed=number)
        yield DAY + day, [replace(event, at=event.at + day) for event in lived]


def lived_and_restarted(path, count):
    """Return the waits that heard it all, and those that begin on the next morning."""
    engine, waits = open_engine(f"sqlite:///{path}/hall.db"), Waits()
    hearing, journal = Hearing(waits, lambda at: at.astimezone(ZONE)), SqlJournal(engine, "hall")
    for day, lived in days(count):
        journal.append(day, [Fact(seq, event) for seq, event in enumerate(lived, 1)], None)
        for event in lived:
            hearing.take(event)
    morning = NINE + (day - DAY) + timedelta(days=1)
    again = learned(engine, "hall", ZONE, morning, None)
    engine.dispose()
    return waits, again, Moment.of(morning.astimezone(ZONE))


@pytest.mark.parametrize("count", [3, 28])
def test_after_a_restart_the_same_is_told_as_if_there_had_been_none(tmp_path, count):
    lived, restarted, now = lived_and_restarted(tmp_path, count)
    for waits in (lived, restarted):
        waits.left("nobody", now)  # the next day begins
    for service in SERVICES:
        assert lived.method(service) == restarted.method(service)
        assert lived.week(service) == restarted.week(service)
        for ahead in (None, 0, 1, 4, 12):
            for kind in ("normal", "elderly"):
                told = [waits.estimate(service, now, ahead, kind) for waits in (lived, restarted)]
                assert told[0] == told[1]
    assert lived.week() == restarted.week()
    assert lived.week().count > 50
