"""Which page shows a visitor of an information screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk import information_page as pages
from kiosk import page as shared
from kiosk import visit as visits
from kiosk.finding.search import Search
from kiosk.finding_page import ListGiven
from kiosk.finding_turning import finding_page
from kiosk.information.complaint_turning import complaint_page
from kiosk.information.complaint_visit import Complaining
from kiosk.information.known import Known
from kiosk.information.things import things_on
from kiosk.information.visit import (
    AtCouncil,
    AtDirectory,
    AtLeaflet,
    AtMenu,
    AtNews,
    InformationVisit,
    Looking,
)
from kiosk.notice_round import NoticeRound
from kiosk.offered import Offered
from kiosk.page import Page
from kiosk.paging import Capacity, CutSheet, cut
from media.texts import msgid
from wire.messages import Language

INVITATION = msgid("Touch the screen: procedures, offices, news, the council")


@dataclass(frozen=True, slots=True)
class InformationTurner:
    """Makes pages that fit one screen."""

    languages: tuple[Language, ...]
    capacity: Capacity
    cut_sheet: CutSheet
    cut_leaflet: pages.CutLeaflet
    search: Search
    followed_at: Callable[[], str] = str
    """Returns what stands before a follow-up number in the address of its page, if it is known."""

    notices: NoticeRound | None = None
    """What is told while nobody is there; nothing without it."""

    def invitation(self, known: Known, seconds: int) -> shared.Attract:
        """Return what is shown to nobody, so long after the last one left."""
        if self.notices is None or known.moment is None:
            return shared.Attract(self.languages, None, INVITATION)
        leaf = self.notices.leaf(known.moment.date(), seconds)
        return shared.Attract(self.languages, leaf, INVITATION)

    def page(self, visit: InformationVisit, known: Known) -> Page:
        """Return the page that the visitor should see."""
        match visit:
            case visits.Nobody() | visits.AtLanguages():
                return self._first(visit, known)
            case AtMenu() | AtDirectory() | AtNews() | AtCouncil() | AtLeaflet():
                return self._looking(visit, known)
            case visits.AtProcedure():
                return self._procedure(visit)
            case visits.HavingList(_, take_home):
                return ListGiven(take_home.language, take_home, has_paper=False)
            case _ if isinstance(visit, Complaining):
                return complaint_page(visit, known.pack, self.capacity, self.followed_at())
            case _:
                unticketed = Offered(replace(known.pack, services=()))
                return finding_page(visit, unticketed, self.capacity, self.search)

    def _first(self, visit: visits.Nobody | visits.AtLanguages, known: Known) -> Page:
        if isinstance(visit, visits.Nobody):
            return self.invitation(known, 0)
        return shared.LanguageChoice(self.languages)

    def _looking(self, visit: Looking, known: Known) -> Page:
        match visit:
            case AtMenu(language):
                return pages.InformationMenu(language, known.topics)
            case AtCouncil(language):
                return pages.CouncilMenu(language, known.council_topics)
            case AtDirectory(language, number):
                offices, leaf = cut(known.pack.offices, number, self.capacity.listed)
                return pages.Directory(language, offices, leaf)
            case AtNews(language, number):
                pieces, leaf = cut(known.news, number, self.capacity.listed)
                return pages.NewsList(language, pieces, leaf)
            case AtLeaflet(language, subject, _, number):
                leaves = self.cut_leaflet(language, subject, things_on(subject, known))
                (columns,), leaf = cut(leaves, number, 1)
                return pages.Leaflet(language, subject, columns, leaf)

    def _procedure(self, visit: visits.AtProcedure) -> Page:
        leaves = self.cut_sheet(visit.language, visit.procedure, None, is_further=False)
        (part,), leaf = cut(leaves, visit.leaf, 1)
        return shared.ServiceSheet(visit.language, None, visit.procedure, part, leaf)
