"""What the hall's visitors are told of their wait, and what that was worth."""

from datetime import datetime
from zoneinfo import ZoneInfo

from controller.hall import Hall
from controller.hall.events import TicketIssued
from controller.hall.ids import ServiceId, TicketNumber
from controller.reception import Fact
from controller.waits import Range, Waits
from controller.waits.hearing import Hearing
from controller.waits.moment import Moment
from controller.waits.trained import Trained
from wire.messages import Expected, Expecting, TicketState


class Expectations:
    """Hears the hall's facts, and tells ranges of minutes.

    Every fact of a day must be told, in order, from the day's first on.
    """

    def __init__(self, waits: Waits, zone: ZoneInfo) -> None:
        self._waits, self._zone = waits, zone
        self._hearing = Hearing(waits, lambda at: at.astimezone(zone))
        self._told: dict[TicketNumber, Expected] = {}

    def __call__(self, fact: Fact) -> None:
        """Take note of a fact."""
        if fact.seq == 1:
            self._told.clear()
        told = self._hearing.take(fact.event)
        if told is not None and isinstance(fact.event, TicketIssued):
            self._told[fact.event.ticket] = _rounded(told)

    def at_issue(self, ticket: TicketNumber) -> Expected | None:
        """Return what the ticket was told when it was issued today."""
        return self._told.get(ticket)

    def of_service(self, service: ServiceId, at: datetime, ahead: int | None = None) -> Expected:
        """Return what who takes a ticket for the service now would be told, without priority.

        All who wait are `ahead`, unless the hall says otherwise.
        """
        return _rounded(self._waits.estimate(service, self._moment(at), ahead))

    def remaining(self, hall: Hall, ticket: TicketNumber, at: datetime) -> Expected | None:
        """Return what a ticket that waits is told now; nothing for any other."""
        waiting = hall.tickets[ticket]
        if waiting.state is not TicketState.WAITING:
            return None
        ahead, moment = hall.ahead(ticket, at), self._moment(at)
        remains = self._waits.remaining(waiting.service, moment, ahead, waiting.priority)
        return _rounded(remains)

    def adopt(self, trained: Trained) -> None:
        """Tell by this model from now on, where it was better than what was told."""
        self._waits.adopt(trained)

    def worth(self, service: ServiceId | None = None) -> Expecting:
        """Return how good the last week's ranges were: a service's, or all."""
        week = self._waits.week(service)
        method = "" if service is None else self._waits.method(service)
        return Expecting(week.count, week.error, week.coverage, method)

    def _moment(self, at: datetime) -> Moment:
        return Moment.of(at.astimezone(self._zone))


def _rounded(told: Range) -> Expected:
    """Return it in whole minutes, as it is scored."""
    read = told.read
    return Expected(int(read.low), int(read.likely), int(read.high))
