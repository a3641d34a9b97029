"""The kiosk's window: one screen at a time, and the question whether somebody is there."""

import gc
from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.core.text import Label as CoreLabel
from kivy.input import MotionEvent
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from kiosk import finding_page as finding
from kiosk import page as pages
from kiosk.complaint_page import ComplaintPage
from kiosk.finding_page import FindingPage
from kiosk.found import Found
from kiosk.information_page import InformationPage
from kiosk.page import Page
from kiosk.personal import is_nobodys, is_personal
from kiosk.screens.attract import AttractScreen, language_screen
from kiosk.screens.changing import Changing
from kiosk.screens.choices import office_screen, service_screen
from kiosk.screens.code import code_screen
from kiosk.screens.complaint import complaint_screen
from kiosk.screens.finding import event_screen, procedure_screen
from kiosk.screens.fingers import Fingers
from kiosk.screens.found import found_screen
from kiosk.screens.information import information_screen
from kiosk.screens.kit import Kit
from kiosk.screens.list_given import list_screen
from kiosk.screens.notice import Notice, notice_screen
from kiosk.screens.priority import priority_screen
from kiosk.screens.search import search_screen
from kiosk.screens.sheet import sheet_screen
from kiosk.screens.still_there import StillThere
from kiosk.screens.target import place_of, targets
from kiosk.screens.technician import technician_screen
from kiosk.screens.ticket import ticket_screen
from kiosk.screens.ticks import tick_screen
from kiosk.technician_page import (
    TechnicianCode,
    TechnicianFacts,
    TechnicianMenu,
    TechnicianPage,
    TechnicianTarget,
)
from kiosk.touch_map import TouchMap
from kiosk.touchable import is_printed
from wire.messages import Language

SETTLING = 0.35
"""Seconds after a change in which touches do nothing: a double tap must not choose twice."""

CORNER_MM = 25.0
"""The side of the upper left corner that a technician holds."""

HOLD = 3.0
"""Seconds of it."""

Settled = Callable[[TouchMap], None]


