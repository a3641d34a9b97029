"""What becomes of counters."""

from typing import assert_never

from controller.hall import events
from controller.hall.applying.ready import keep_honest
from controller.hall.counter import Counter
from controller.hall.events import CounterEvent
from controller.hall.ids import CounterId
from controller.hall.state import State


def apply(hall: State, event: CounterEvent) -> None:
    """Make the event so."""
    counter = seen(hall, event.counter)
    if isinstance(event, events.CounterServicesChanged):
        counter.services = frozenset(event.services)
        keep_honest(hall, event.counter)
        if event.rule:
            held = (case for case in hall.holding if case.rule == event.rule)
            hall.obeyed |= {(case, event.added, event.counter) for case in held}
        return
    counter.since = event.at
    match event:
        case events.CounterOpened(_, _, agent, services, preferences):
            counter.agent, counter.services = agent, frozenset(services)
            counter.preferences = dict(preferences)
        case events.CounterClosed():
            counter.agent, counter.services, counter.preferences = None, frozenset(), {}
            counter.pause = None
            counter.recent.clear()
            hall.ready.pop(event.counter, None)
            hall.obeyed = {each for each in hall.obeyed if each[2] != event.counter}
        case events.CounterPaused(reason=reason):
            counter.pause = reason
            hall.ready.pop(event.counter, None)
        case events.CounterResumed():
            counter.pause = None
        case _:
            assert_never(event)


def seen(hall: State, counter: CounterId) -> Counter:
    """Return the counter, also one that the settings no longer know."""
    return hall.counters.setdefault(counter, Counter(counter, frozenset()))
