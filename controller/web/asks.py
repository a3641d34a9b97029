"""What agents and supervisors may ask for: each event, its shape and the command it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Generic, Protocol, TypeVar

from controller.hall import commands
from controller.hall.commands import Command
from controller.hall.events import TicketCalled, WalkInStarted
from controller.hall.ids import AgentName, CounterId, PersonName, ServiceId, TicketNumber
from controller.identity import Person
from controller.reception import Outcome
from controller.request_key import AskerRole, request_key
from controller.web import requests as shapes
from controller.web.answers import Answers
from wire.codec import BadMessage, decode
from wire.messages import Called


class Request(Protocol):
    """Whatever bears a request's id."""

    @property
    def request(self) -> str:
        """The client's name for this wish."""


Shape = TypeVar("Shape", bound=Request)


@dataclass(frozen=True, slots=True)
class Ask(Generic[Shape]):
    """One event: the shape of its data, and the command that it means from this person."""

    shape: type[Shape]
    command: Callable[[Shape, AgentName], Command]
    message: Callable[[Outcome], object] | None = None
    """What is answered; `Done` unless told."""

    def carry_out(self, answers: Answers, guest: Person, sid: str, data: object) -> object:
        """Run the command and return what is answered; raises `BadMessage`."""
        del sid
        request = decode(self.shape, data)
        command = self.command(request, AgentName(guest.name))
        # Of the staff, only these two have a door into the hall.
        role: AskerRole = "supervisor" if guest.role == "supervisor" else "agent"
        key = request_key(role, guest.name, command, request.request)
        return answers.to(command, key, self.message)


def _plain(
    command: Callable[[AgentName], Command], message: Callable[[Outcome], object] | None = None
) -> Ask[shapes.Plain]:
    return Ask(shapes.Plain, lambda _, agent: command(agent), message)


def _called(outcome: Outcome) -> Called:
    event = outcome.facts[0].event
    assert isinstance(event, TicketCalled | WalkInStarted)
    return Called(outcome.seq, event.ticket)


def _at_counter(command: Callable[[CounterId], Command]) -> Ask[shapes.AtCounter]:
    return Ask(shapes.AtCounter, lambda wish, _: command(CounterId(wish.counter)))


def agents_asks() -> Mapping[str, Ask[Any]]:
    """Return all that an agent may ask for, by the name of the event."""
    return {
        "open": Ask(shapes.OpenAt, _open),
        "close": _plain(commands.LeaveCounter),
        "pause": Ask(shapes.Because, lambda w, agent: commands.PauseCounter(agent, w.reason)),
        "resume": _plain(commands.ResumeCounter),
        "call_next": _plain(commands.CallNext, _called),
        "call_ticket": Ask(shapes.ThisTicketBecause, _call_ticket, _called),
        "pre_call": _plain(commands.PreCall),
        "recall": _plain(commands.Recall),
        "no_show": _plain(commands.MarkNoShow),
        "start": _plain(commands.StartService),
        "walk_in": Ask(shapes.ServeNow, _walk_in, _called),
        "finish": Ask(shapes.FinishAs, _finish),
        "transfer": Ask(shapes.TransferTo, _transfer),
        "park": Ask(shapes.ParkFor, _park),
        "resume_ticket": Ask(
            shapes.ThisTicket, lambda wish, _: commands.Resume(TicketNumber(wish.ticket))
        ),
        "reinstate": Ask(shapes.BringBack, _reinstate),
        "cancel": Ask(shapes.ThisTicketBecause, _cancel),
    }


def supervisors_asks() -> Mapping[str, Ask[Any]]:
    """Return all that a supervisor may ask for, by the name of the event."""
    return {
        "close": _at_counter(commands.CloseCounter),
        "release": _at_counter(commands.ReleaseCounter),
        "change_services": Ask(shapes.GiveAt, _change_services),
        "cancel": Ask(shapes.ThisTicketBecause, _cancel),
        "redirect": Ask(shapes.RedirectTo, _redirect),
        "reprioritise": Ask(shapes.Reprioritise, _reprioritise),
        "reinstate": Ask(shapes.BringBack, _reinstate),
        "pause_service": Ask(shapes.ThisServiceBecause, _pause_service),
        "resume_service": Ask(
            shapes.ThisService, lambda wish, _: commands.ResumeService(_service(wish.service))
        ),
        "reopen_day": Ask(
            shapes.Because, lambda wish, name: commands.ReopenDay(wish.reason, PersonName(name))
        ),
        "close_day": Ask(shapes.Plain, lambda *_: commands.CloseDay()),
        "raise_emergency": Ask(
            shapes.OfEmergency, lambda wish, by: commands.RaiseEmergency(wish.kind, PersonName(by))
        ),
        "lift_emergency": Ask(
            shapes.OfEmergency, lambda wish, by: commands.LiftEmergency(wish.kind, PersonName(by))
        ),
        "announce": Ask(shapes.OfAnnouncement, _announce),
        "withdraw_announcement": Ask(shapes.OfAnnouncement, _withdraw),
    }


