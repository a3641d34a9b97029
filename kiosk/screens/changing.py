"""What changes on a screen while a finger is on it, without the screen being made anew."""

from typing import Protocol, runtime_checkable

from kiosk.page import Page
from kiosk.technician_page import TechnicianPage


@runtime_checkable
class Changing(Protocol):
    """A part of a screen that can show another page of the same kind in its place.

    A screen that is made anew takes no touch for a moment, lest a double tap choose twice;
    whoever types would lose letters by it.
    """

    def change(self, before: Page | TechnicianPage, page: Page | TechnicianPage) -> bool:
        """Show the page where the one before was; return whether that is all that differs."""
