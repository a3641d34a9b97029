"""What the conversation asks of the window, and of whoever gives tickets."""

from collections.abc import Callable
from typing import Protocol

from hardware.ports import PrintResult
from kiosk.page import Page
from kiosk.take_home import TakeHome
from wire.messages import (
    CheckIn,
    GiveUpTicket,
    NotYet,
    Offer,
    RateTicket,
    Refusal,
    TakeTicket,
    TicketFound,
    TicketSlip,
    WhichClass,
)

Taken = TicketSlip | TicketFound | WhichClass | Refusal | NotYet | None
"""The controller's answer; nothing when it could not be asked."""


class KioskView(Protocol):
    """What the flow asks of the window."""

    def show(self, page: Page) -> None:
        """Show the page in place of the one before."""

    def ask_whether_there(self, seconds_left: int | None) -> None:
        """Ask the visitor to touch the screen within these seconds; with nothing, stop asking."""


class TicketDesk(Protocol):
    """Where the flow gets tickets from. All of it returns at once; the flow is told later."""

    def take(self, wish: TakeTicket, answer: Callable[[Taken], None]) -> None:
        """Ask the controller for a ticket, then answer once."""

    def own_offer(self) -> Offer | None:
        """Return what can be given while the controller is away; nothing when that is nothing."""

    def check_in(self, wish: CheckIn, answer: Callable[[Taken], None]) -> None:
        """Ask the controller for an appointment's ticket, or after a ticket; then answer once."""

    def give_up(self, wish: GiveUpTicket, answer: Callable[[Taken], None]) -> None:
        """Tell the controller that a visitor gives the place up, then answer once."""

    def rate(self, wish: RateTicket, answer: Callable[[Taken], None]) -> None:
        """Tell the controller how a visitor says that it was, then answer once."""

    def print(self, slip: TicketSlip, *, is_copy: bool = False) -> None:
        """Print it, on as many sheets as it is for; a copy on one.

        `KioskFlow.printed` is told what became of it, of the first sheet: once, and once more
        when a ticket that waited or was held has come out after all.
        """

    def print_list(self, taken: TakeHome, told: Callable[[PrintResult], None]) -> None:
        """Print what is to be brought; `told` hears once what became of it."""
