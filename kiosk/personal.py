"""Which pages may bear a visitor's own words: what was typed, or the ticket that was given."""

from kiosk import complaint_page as complaint
from kiosk import finding_page as finding
from kiosk import page as pages
from kiosk.information_page import InformationPage
from kiosk.page import Page
from kiosk.technician_page import TechnicianPage


def is_personal(page: Page | TechnicianPage) -> bool:
    """Return whether it may; a page that nobody has thought of does."""
    match page:
        case pages.OfficeChoice() | pages.ServiceChoice() | pages.ServiceSheet():
            return False
        case pages.LanguageChoice() | pages.PriorityChoice() | pages.Taking() | pages.NotTaken():
            return False
        case _ if isinstance(page, InformationPage):
            return False
        case complaint.KindChoice() | complaint.SubjectChoice() | complaint.ConcernedChoice():
            return False
        case finding.EventChoice() | finding.ProcedureChoice() | pages.Emergency():
            return False
        case _:
            return not is_nobodys(page)


def is_nobodys(page: Page | TechnicianPage) -> bool:
    """Return whether the page is shown while nobody is there."""
    match page:
        case pages.Attract():
            return True
        case pages.NothingOpen(language) | pages.OutOfReach(language):
            return language is None
        case _:
            return False
