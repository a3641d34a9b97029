"""Who was told to get ready for which counter, written down."""

from collections.abc import Callable

from controller.hall import events

MayCall = Callable[[int, str], bool]
"""Whether a counter may call a ticket."""


def swapped(ready: dict[int, str], call: events.TicketCalled, may_call: MayCall) -> None:
    """Let two counters change places of which one calls whom the other had told."""
    others = [number for number, told in ready.items() if told == call.ticket]
    instead = ready.get(call.counter)
    if instead in (None, call.ticket) or not others:
        return
    del ready[others[0]]
    if may_call(others[0], instead):
        del ready[call.counter]
        ready[others[0]] = instead


def honest(ready: dict[int, str], number: int, may_call: MayCall) -> None:
    """Let nobody get ready for a counter that has another service now."""
    if number in ready and not may_call(number, ready[number]):
        del ready[number]
