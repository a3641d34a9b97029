"""What follows a touch of somebody who looks a ticket up."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from kiosk.found import Found, Step
from kiosk.ports import Taken, TicketDesk
from wire.messages import ABOUT, FACES, About, GiveUpTicket, RateTicket, TicketFound

Answered = Callable[[Found, Taken], None]
"""Hears the controller's answer, and of whom it was asked."""


@dataclass(frozen=True, slots=True)
class Counsel:
    """Leads through the steps of a ticket that was found, and asks the controller."""

    desk: TicketDesk
    new_request: Callable[[], str]

    def after(self, visit: Found, target: str, answered: Answered) -> Found:
        """Return where a touch leads; the answer to what is asked goes to `answered`."""
        action, _, choice = target.partition(":")
        match action:
            case "print":
                self.desk.print(visit.found.slip, is_copy=True)
                return replace(visit, copies=visit.copies + 1, is_copy_offered=False)
            case "give_up":
                return visit.at(Step.GIVING_UP)
            case "back":
                return replace(visit, step=Step.PLACE, face=None)
            case "face":
                face = next(each for each in FACES if str(each) == choice)
                return replace(visit, step=Step.WHY, face=face)
            case "give_up_now":
                return self._give_up(visit, answered)
            case _:
                return self._rate(visit, next((a for a in ABOUT if a == choice), None), answered)

    def _give_up(self, visit: Found, answered: Answered) -> Found:
        asked = visit.at(Step.ASKED)
        wish = GiveUpTicket(self.new_request(), visit.code)
        self.desk.give_up(wish, partial(answered, asked))
        return asked

    def _rate(self, visit: Found, about: About | None, answered: Answered) -> Found:
        assert visit.face is not None
        asked = visit.at(Step.ASKED)
        wish = RateTicket(self.new_request(), visit.code, visit.face, about)
        self.desk.rate(wish, partial(answered, asked))
        return asked


def after_counsel(asked: Found, taken: Taken) -> Found:
    """Return where the visitor stands with the answer, or without one."""
    match taken:
        case TicketFound() if asked.face is not None:
            return replace(asked, found=taken, step=Step.THANKS)
        case TicketFound():
            return replace(asked, found=taken, step=Step.PLACE)
        case _:
            return asked.at(Step.UNREACHED)
