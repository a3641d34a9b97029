"""The calls of the morning, as the journal tells them, and whether the screens spoke them."""

from collections import Counter as Count
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from controller.hall import events
from controller.hall.events import Event
from nouba.play.outage import Outage


@dataclass(frozen=True, slots=True)
class Calling:
    """A call, from its moment until its ticket was not called any more, or was called again."""

    ticket: str
    counter: int
    times: int
    """Calls of the ticket to this counter, with this one."""

    at: datetime
    until: datetime | None = None
    """Nothing while it stands on the board."""

    @property
    def name(self) -> str:
        """What the screens call its announcement, as in `A042-counter-3-call-2`."""
        again = f"-call-{self.times}" if self.times > 1 else ""
        return f"{self.ticket}-counter-{self.counter}{again}"

    def met(self, outage: Outage) -> bool:
        """Tell whether the screens were cut off while it stood on the board."""
        is_over_before = self.until is not None and self.until < outage.began_at
        return not is_over_before and self.at <= outage.ended_at


def callings(facts: Iterable[Event]) -> tuple[Calling, ...]:
    """List the calls in these facts, in their order."""
    ended: list[Calling] = []
    standing: dict[str, Calling] = {}
    for fact in facts:
        match fact:
            case events.TicketCalled():
                standing[fact.ticket] = Calling(fact.ticket, fact.counter, 1, fact.at)
            case events.TicketRecalled():
                before = replace(standing.pop(fact.ticket), until=fact.at)
                ended.append(before)
                again = Calling(fact.ticket, fact.counter, before.times + 1, fact.at)
                standing[fact.ticket] = again
            case events.ServiceStarted() | events.NoShowRecorded() | events.TicketReturned() if (
                fact.ticket in standing
            ):
                ended.append(replace(standing.pop(fact.ticket), until=fact.at))
            case _:
                continue
    return tuple(sorted((*ended, *standing.values()), key=lambda calling: calling.at))


def in_outages(calls: Iterable[Calling], outages: Sequence[Outage]) -> tuple[Calling, ...]:
    """List the calls that a screen may have missed: it was cut off while they stood."""
    return tuple(calling for calling in calls if any(map(calling.met, outages)))


def misheard(
    calls: Sequence[Calling], outages: Sequence[Outage], spoken: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Tell where a screen did not announce each call once and nothing else, in sentences.

    `spoken` has the names of the announcements by screen. A screen that was cut off may have
    missed a call, and may not have spoken it twice.
    """
    allowed = Count(calling.name for calling in calls)
    excused = Count(calling.name for calling in in_outages(calls, outages))
    for screen, names in spoken.items():
        heard = Count(names)
        for name in sorted(allowed | heard):
            if not allowed[name] - excused[name] <= heard[name] <= allowed[name]:
                yield (
                    f"{name} was called {allowed[name]} times, "
                    f"and {screen} spoke it {heard[name]} times"
                )
