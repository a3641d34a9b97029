"""Whether a page offers what was touched: a touch may come late, or from a test's own hand."""

from kiosk import page as pages
from kiosk.page import Page


def is_offered(page: Page | None, target: str) -> bool:
    """Return whether this page has such a target now, as far as pages differ in it."""
    match target, page:
        case "more", (pages.OfficeChoice() | pages.ServiceChoice() | pages.ServiceSheet()):
            return not page.leaf.is_last
        case "more", _:
            return False
        case "another", pages.ServiceSheet():
            return page.may_go_on
        case "appointment", (pages.OfficeChoice() | pages.NothingOpen()):
            return page.takes_appointments
        case (("another" | "appointment"), _):
            return False
        case _:
            return True


def takes_scans(page: Page | None) -> bool:
    """Return whether a code that is scanned now is an arrival."""
    match page:
        case pages.Attract() | pages.LanguageChoice() | pages.CodeEntry():
            return True
        case pages.OfficeChoice() | pages.NothingOpen():
            return page.takes_appointments
        case _:
            return False
