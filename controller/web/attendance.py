"""Keeps which agents' pages are connected, and which open counters are unattended."""

from collections import Counter as Count
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import structlog

from controller.attendance import BLINK, NOBODY_MISSED, Watch, lasting, left, looked
from controller.hall import Hall
from controller.hall.ids import AgentName, CounterId
from controller.reception import Reception

PACE = 1.0
"""Seconds between two looks."""


class Attendance:
    """Looks at the open counters again and again.

    Where agents may be at the hall's other controllers, and these cannot be heard, nobody is
    missed: who is not here may be there.
    """

    def __init__(
        self, reception: Reception, now: Callable[[], datetime], pace: float, *, is_alone: bool
    ) -> None:
        """`now` is the hall's clock, and `pace` how fast it runs."""
        self._reception, self._now, self._pace = reception, now, pace
        self._here: Count[AgentName] = Count()
        self._elsewhere: frozenset[AgentName] | None = frozenset() if is_alone else None
        self._went: dict[AgentName, datetime] = {}
        self._watch, self._patience, self._at = NOBODY_MISSED, BLINK, now()
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Tell the listener when a counter is unattended for too long, or is not any more."""
        self._listeners.append(listener)

    def came(self, agent: AgentName) -> None:
        """Note that a page of the agent has connected."""
        self._here[agent] += 1

    def went(self, agent: AgentName) -> None:
        """Note that a page of the agent is gone."""
        self._here[agent] -= 1
        if self._here[agent] <= 0:
            del self._here[agent]
            self._went[agent] = self._now()

    @property
    def here(self) -> frozenset[AgentName]:
        """The agents with a page that is connected to this controller."""
        return frozenset(self._here)

    def heard(self, elsewhere: frozenset[AgentName] | None) -> None:
        """Note the agents of the hall's other controllers; nothing when these are not heard."""
        self._elsewhere = elsewhere

    def look(self) -> None:
        """Look once; raises `JournalError`."""
        before = self.alarms
        self._watch, self._patience, self._at = self._reception.read(self._seen)
        alarms = self.alarms
        if alarms == before:
            return
        _log_changes(before, alarms)
        for listener in self._listeners:
            listener()

    @property
    def unattended(self) -> Mapping[CounterId, datetime]:
        """The counters at which nobody can be called now, and since when."""
        return lasting(self._watch, self._at, BLINK * self._pace)

    @property
    def alarms(self) -> Mapping[CounterId, datetime]:
        """Those of them that have been unattended for too long, by the hall's rules."""
        return lasting(self._watch, self._at, self._patience * self._pace)

    def _seen(self, hall: Hall, at: datetime) -> tuple[Watch, timedelta, datetime]:
        patience = max(hall.rules.unattended, BLINK)
        if self._elsewhere is None:
            return NOBODY_MISSED, patience, at
        present = self.here | self._elsewhere
        self._went = {agent: when for agent, when in self._went.items() if agent not in present}
        return looked(self._watch, left(hall, present), self._went, at), patience, at


def _log_changes(before: Mapping[CounterId, datetime], now: Mapping[CounterId, datetime]) -> None:
    log = structlog.get_logger()
    for counter in now.keys() - before.keys():
        log.warning("counter_unattended", counter=counter, since=str(now[counter]))
    for counter in before.keys() - now.keys():
        log.info("counter_attended", counter=counter)
