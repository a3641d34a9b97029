"""The kiosk's conversation with one visitor. Knows no Kivy, no clock and no network."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

import structlog

from hardware.ports import PrintResult, Verdict
from kiosk import page as pages
from kiosk.asked import Asked
from kiosk.offered import Offered
from kiosk.page import UNREACHED, Page, Printing
from kiosk.turning import Turner
from kiosk.visit import (
    Asking,
    AtLanguages,
    AtPriority,
    AtSheet,
    Choices,
    Holding,
    Nobody,
    Refused,
    Visit,
    language_of,
)
from wire.messages import Offer, Priority, Refusal, TakeTicket, TicketSlip

Taken = TicketSlip | Refusal | None
"""The controller's answer; nothing when it could not be asked."""


class KioskView(Protocol):
    """What the flow asks of the window."""

    def show(self, page: Page) -> None:
        """Show the page in place of the one before."""

    def ask_whether_there(self, seconds_left: int | None) -> None:
        """Ask the visitor to touch the screen within these seconds; with nothing, stop asking."""


class TicketDesk(Protocol):
    """Where the flow gets tickets from. Both return at once; the flow is told later."""

    def take(self, wish: TakeTicket, answer: Callable[[Taken], None]) -> None:
        """Ask the controller for a ticket, then answer once."""

    def print(self, slip: TicketSlip, *, is_copy: bool = False) -> None:
        """Print it; `KioskFlow.printed` is told what became of it."""


@dataclass(frozen=True, slots=True)
class Waits:
    """How long the kiosk waits, in ticks of one second."""

    idle: int = 60
    """Without a touch, before the kiosk is free for the next visitor."""

    warning: int = 20
    """So long before, it asks whether the visitor is still there."""

    ticket: int = 20
    """A ticket stays on the screen."""

    number_only: int = 45
    """The same without paper: time to write the number down."""

    outage: int = 4
    """The controller may be away so long without anybody being told."""


