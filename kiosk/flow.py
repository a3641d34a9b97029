"""The kiosk's conversation with one visitor. Knows no Kivy, no clock and no network."""

from dataclasses import replace
from functools import partial

import structlog

from hardware.ports import PrintResult
from kiosk import page as pages
from kiosk.answered import after_answer, log_unclaimed, stopped_at
from kiosk.asked import Asked
from kiosk.choices import Choices
from kiosk.contact import Contact
from kiosk.counsel import Counsel, after_counsel
from kiosk.declaring import Declaring, class_of
from kiosk.entry import Entry
from kiosk.found import Found
from kiosk.offered import Offered
from kiosk.page import Page
from kiosk.patience import is_answer, patience_with
from kiosk.ports import KioskView, Taken, TicketDesk
from kiosk.printouts import Printouts, after_list, after_ticket, with_printer
from kiosk.touchable import is_offered, takes_scans
from kiosk.turning import Turner
from kiosk.visit import (
    Asking,
    AtCode,
    AtLanguages,
    AtPriority,
    AtSheet,
    AtTicks,
    CheckingIn,
    HavingList,
    Holding,
    Nobody,
    Refused,
    Visit,
    Waiting,
    language_of,
)
from kiosk.waits import Waits
from wire.appointment_code import LENGTH, read
from wire.messages import CheckIn, EmergencyKind, Language, Offer, Priority, WhichClass


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
        self._asked, self._printouts = asked, Printouts(desk)
        self._counsel = Counsel(desk, asked.new_request)
        self._turner = turner
        self._waits = waits or Waits()
        self._offered = self._told = Offered(choices.pack)
        self._visit: Visit = Nobody()
        self._quiet = 0
        outage = self._waits.outage
        self._contact = Contact(outage, away=outage)  # it was not heard yet
        self._shown: Page | None = None
        self._emergency: EmergencyKind | None = None
        self._render()

    def turn_with(self, turner: Turner) -> None:
        """Cut lists for another room from now on."""
        self._turner = turner
        self._render()

    # -- What the visitor does --

    def touch(self, target: str) -> None:
        """Follow a touch on `start`, `language:fr`, `office:…`, `service:…`, `take` and so on.

        The others are `priority:…`, `another` (service), `one_more` and `one_less` (of it),
        `events`, `event:…`, `search`, `script:…`, `procedure:…`, `tick`, `piece:…`, `keep`,
        `appointment`, `key:…`, `delete`, `check_in`, `back`, `home`, `more` and `less` (leaves),
        `print` (another sheet), and `stay`. What the page does not offer does nothing.
        """
        self._heard_of()
        self._told = self._offered
        if is_offered(self._shown, target):
            self._follow(target)
        self._render()

    def _follow(self, target: str) -> None:
        if isinstance(self._visit, Found) and target != "home":
            self._visit = self._counsel.after(self._visit, target, self._counselled)
            return
        action, _, choice = target.partition(":")
        match action:
            case "take":
                self._take()
            case "priority":
                self._declare(choice)
            case "check_in":
                self._check_in()
            case "print" | "keep":
                self._visit = self._printouts.after(self._visit, self._list_printed)
            case _:
                self._go(self._choices.after(self._visit, target))

    def scanned(self, text: str) -> None:
        """Take what a scanner has read, an appointment's code or a ticket's, where one may."""
        if not takes_scans(self._shown):
            structlog.get_logger().info("scan_ignored")
            return
        self._heard_of()
        entry = Entry(read(text)[-LENGTH:])  # a ticket's has its number before it
        if entry.is_whole:
            self._arrive(language_of(self._visit), entry)
        elif isinstance(self._visit, AtCode):
            self._visit = replace(
                self._visit, entry=self._visit.entry.denied(pages.Denial("unknown_appointment"))
            )
        self._render()

    def _go(self, visit: Visit) -> None:
        if isinstance(visit, Nobody):
            self._asked.forget()
            self._told, self._quiet = self._offered, 0
        self._visit = visit

    def _counselled(self, asked: Found, taken: Taken) -> None:
        if self._visit == asked:
            self._visit = after_counsel(asked, taken)
            self._render()

    def _check_in(self) -> None:
        match self._visit:
            case AtCode(language, entry):
                self._arrive(language, entry)

    def _arrive(self, language: Language | None, entry: Entry) -> None:
        self._check_in_as(language, entry, self._asked.arrival(entry.typed, language))

    def _check_in_as(self, language: Language | None, entry: Entry, wish: CheckIn) -> None:
        self._visit = arrival = CheckingIn(language, entry, wish)
        self._desk.check_in(arrival.wish, partial(self._answered, arrival))

    def _take(self) -> None:
        if isinstance(self._visit, AtTicks) and isinstance(self._visit.sheet, AtSheet):
            self._visit = self._visit.sheet
        match self._visit:
            case AtSheet() as sheet if (stopped := stopped_at(sheet, self._offered)) is not None:
                self._visit = stopped
            case AtSheet() as sheet if self._offered.priorities:
                self._visit = AtPriority(sheet)
            case AtSheet() as sheet:
                self._ask(sheet, "normal")
            case Refused(sheet, _, priority):
                self._ask(sheet, priority)

    def _declare(self, declared: str) -> None:
        """Ask for a ticket of the class that the visitor declared, or of none."""
        match self._visit:
            case AtPriority(sheet):
                self._ask(sheet, class_of(declared))
            case Declaring(language, _, entry, wish):
                self._check_in_as(language, entry, replace(wish, priority=class_of(declared)))

    def _ask(self, sheet: AtSheet, priority: Priority) -> None:
        self._visit = stopped_at(sheet, self._offered) or Asking(
            sheet, self._asked.ticket(sheet, priority)
        )
        if isinstance(self._visit, Asking):
            self._desk.take(self._visit.wish, partial(self._answered, self._visit))

    def _answered(self, waiting: Waiting, taken: Taken) -> None:
        if self._visit != waiting:
            log_unclaimed(taken)
            return
        if not isinstance(taken, WhichClass | None):
            self._asked.answered(waiting.wish)
        self._visit = after_answer(waiting, taken, self._offered)
        self._render()
        if isinstance(self._visit, Holding):
            self._desk.print(self._visit.slip)

    def heard(self) -> None:
        """Take note that the visitor is there without touching anything: listening, say."""
        self._heard_of()

    def _heard_of(self) -> None:
        self._quiet = 0
        self._view.ask_whether_there(None)

    # -- What the printer and the hall do --

    def printed(self, ticket: str, result: PrintResult) -> None:
        """Take note that the printer is done, well or not, with that ticket."""
        self._print_told(after_ticket(self._visit, ticket, result))

    def _list_printed(self, asked: HavingList, result: PrintResult) -> None:
        self._print_told(after_list(self._visit, asked, result))

    def _print_told(self, visit: Visit) -> None:
        if visit is not self._visit:
            self._quiet, self._visit = 0, visit
            self._render()

    def on_printer(self, *, is_ready: bool) -> None:
        """Take note of how the printer is: a number may have another sheet now."""
        visit = with_printer(self._visit, is_ready=is_ready)
        if visit is not self._visit:
            self._visit = visit
            self._render()

    def on_offer(self, offer: Offer) -> None:
        """Take note of what the hall offers now.

        The screen changes at once when a service opens or closes; numbers of waiting visitors
        are told anew at the next touch, lest the screen change under a finger.
        """
        self._offer(self._offered.after(offer))
        self._be_alarmed(self._offered.emergency)
        self._render()

    def _be_alarmed(self, emergency: EmergencyKind | None) -> None:
        """Give way until the hall, lost or not, lifts it; what is asked or printed is finished."""
        is_new = emergency is not None and self._emergency is None
        self._emergency = emergency
        if is_new and not isinstance(self._visit, Asking | CheckingIn):
            self._heard_of()
            self._go(Nobody())

    def _offer(self, offered: Offered) -> None:
        self._offered = offered
        is_read = self._told.is_known and not isinstance(self._visit, Nobody)
        if not (is_read and offered.is_as_open_as(self._told)):
            self._told = offered

    def on_online(self) -> None:
        """Take note that the controller is there; its next offer holds, whatever its number."""
        self._offered = self._offered.again()
        self._contact = self._contact.found()

    def on_offline(self) -> None:
        """Take note that the controller is away, for a moment perhaps."""
        self._contact = self._contact.lost()

    # -- Time --

    def tick(self) -> None:
        """Let a second pass."""
        self._contact = self._contact.second_later()
        if self._contact.is_cut_off:
            self._offer(self._offered.alone(self._desk.own_offer()))
        match self._visit:
            case Nobody():
                self._quiet += 1
            case Asking() | CheckingIn():
                pass
            case _:
                self._grow_quiet()
        self._render()

    def _grow_quiet(self) -> None:
        self._quiet += 1
        left = patience_with(self._visit, self._waits) - self._quiet
        if left <= 0:
            self._heard_of()
            self._go(Nobody())
        elif left <= self._waits.warning and not isinstance(self._visit, Holding):
            self._view.ask_whether_there(None if self._emergency else left)

    # -- What is shown --

    def _render(self) -> None:
        page = self._page()
        if page != self._shown:
            self._shown = page
            self._view.show(page)

    def _page(self) -> Page:
        visit, told = self._visit, self._told
        if self._emergency is not None:
            return pages.Emergency(self._emergency)
        if is_answer(visit):
            return self._turner.page(visit, told)
        is_lost = self._contact.is_cut_off and not self._offered.is_alone
        if is_lost or not told.is_known:
            return pages.OutOfReach(language_of(visit))
        if not told.is_any_open and visit in (Nobody(), AtLanguages()):
            may_come = told.takes_appointments
            return pages.NothingOpen(None, told.closed, told.has_timetable, may_come)
        if isinstance(visit, Nobody):
            return self._turner.invitation(self._offered, self._quiet)
        return self._turner.page(visit, told)

    @property
    def is_alone(self) -> bool:
        """Whether it offers what the kiosk can give without the controller."""
        return self._offered.is_alone
