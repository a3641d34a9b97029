"""Keeps the visitors' pages behind the technician's, while one is at the kiosk."""

from collections.abc import Callable

from kiosk.page import Page
from kiosk.ports import KioskView
from kiosk.technician_page import TechnicianPage


class Backstage:
    """A `KioskView` that passes on what it is told, unless a technician has the stage."""

    def __init__(self, stage: KioskView, show: Callable[[TechnicianPage], None]) -> None:
        self._stage, self._show_technician = stage, show
        self._page: Page | None = None
        self._is_taken = False

    def show(self, page: Page) -> None:
        """Show the page, or keep it for afterwards."""
        self._page = page
        if not self._is_taken:
            self._stage.show(page)

    def ask_whether_there(self, seconds_left: int | None) -> None:
        """Ask the visitor; while a technician is there, there is none."""
        if not self._is_taken:
            self._stage.ask_whether_there(seconds_left)

    def take(self, page: TechnicianPage) -> None:
        """Give the stage to a technician's page."""
        self._is_taken = True
        self._show_technician(page)

    def give_back(self) -> None:
        """Show what visitors would see by now."""
        self._is_taken = False
        if self._page is not None:
            self._stage.show(self._page)
