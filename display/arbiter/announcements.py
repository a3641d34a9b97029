"""What is said to the whole hall: one after the other, whole, and never when it is too late."""

from dataclasses import dataclass, replace

from display.arbiter.claims import Announcement


@dataclass(frozen=True, slots=True)
class Announcements:
    """The announcement that is heard now, and those that wait."""

    current: Announcement | None = None
    since: float = 0.0
    waiting: tuple[Announcement, ...] = ()

    def asked(self, announcement: Announcement) -> "Announcements":
        """Take one in; one of the same key that waits is replaced by it."""
        return replace(self, waiting=(*_without(self.waiting, announcement.key), announcement))

    def withdrawn(self, key: str) -> "Announcements":
        """Say it no more."""
        current = None if self.current and self.current.key == key else self.current
        return replace(self, current=current, waiting=_without(self.waiting, key))

    def stopped(self) -> "Announcements":
        """Let what is heard now begin again later: half a sentence is none."""
        if self.current is None:
            return self
        news = any(each.key == self.current.key for each in self.waiting)
        again = () if news else (self.current,)
        return replace(self, current=None, waiting=(*again, *self.waiting))

    def turned(self, moment: float) -> "Announcements":
        """End what was said whole, forget what is too late, begin the next."""
        waiting = tuple(each for each in self.waiting if moment < each.end)
        if self.current is not None and moment - self.since < self.current.seconds:
            return replace(self, waiting=waiting)
        if not waiting:
            return Announcements()
        return Announcements(waiting[0], moment, waiting[1:])


def _without(these: tuple[Announcement, ...], key: str) -> tuple[Announcement, ...]:
    return tuple(each for each in these if each.key != key)
