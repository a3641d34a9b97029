"""When emergencies stopped the hall: what was promised in minutes lasts so much longer."""

from collections.abc import Iterator
from datetime import datetime, timedelta

Stretch = tuple[datetime, datetime]


class Stoppages:
    """The stretches of a day in which an emergency lasted, whatever its kind, in their order."""

    def __init__(self) -> None:
        self.over: list[Stretch] = []
        self.since: datetime | None = None
        """Since when one lasts; nothing while none does."""

    def begin(self, at: datetime) -> None:
        """Let an emergency last from now on; another kind beside it changes nothing."""
        self.since = self.since or at

    def end(self, at: datetime) -> None:
        """Let none last any more."""
        if self.since is not None:
            self.over.append((self.since, at))
            self.since = None

    def lost(self, since: datetime, at: datetime) -> timedelta:
        """Return how much of the time from one moment to another an emergency lasted."""
        parts = (end - max(begun, since) for begun, end in self._until(at))
        return sum((part for part in parts if part > timedelta(0)), timedelta(0))

    def after(self, since: datetime, so_long: timedelta, at: datetime) -> datetime:
        """Return when so much time will have passed, without what was lost by now."""
        moment = since + so_long
        for begun, end in self._until(at):
            if begun <= moment and end > since:
                moment += end - max(begun, since)
        return moment

    def before(self, at: datetime, so_long: timedelta) -> datetime:
        """Return since when so much time has passed, without what was lost."""
        moment = at - so_long
        for begun, end in reversed([*self._until(at)]):
            if end >= moment:
                moment -= end - begun
        return moment

    def _until(self, at: datetime) -> Iterator[Stretch]:
        for begun, end in self.over:
            if begun < at:
                yield begun, min(end, at)
        if self.since is not None and self.since < at:
            yield self.since, at
