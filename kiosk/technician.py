"""The technician's way through the tools, behind a code. Knows no Kivy, clock or network."""

from dataclasses import replace
from typing import Protocol

import structlog

from kiosk.affine import Affine, Point, fitted, largest_error
from kiosk.technician_code import CodeLock
from kiosk.technician_page import (
    LONGEST_CODE,
    Row,
    TechnicianCode,
    TechnicianFacts,
    TechnicianMenu,
    TechnicianPage,
    TechnicianTarget,
    Tool,
    technician_targets,
)
from media.texts import msgid
from wire.messages import Language

PATIENCE = 90
"""Seconds without a touch after which the technician has gone."""

PLACES: tuple[Point, ...] = ((0.15, 0.15), (0.85, 0.15), (0.5, 0.5), (0.15, 0.85), (0.85, 0.85))
"""Where the stars stand that calibrate the glass."""


class Tools(Protocol):
    """What the kiosk lets a technician do."""

    def rows(self, tool: Tool) -> tuple[Row, ...]:
        """Return what is known now."""

    def does(self, tool: Tool) -> bool:
        """Return whether there is something to do."""

    def do(self, tool: Tool) -> None:
        """Do it; what comes of it is told by `rows`."""

    def correct(self, correct: Affine) -> None:
        """Correct touches so from now on, and keep that."""

    def feel(self, *, is_raw: bool) -> None:
        """Leave touches as the glass felt them, or correct them again."""

    @property
    def size_mm(self) -> Point:
        """The screen's width and height."""


class View(Protocol):
    """The stage, as a technician takes it."""

    def take(self, page: TechnicianPage) -> None:
        """Show the page."""

    def give_back(self) -> None:
        """Show what visitors see."""


class Technician:
    """One technician at the kiosk, from the long touch of a corner to the last tool."""

    def __init__(
        self, view: View, tools: Tools, lock: CodeLock, languages: tuple[Language, ...]
    ) -> None:
        self._view, self._tools, self._lock, self._languages = view, tools, lock, languages
        self._page: TechnicianPage | None = None
        self._typed, self._quiet = "", 0
        self._felt: tuple[Point, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether a technician has the stage."""
        return self._page is not None

    def come(self) -> None:
        """Ask for the code, where the kiosk has one."""
        if self._lock.is_there and self._page is None:
            self._quiet = 0
            self._show(self._code(self._languages[0]))

    def leave(self) -> None:
        """Give the stage back at once, wherever the technician is: an emergency has it."""
        if self.is_there:
            self._leave()

    def touch(self, target: str) -> None:
        """Follow a touch on one of `technician_targets`; what is not offered does nothing."""
        page = self._page
        if page is None or target not in technician_targets(page):
            return
        self._quiet = 0
        action, _, choice = target.partition(":")
        match page, action:
            case _, "home":
                self._leave()
            case TechnicianCode(), _:
                self._type(page, action, choice)
            case TechnicianMenu(language), "language":
                self._show(TechnicianMenu(self._after(language)))
            case TechnicianMenu(language), "tool":
                self._open(language, Tool(choice))
            case TechnicianFacts(language, tool), "do":
                self._do(language, tool)
            case TechnicianFacts(language), "back":
                self._show(TechnicianMenu(language))

    def felt(self, point: Point) -> None:
        """Take note of where the glass felt a finger, while a star is to be touched."""
        if not isinstance(self._page, TechnicianTarget):
            return
        self._quiet = 0
        self._felt = (*self._felt, point)
        if len(self._felt) < len(PLACES):
            self._show(replace(self._page, place=PLACES[len(self._felt)]))
        else:
            self._calibrate(self._page.language)

    def tick(self) -> None:
        """Let a second pass."""
        self._lock.tick()
        page = self._page
        if page is None:
            return
        self._quiet += 1
        if self._quiet >= PATIENCE:
            self._leave()
        elif isinstance(page, TechnicianFacts) and page.tool is not Tool.TOUCH:
            self._show(self._facts(page.language, page.tool))
        elif isinstance(page, TechnicianCode) and page.locked_minutes:
            self._show(self._code(page.language))

    def _type(self, page: TechnicianCode, action: str, digit: str) -> None:
        match action:
            case "digit":
                self._typed = (self._typed + digit)[:LONGEST_CODE]
            case "delete":
                self._typed = self._typed[:-1]
            case "enter":
                self._try(page)
                return
        self._show(self._code(page.language))

    def _try(self, page: TechnicianCode) -> None:
        typed, self._typed = self._typed, ""
        if self._lock.opens(typed):
            structlog.get_logger().info("technician_let_in")
            self._show(TechnicianMenu(page.language))
            return
        structlog.get_logger().warning("technician_refused")
        self._show(replace(self._code(page.language), is_wrong=True))

    def _code(self, language: Language) -> TechnicianCode:
        minutes = -(-self._lock.locked_seconds // 60)
        return TechnicianCode(language, len(self._typed), locked_minutes=minutes)

    def _open(self, language: Language, tool: Tool) -> None:
        if tool is Tool.TOUCH:
            self._felt = ()
            self._tools.feel(is_raw=True)
            self._show(TechnicianTarget(language, PLACES[0]))
            return
        self._show(self._facts(language, tool))

    def _do(self, language: Language, tool: Tool) -> None:
        structlog.get_logger().info("technician_did", what=str(tool))
        self._tools.do(tool)
        self._show(self._facts(language, tool))

    def _facts(self, language: Language, tool: Tool) -> TechnicianFacts:
        return TechnicianFacts(language, tool, self._tools.rows(tool), self._tools.does(tool))

    def _calibrate(self, language: Language) -> None:
        size = self._tools.size_mm
        try:
            correct = fitted(self._felt, PLACES)
        except ValueError:  # one place was touched again and again: as the glass was
            correct = Affine()
        self._tools.correct(correct)
        errors = (
            (msgid("Error before"), largest_error(self._felt, PLACES, size, Affine())),
            (msgid("Error after"), largest_error(self._felt, PLACES, size, correct)),
        )
        rows = tuple(Row(f"{error:.1f} mm", label) for label, error in errors)
        self._show(TechnicianFacts(language, Tool.TOUCH, rows))

    def _after(self, language: Language) -> Language:
        at = self._languages.index(language) + 1
        return self._languages[at % len(self._languages)]

    def _show(self, page: TechnicianPage) -> None:
        if page != self._page:
            self._page = page
            self._view.take(page)

    def _leave(self) -> None:
        if isinstance(self._page, TechnicianTarget):
            self._tools.feel(is_raw=False)
        self._page, self._typed = None, ""
        self._view.give_back()