class Stage(FloatLayout):
    """A `KioskView` in Kivy. `settled` hears of every screen that can be touched."""

    def __init__(
        self, kit: Kit, settled: Settled, held: Callable[[], None] | None = None, **properties: Any
    ) -> None:
        """`held` hears of a corner that is held while nobody is there."""
        super().__init__(**properties)
        self._hold = Clock.create_trigger(lambda _: held and held(), HOLD)
        self._kit, self._settled = kit, settled
        self.room: Callable[[Page | TechnicianPage], Kit] | None = None  # what a page is drawn with
        self._fingers = Fingers(kit.look.screen)
        self._turn = 0
        self._question: StillThere | None = None
        self.page: Page | TechnicianPage | None = None
        self._settle = Clock.create_trigger(self._be_settled, SETTLING)
        self._look_again = Clock.create_trigger(self._be_settled, 0)
        self._forget = Clock.create_trigger(self._be_forgetful, 0)
        self._last_map: TouchMap | None = None
        self._is_settled = False
        self._has_words = False

    @property
    def language(self) -> Language | None:
        """The language of the screen; nothing when it speaks them all."""
        language: Language | None = getattr(self.page, "language", None)
        return language

    @property
    def question(self) -> StillThere | None:
        """The question whether somebody is there, while it is asked."""
        return self._question

    @property
    def kit(self) -> Kit:
        """What its screens are built with."""
        return self._kit

    @property
    def is_settled(self) -> bool:
        """Whether a touch does something now."""
        return self._is_settled

    def show(self, page: Page | TechnicianPage) -> None:
        """Show the page in place of the one before."""
        before, self.page = self.page, page
        if is_personal(page):
            self._has_words = True
            CoreLabel.keep_aside()
        if before is not None and self._change(before, page):
            self._unsettle(is_touchable=self._is_settled)
            return
        if self.room is not None:
            self._kit = self.room(page)
        kit = self._kit.within(self.language) if self.language else self._kit
        self.clear_widgets()
        self._add(screen_of(kit, page))
        if self._question is not None:
            self._add(self._question)
        self._unsettle(is_touchable=False)

    def draw_anew(self) -> None:
        """Draw the same page once more: in another room, perhaps."""
        page, self.page = self.page, None
        if page is not None:
            self.show(page)

    def _add(self, widget: Widget) -> None:
        widget.pos_hint = {"x": 0, "y": 0}
        self.add_widget(widget)

    def _change(self, before: Page | TechnicianPage, page: Page | TechnicianPage) -> bool:
        parts = (each for each in self.walk(restrict=True) if isinstance(each, Changing))
        return any(part.change(before, page) for part in parts)

    def ask_whether_there(self, seconds_left: int | None) -> None:
        """Lay the question over the screen, or take it away."""
        if seconds_left is None:
            self._withdraw()
        elif self._question is None:
            kit = self._kit.within(self.language) if self.language else self._kit
            self._question = StillThere(kit, seconds_left)
            self._add(self._question)
            self._unsettle(is_touchable=True)
        else:
            self._question.seconds_left = seconds_left

    def _withdraw(self) -> None:
        if self._question is None:
            return
        self.remove_widget(self._question)
        self._question = None
        self._unsettle(is_touchable=False)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Let the topmost layer have the touch of one finger; none while the screen settles."""
        if not self.collide_point(*touch.pos):
            return False
        if not self._fingers.begin(touch) or not self._is_settled:
            return True
        if self._is_nobody_there and self._is_corner(touch):
            self._hold()
        if self._question is not None:
            self._question.on_touch_down(touch)
            return True
        return bool(super().on_touch_down(touch))

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """Take note of a finger that is lifted; the button that it was put on hears of it."""
        self._fingers.end(touch)
        self._hold.cancel()
        return bool(super().on_touch_up(touch))

    @property
    def _is_nobody_there(self) -> bool:
        return self.page is not None and is_nobodys(self.page)

    def _is_corner(self, touch: MotionEvent) -> bool:
        side = CORNER_MM * self._kit.look.screen.px_per_mm
        return bool(touch.x < self.x + side and touch.y > self.top - side)

    # -- Settling --

    def _unsettle(self, *, is_touchable: bool) -> None:
        if not is_touchable:  # what a finger was put on is not there any more
            self._fingers.cancel()
        self._turn += 1
        self._is_settled = is_touchable
        self._last_map = None
        self._look_again.cancel()
        self._settle.cancel()
        self._settle()

    def _be_settled(self, *_: object) -> None:
        """Settle once nothing moved for a frame: a slow machine may still be arranging it."""
        shown = self.touch_map()
        if shown != self._last_map:
            self._last_map = shown
            self._look_again()
            return
        self._is_settled = True
        if self._has_words:
            self._forget()  # a frame later: what was taken away is still being laid out
        self._settled(shown)

    def _be_forgetful(self, *_: object) -> None:
        """Keep no word of a visitor who has gone: nothing that was drawn, and no old widget."""
        if not self._is_nobody_there:
            return
        self._has_words = False
        CoreLabel.forget_aside()
        gc.collect()

    def touch_map(self) -> TouchMap:
        """Return what can be touched now, and where."""
        top = self._question or self
        name = "still_there" if self._question else getattr(self.page, "name", "")
        places = {each: place_of(widget) for each, widget in targets(top).items()}
        ticket = self.page.slip.ticket if isinstance(self.page, pages.TicketTaken) else None
        return TouchMap(name, self.language, self._turn, places, ticket, is_printed(self.page))


def screen_of(kit: Kit, page: Page | TechnicianPage) -> Widget:
    """Return the page's screen."""
    match page:
        case TechnicianCode() | TechnicianMenu() | TechnicianFacts() | TechnicianTarget():
            return technician_screen(kit, page)
        case pages.Attract():
            return AttractScreen(kit, page)
        case pages.LanguageChoice():
            return language_screen(kit, page)
        case pages.OfficeChoice() | pages.ServiceChoice() | pages.ServiceSheet():
            return _choice(kit, page)
        case pages.PriorityChoice() | pages.CodeEntry() | pages.TicketTaken() | Found():
            return _of_ticket(kit, page)
        case _:
            return _other(kit, page)


def _other(kit: Kit, page: FindingPage | InformationPage | ComplaintPage | Notice) -> Widget:
    if isinstance(page, ComplaintPage):
        return complaint_screen(kit, page)
    if isinstance(page, FindingPage):
        return _finding(kit, page)
    if isinstance(page, InformationPage):
        return information_screen(kit, page)
    return notice_screen(kit, page)


def _of_ticket(
    kit: Kit, page: pages.PriorityChoice | pages.CodeEntry | pages.TicketTaken | Found
) -> Widget:
    match page:
        case pages.PriorityChoice():
            return priority_screen(kit, page)
        case pages.CodeEntry():
            return code_screen(kit, page)
        case pages.TicketTaken():
            return ticket_screen(kit, page)
        case Found():
            return found_screen(kit, page)


def _choice(
    kit: Kit, page: pages.OfficeChoice | pages.ServiceChoice | pages.ServiceSheet
) -> Widget:
    match page:
        case pages.OfficeChoice():
            return office_screen(kit, page)
        case pages.ServiceChoice():
            return service_screen(kit, page)
        case pages.ServiceSheet():
            return sheet_screen(kit, page)


def _finding(kit: Kit, page: FindingPage) -> Widget:
    match page:
        case finding.EventChoice():
            return event_screen(kit, page)
        case finding.ProcedureChoice():
            return procedure_screen(kit, page)
        case finding.SearchEntry():
            return search_screen(kit, page)
        case finding.TickList():
            return tick_screen(kit, page)
        case finding.ListGiven():
            return list_screen(kit, page)
