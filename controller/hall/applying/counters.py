"""What becomes of counters."""

from collections.abc import Iterable
from typing import assert_never

from controller.hall import events
from controller.hall.applying.ready import keep_honest
from controller.hall.counter import Counter
from controller.hall.events import CounterEvent
from controller.hall.ids import CounterId, ServiceId
from controller.hall.state import State


def apply(hall: State, event: CounterEvent) -> None:
    """Make the event so."""
    counter = seen(hall, event.counter)
    if isinstance(event, events.CounterServicesChanged):
        taken = counter.services.difference(event.services)
        hall.withheld |= {(event.counter, each) for each in taken}
        _give(hall, counter, event.services)
        keep_honest(hall, event.counter)
        return
    counter.since = event.at
    match event:
        case events.CounterOpened(_, _, agent, services, preferences):
            counter.agent = agent
            _give(hall, counter, services)
            counter.preferences = dict(preferences)
        case events.CounterClosed():
            counter.agent, counter.services, counter.preferences = None, frozenset(), {}
            counter.pause = None
            counter.recent.clear()
            hall.ready.pop(event.counter, None)
        case events.CounterPaused(reason=reason):
            counter.pause = reason
            hall.ready.pop(event.counter, None)
        case events.CounterResumed():
            counter.pause = None
        case _:
            assert_never(event)


def _give(hall: State, counter: Counter, services: Iterable[ServiceId]) -> None:
    """Let the counter give these; nothing of it is withheld any more."""
    counter.services = frozenset(services)
    hall.withheld -= {(counter.id, each) for each in counter.services}


def seen(hall: State, counter: CounterId) -> Counter:
    """Return the counter, also one that the settings no longer know."""
    return hall.counters.setdefault(counter, Counter(counter, frozenset()))
