"""The order that the hall kept today: each call as everybody may know it, without any name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

from controller.hall import events
from controller.hall.events import Event, Why
from controller.hall.ids import CounterId, ServiceId, TicketNumber
from controller.hall.rules import Rules
from controller.put import Put, PutPlace, Puts
from controller.reception import Fact
from wire.messages import Priority

Because = Why | Literal["came_back", "walk_in", "put_first", "put_last", "brought_back"]
"""What chose a ticket; or that it came back to the agent who had sent it elsewhere; or that
a visitor without a ticket was served; or that somebody had put it first or last in line, or brought
it back when it was finished."""


PLACES: Mapping[PutPlace, Because] = MappingProxyType(
    {"first": "put_first", "last": "put_last", "back": "brought_back"}
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the day."""

    number: int
    """Its place among the day's calls, counted from 1."""

    at: datetime
    ticket: TicketNumber
    service: ServiceId
    counter: CounterId
    waited: timedelta
    """Since the ticket was issued, or came to wait again."""

    due_at: datetime
    priority: Priority
    because: Because
    passed: tuple[TicketNumber, ...] = ()
    """Who had come sooner, or was due sooner, and could have been called there."""

    reason: str = ""
    """Why it was out of turn. May say more of a person than everybody should know."""

    put: Put | None = None
    """Who had put it first, last or back in line, and why."""

    reclassed: str | None = None
    """Why a supervisor had given it another class; nothing where none had."""

    @property
    def is_put_first(self) -> bool:
        """Whether the hall's order chose it because somebody had put it first."""
        return self.because == "put_first"

    @property
    def is_out_of_turn(self) -> bool:
        """Whether somebody chose it, brought it back after it was finished, or served a walk-in."""
        if self.because == "walk_in":
            return bool(self.passed)
        return self.because in ("out_of_turn", "brought_back")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket as it waits, or would wait."""

    service: ServiceId
    due_at: datetime
    priority: Priority
    since: datetime | None
    """Nothing while it does not wait."""

    is_return: bool = False
    reclassed: str | None = None


class OrderKept:
    """Hears the hall's facts, and keeps the calls of the day.

    Every fact of a day must be told, in order, from the day's first on. Whoever reads the
    calls keeps nobody from writing the next one.
    """

    def __init__(self, rules: Rules, zone: ZoneInfo) -> None:
        self.policy = rules.policy
        self.has_preferences = any(each.preferences for each in rules.skills.values())
        self.zone = zone
        self._day = date.min
        self._calls: list[Call] = []
        self._out_of_turn = self._put_first = 0
        self._puts = Puts()
        self._tickets: dict[TicketNumber, Waiting] = {}

    def __call__(self, fact: Fact) -> None:
        """Take note of a fact."""
        if fact.seq == 1:
            self._day = fact.event.at.astimezone(self.zone).date()
            self._calls, self._tickets, self._puts = [], {}, Puts()
            self._out_of_turn = self._put_first = 0
        self._take(fact.event)

    def count(self, day: date) -> int:
        """Return how many calls the day has had."""
        return len(self._calls) if day == self._day else 0

    def out_of_turn(self, day: date) -> int:
        """Return how many of them were out of turn."""
        return self._out_of_turn if day == self._day else 0

    def put_first(self, day: date) -> int:
        """Return how many of them somebody had put first in line."""
        return self._put_first if day == self._day else 0

    def calls(self, day: date, first: int, last: int) -> Sequence[Call]:
        """Return the day's calls from one number to another, both among them."""
        return self._calls[first - 1 : last] if day == self._day else ()

    def _take(self, event: Event) -> None:
        self._puts.take(event)
        match event:
            case events.TicketIssued(_, number, service=service):
                waiting = Waiting(service, event.due_at, event.priority, event.issued_at)
                self._tickets[number] = waiting
            case events.WalkInStarted():
                self._walk_in(event)
            case events.TicketCalled():
                self._called(event)
            case events.TicketTransferred(
                at, number, service=service, due_at=due_at
            ) | events.TicketRedirected(at, number, service=service, due_at=due_at):
                self._again(number, at, service, due_at)
            case events.TicketMovedOn(at, number, service, due_at):
                is_return = event.is_return and event.for_agent is not None
                self._again(number, at, service, due_at, is_return=is_return)
            case events.TicketReprioritised():
                self._reclass(event)
            case events.TicketReinstated(at, number, due_at=due_at):
                self._again(number, at, due_at=due_at)
            case events.TicketReturned(at, number) | events.TicketResumed(at, number):
                self._again(number, at)
            case _:
                pass

    def _reclass(self, event: events.TicketReprioritised) -> None:
        self._tickets[event.ticket] = replace(
            self._tickets[event.ticket],
            priority=event.priority,
            due_at=event.due_at,
            reclassed=event.reason,
        )

    def _again(
        self,
        number: TicketNumber,
        at: datetime,
        service: ServiceId | None = None,
        due_at: datetime | None = None,
        *,
        is_return: bool = False,
    ) -> None:
        before = self._tickets[number]
        self._tickets[number] = Waiting(
            service=service or before.service,
            due_at=due_at or before.due_at,
            priority=before.priority,
            since=before.since or at,
            is_return=is_return,
            reclassed=before.reclassed,
        )

    def _called(self, event: events.TicketCalled) -> None:
        waiting = self._tickets[event.ticket]
        self._keep(
            Call(
                number=len(self._calls) + 1,
                at=event.at,
                ticket=event.ticket,
                service=waiting.service,
                counter=event.counter,
                waited=event.at - (waiting.since or event.at),
                due_at=waiting.due_at,
                priority=waiting.priority,
                because=self._because(event, waiting),
                passed=event.passed,
                reason=event.reason,
                put=self._puts.of(event.ticket),
                reclassed=waiting.reclassed,
            )
        )
        self._tickets[event.ticket] = replace(waiting, since=None)

    def _because(self, event: events.TicketCalled, waiting: Waiting) -> Because:
        """Return what chose it; that somebody favoured it goes before that it came back."""
        put = self._puts.chose(event)
        if put is not None and put.is_favour:
            return PLACES[put.place]
        if waiting.is_return and event.why != "out_of_turn":
            return "came_back"
        return event.why if put is None else PLACES[put.place]

    def _walk_in(self, event: events.WalkInStarted) -> None:
        at, number, service = event.at, event.ticket, event.service
        self._tickets[number] = Waiting(service, at, "normal", None)
        self._keep(
            Call(
                number=len(self._calls) + 1,
                at=at,
                ticket=number,
                service=service,
                counter=event.counter,
                waited=timedelta(0),
                due_at=at,
                priority="normal",
                because="walk_in",
                passed=event.passed,
                reason=event.reason,
            )
        )

    def _keep(self, call: Call) -> None:
        self._calls.append(call)
        self._out_of_turn += call.is_out_of_turn
        self._put_first += call.is_put_first
