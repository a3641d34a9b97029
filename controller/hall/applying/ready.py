"""What becomes of who was told to get ready: nobody is told what will not happen."""

from controller.hall.ids import CounterId, TicketNumber
from controller.hall.state import State


def untold(hall: State, number: TicketNumber) -> None:
    """Let nobody expect the ticket any more."""
    for counter in [each for each, told in hall.ready.items() if told == number]:
        del hall.ready[counter]


def swap(hall: State, caller: CounterId, called: TicketNumber) -> None:
    """Let whom the caller had told get ready for the counter that had told the called one.

    It calls somebody else than it had said, so the other one is nearer to calling them, if it may.
    """
    others = (each for each, told in hall.ready.items() if told == called)
    other = next((each for each in others if each != caller), None)
    if other is None or caller not in hall.ready:
        return
    if hall.may_call(hall.counters[other], hall.ready[caller]):
        hall.ready[other] = hall.ready.pop(caller)


def keep_honest(hall: State, counter: CounterId) -> None:
    """Let nobody get ready for a counter that may not call them."""
    told = hall.ready.get(counter)
    if told is not None and not hall.may_call(hall.counters[counter], told):
        del hall.ready[counter]