class KioskFlow:
    """Leads a visitor from the invitation to a ticket in hand, and back."""

    def __init__(
        self,
        view: KioskView,
        desk: TicketDesk,
        choices: Choices,
        turner: Turner,
        asked: Asked,
        waits: Waits | None = None,
    ) -> None:
        self._view, self._desk, self._choices = view, desk, choices
        self._asked = asked
        self._turner = turner
        self._waits = waits or Waits()
        self._offered = self._told = Offered(choices.pack)
        self._visit: Visit = Nobody()
        self._quiet = 0
        self._is_online, self._outage = False, self._waits.outage
        self._shown: Page | None = None
        self._render()

    # -- What the visitor does --

    def touch(self, target: str) -> None:
        """Follow a touch on `start`, `language:fr`, `office:…`, `service:…`, `take` and so on.

        The others are `priority:…`, `back`, `home`, `more` and `less` (leaves), `print` (another
        sheet), and `stay`. What the page does not offer does nothing.
        """
        self._heard_of()
        self._told = self._offered
        if target == "take":
            self._take()
        elif target.startswith("priority:"):
            self._declare(target.removeprefix("priority:"))
        elif target == "print":
            self._print_again()
        elif target != "more" or not self._is_last_leaf():
            self._go(self._choices.after(self._visit, target))
        self._render()

    def _go(self, visit: Visit) -> None:
        if isinstance(visit, Nobody):
            self._asked.forget()
        self._visit = visit

    def _take(self) -> None:
        match self._visit:
            case AtSheet() as sheet if not self._offered.service_tile(sheet.service).is_open:
                return
            case AtSheet() as sheet if self._offered.priorities:
                self._visit = AtPriority(sheet)
            case AtSheet() as sheet:
                self._ask(sheet, "normal")
            case Refused(sheet, code, priority) if code in pages.TO_TRY_AGAIN:
                self._ask(sheet, priority)

    def _declare(self, declared: str) -> None:
        """Ask for a ticket of the class that the visitor declared, or of none."""
        if not isinstance(self._visit, AtPriority):
            return
        classes: tuple[Priority, ...] = ("normal", *self._offered.priorities)
        for priority in classes:
            if priority == declared:
                self._ask(self._visit.sheet, priority)
                return

    def _ask(self, sheet: AtSheet, priority: Priority) -> None:
        if not self._offered.service_tile(sheet.service).is_open:
            self._visit = sheet  # which tells why
            return
        wish = self._asked.wish(sheet.service.id, sheet.language, priority)
        self._visit = Asking(sheet, wish)
        self._desk.take(wish, lambda taken: self._taken(wish, taken))

    def _taken(self, wish: TakeTicket, taken: Taken) -> None:
        if not isinstance(self._visit, Asking) or self._visit.wish != wish:
            _log_unclaimed(taken)
            return
        sheet = self._visit.sheet
        if taken is not None:
            self._asked.answered(wish)
        if isinstance(taken, TicketSlip):
            self._visit = Holding(sheet.language, sheet.service, taken)
            self._render()
            self._desk.print(taken)
            return
        code = taken.refused if taken else UNREACHED
        self._visit = Refused(sheet, code, wish.priority)
        self._render()

    def _print_again(self) -> None:
        visit = self._visit
        if isinstance(visit, Holding) and visit.is_copy_offered:
            self._visit = Holding(
                visit.language, visit.service, visit.slip, copies=visit.copies + 1
            )
            self._desk.print(visit.slip, is_copy=True)

    def _is_last_leaf(self) -> bool:
        match self._shown:
            case (
                pages.OfficeChoice(leaf=leaf)
                | pages.ServiceChoice(leaf=leaf)
                | pages.ServiceSheet(leaf=leaf)
            ):
                return leaf.is_last
            case _:
                return True

    def _heard_of(self) -> None:
        self._quiet = 0
        self._view.ask_whether_there(None)

    # -- What the printer and the hall do --

    def printed(self, ticket: str, result: PrintResult) -> None:
        """Take note that the printer is done, well or not, with that ticket."""
        visit = self._visit
        if not isinstance(visit, Holding) or visit.slip.ticket != ticket:
            return
        is_printed = result.verdict is Verdict.PRINTED
        self._quiet = 0
        self._visit = replace(
            visit, printing=Printing.PRINTED if is_printed else Printing.NUMBER_ONLY
        )
        self._render()

    def on_printer(self, *, is_ready: bool) -> None:
        """Take note of how the printer is: a number may have another sheet now."""
        visit = self._visit
        if not isinstance(visit, Holding):
            return
        is_offered = is_ready and visit.may_have_another
        if is_offered != visit.is_copy_offered:
            self._visit = replace(visit, is_copy_offered=is_offered)
            self._render()

    def on_offer(self, offer: Offer) -> None:
        """Take note of what the hall offers now.

        The screen changes at once when a service opens or closes; numbers of waiting visitors
        are told anew at the next touch, lest the screen change under a finger.
        """
        self._offered = self._offered.after(offer)
        if not (self._told.is_known and self._offered.is_as_open_as(self._told)):
            self._told = self._offered
        self._render()

    def on_online(self) -> None:
        """Take note that the controller is there; its next offer holds, whatever its number."""
        self._offered = self._offered.again()
        self._is_online, self._outage = True, 0

    def on_offline(self) -> None:
        """Take note that the controller is away, for a moment perhaps."""
        self._is_online = False

    # -- Time --

    def tick(self) -> None:
        """Let a second pass."""
        self._outage += not self._is_online
        if not isinstance(self._visit, Nobody | Asking):
            self._grow_quiet()
        self._render()

    def _grow_quiet(self) -> None:
        self._quiet += 1
        left = self._patience() - self._quiet
        if left <= 0:
            self._heard_of()
            self._go(Nobody())
        elif left <= self._waits.warning and not isinstance(self._visit, Holding):
            self._view.ask_whether_there(left)

    def _patience(self) -> int:
        match self._visit:
            case Holding(printing=Printing.NUMBER_ONLY | Printing.UNDER_WAY):
                return self._waits.number_only
            case Holding():
                return self._waits.ticket
            case _:
                return self._waits.idle

    # -- What is shown --

    def _render(self) -> None:
        page = self._page()
        if page != self._shown:
            self._shown = page
            self._view.show(page)

    def _page(self) -> Page:
        visit = self._visit
        if isinstance(visit, Asking | Refused | Holding):
            return self._turner.page(visit, self._told)
        if self._outage >= self._waits.outage or not self._told.is_known:
            return pages.OutOfReach(language_of(visit))
        if not self._told.is_any_open and isinstance(visit, Nobody | AtLanguages):
            return pages.NothingOpen(None, self._told.closed, self._told.has_timetable)
        return self._turner.page(visit, self._told)


def _log_unclaimed(taken: Taken) -> None:
    """Tell staff of a number that nobody holds: it is not printed, lest the next one take it."""
    if isinstance(taken, TicketSlip):
        structlog.get_logger().warning("ticket_unclaimed", ticket=taken.ticket)
