"""An agent of the played morning: thinks, acts, and keeps in mind what happened."""

from collections.abc import Callable
from dataclasses import dataclass

from nouba.demo.staff import Member
from nouba.play.act import Act, next_act
from nouba.play.crowd import Crowd
from nouba.play.fate import Fate
from nouba.play.hall_time import HallTime
from nouba.play.witness import AgentWitness
from wire.messages import Desk, TicketState

HEARING = 6.0
"""Seconds that an agent gives the hall screens to speak a call."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What an agent needs to know of the morning."""

    member: Member
    address: str
    """The controller's."""

    crowd: Crowd
    time: HallTime
    elsewhere: tuple[str, ...]
    """Services of other counters, where a visitor may be sent on to."""

    on_call: Callable[[str], None]
    """Is told each ticket that this agent calls."""


class Mind:
    """Decides for an agent, and remembers what was done."""

    def __init__(self, duty: Duty) -> None:
        self.duty = duty
        self._called_at = duty.time.now()
        self.witness = AgentWitness(duty.member.name, duty.member.counter or 0)

    def think(self, desk: Desk) -> Act | None:
        """Decide what to do now; nothing while the visitor at this desk has not been called."""
        if self._is_unheard(desk):
            return None
        crowd = self.duty.crowd
        fate = crowd.fates.of(desk.ticket.ticket) if desk.ticket else Fate.COMES
        return next_act(desk, self.duty.time.now(), fate, is_over=crowd.is_over)

    def _is_unheard(self, desk: Desk) -> bool:
        """Tell whether the visitor cannot have heard the call yet.

        After `HEARING` the agent goes on all the same: the call may have met an outage.
        """
        if desk.ticket is None or desk.ticket.state is not TicketState.CALLED:
            return False
        is_spoken = desk.receipt is not None and 0 < desk.receipt.screens <= desk.receipt.spoken
        return not is_spoken and self.duty.time.real_since(self._called_at) < HEARING

    def is_off(self, desk: Desk) -> bool:
        """Tell whether the agent has gone home."""
        return desk.counter is None and self.duty.crowd.is_over

    def next_service(self, desk: Desk) -> str:
        """Return the service to which the visitor at this desk is sent on."""
        here = {*desk.services, desk.ticket.service if desk.ticket else ""}
        return next(service for service in self.duty.elsewhere if service not in here)

    def did(self, act: Act, before: Desk, after: Desk) -> None:
        """Remember that the act was carried out, which led from one desk to the other."""
        self.witness.done[act] += 1
        if act in {Act.CALL_NEXT, Act.RECALL}:
            self._called_at = self.duty.time.now()
        match act:
            case Act.CALL_NEXT if after.ticket is not None:
                self.witness.called(after.ticket.ticket)
                self.duty.on_call(after.ticket.ticket)
            case Act.FINISH | Act.NO_SHOW:
                self.duty.crowd.left()
            case Act.TRANSFER if before.ticket is not None:
                self.duty.crowd.fates.moved_on(before.ticket.ticket)
            case _:
                return

    def was_refused(self, code: str) -> None:
        """Remember that the hall said no."""
        self.witness.refused[code] += 1


def took_effect(act: Act, before: Desk, after: Desk) -> bool:
    """Tell whether the later desk shows that the act was carried out."""
    match act:
        case Act.OPEN:
            return after.counter is not None
        case Act.CLOSE:
            return after.counter is None
        case Act.CALL_NEXT:
            return after.ticket is not None
        case Act.START:
            return after.ticket is not None and after.ticket.state == TicketState.SERVING
        case Act.RECALL:
            return _calls(after) > _calls(before)
        case Act.FINISH | Act.NO_SHOW | Act.TRANSFER:
            return after.ticket is None


def _calls(desk: Desk) -> int:
    return desk.ticket.calls if desk.ticket else 0