def _open(wish: shapes.OpenAt, agent: AgentName) -> Command:
    services = frozenset(map(ServiceId, wish.services))
    return commands.OpenCounter(CounterId(wish.counter), agent, services)


def _call_ticket(wish: shapes.ThisTicketBecause, agent: AgentName) -> Command:
    return commands.CallTicket(agent, TicketNumber(wish.ticket), wish.reason)


def _walk_in(wish: shapes.ServeNow, agent: AgentName) -> Command:
    return commands.ServeWalkIn(agent, ServiceId(wish.service), wish.language, wish.reason)


def _finish(wish: shapes.FinishAs, agent: AgentName) -> Command:
    further = _service(wish.goes_on_to)
    return commands.FinishService(agent, wish.outcome, wish.note, wish.quantity, further)


def _transfer(wish: shapes.TransferTo, agent: AgentName) -> Command:
    if (wish.service, wish.counter, wish.agent) == (None, None, None):
        raise BadMessage("name a service, a counter or an agent")
    return commands.Transfer(
        agent=agent,
        service=_service(wish.service),
        to_counter=None if wish.counter is None else CounterId(wish.counter),
        to_agent=None if wish.agent is None else AgentName(wish.agent),
        place=wish.place,
        comes_back=wish.comes_back,
        reason=wish.reason,
    )


def _park(wish: shapes.ParkFor, agent: AgentName) -> Command:
    back_in = None if wish.minutes is None else timedelta(minutes=wish.minutes)
    return commands.Park(agent, wish.reason, wish.place, back_in)


def _cancel(wish: shapes.ThisTicketBecause, name: AgentName) -> Command:
    return commands.CancelTicket(TicketNumber(wish.ticket), wish.reason, PersonName(name))


def _reinstate(wish: shapes.BringBack, _: AgentName) -> Command:
    return commands.Reinstate(TicketNumber(wish.ticket), wish.reason, is_by_staff=True)


def _redirect(wish: shapes.RedirectTo, name: AgentName) -> Command:
    if (wish.service, wish.counter, wish.agent, wish.place) == (None, None, None, "due"):
        raise BadMessage("name a service, a counter, an agent or a place")
    return commands.Redirect(
        ticket=TicketNumber(wish.ticket),
        reason=wish.reason,
        by=PersonName(name),
        service=_service(wish.service),
        to_counter=None if wish.counter is None else CounterId(wish.counter),
        to_agent=None if wish.agent is None else AgentName(wish.agent),
        place=wish.place,
    )


def _reprioritise(wish: shapes.Reprioritise, name: AgentName) -> Command:
    number, by = TicketNumber(wish.ticket), PersonName(name)
    return commands.Reprioritise(number, wish.priority, wish.reason, by)


def _change_services(wish: shapes.GiveAt, _: AgentName) -> Command:
    services = frozenset(map(ServiceId, wish.services))
    return commands.ChangeServices(CounterId(wish.counter), services)


def _pause_service(wish: shapes.ThisServiceBecause, _: AgentName) -> Command:
    return commands.PauseService(_service(wish.service), wish.reason)


def _announce(wish: shapes.OfAnnouncement, by: AgentName) -> Command:
    return commands.Announce(wish.kind, _service(wish.service), PersonName(by))


def _withdraw(wish: shapes.OfAnnouncement, by: AgentName) -> Command:
    return commands.WithdrawAnnouncement(wish.kind, _service(wish.service), PersonName(by))


def _service(name: str | None) -> ServiceId | None:
    return None if name is None else ServiceId(name)
