"""The one question of satisfaction: of which service it may be answered, and until when."""

from datetime import datetime

from controller.hall import events, refusals
from controller.hall.commands import RateVisit
from controller.hall.state import State
from controller.hall.ticket import Given
from wire.messages import ABOUT, FACES


def rate(hall: State, answer: RateVisit, at: datetime) -> events.VisitRated:
    """Return the answer as it is kept, or raise `Refused`."""
    given = hall.ticket(answer.ticket).given
    if answer.face not in FACES or answer.about not in (None, *ABOUT):
        raise refusals.BadAnswer
    if given is None or not _may_ask(answer, given):
        raise refusals.WrongMoment
    if not is_open(hall, given, at):
        raise refusals.TooLate
    return events.VisitRated(at, answer.ticket, given.service, answer.face, answer.about)


def is_open(hall: State, given: Given, at: datetime) -> bool:
    """Return whether the visitor may still answer, or answer otherwise."""
    return at < given.at + hall.rules.rating


def _may_ask(answer: RateVisit, given: Given) -> bool:
    """Return whether whoever asked may: any device could else undo what a visitor said."""
    return answer.counter is None or (answer.counter == given.counter and given.face is None)
