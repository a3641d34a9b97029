"""Which page shows a visit."""

from dataclasses import dataclass

from kiosk import page as pages
from kiosk import visit as visits
from kiosk.declaring import Declaring
from kiosk.finding.search import Search
from kiosk.finding_turning import finding_page
from kiosk.found import Found
from kiosk.notice_round import NoticeRound
from kiosk.offered import Offered
from kiosk.page import Page
from kiosk.paging import Capacity, CutSheet, cut
from kiosk.visit import Visit, chosen_before
from media.pack import Pack
from wire.messages import MOST_SERVICES, Language


@dataclass(frozen=True, slots=True)
class Turner:
    """Makes pages that fit one screen."""

    languages: tuple[Language, ...]
    capacity: Capacity
    cut_sheet: CutSheet
    search: Search
    notices: NoticeRound | None = None
    """What is told while nobody is there; nothing without it."""

    def invitation(self, offered: Offered, seconds: int) -> pages.Attract:
        """Return what is shown to nobody, so long after the last one left."""
        if self.notices is None or offered.today is None:
            return pages.Attract(self.languages)
        return pages.Attract(self.languages, self.notices.leaf(offered.today, seconds))

    def page(self, visit: Visit, offered: Offered) -> Page:
        """Return the page that the visitor should see."""
        match visit:
            case visits.Nobody():
                return self.invitation(offered, 0)
            case visits.AtLanguages():
                return pages.LanguageChoice(self.languages)
            case visits.AtPriority() | Declaring():
                return _priority(visit, offered)
            case visits.AtCode() | visits.CheckingIn():
                return _arrival(visit)
            case visits.Asking() | visits.Refused() | visits.Holding() | Found():
                return _outcome(visit, offered.pack)
            case _:
                return self._choice(visit, offered)

    def _choice(self, visit: visits.Choosing | visits.Searching, offered: Offered) -> Page:
        match visit:
            case visits.AtProcedure():
                return self._procedure(visit)
            case visits.AtOffices():
                return self._offices(visit, offered)
            case visits.AtServices():
                return self._services(visit, offered)
            case visits.AtSheet():
                return self._sheet(visit, offered)
            case _:
                return finding_page(visit, offered, self.capacity, self.search)

    def _offices(self, visit: visits.AtOffices, offered: Offered) -> Page:
        chosen = chosen_before(visit)
        tiles, leaf = cut(offered.office_tiles(chosen), visit.leaf, self.capacity.offices)
        takes_appointments = offered.takes_appointments and not chosen
        return pages.OfficeChoice(visit.language, tiles, leaf, chosen, takes_appointments)

    def _services(self, visit: visits.AtServices, offered: Offered) -> Page:
        tiles = offered.service_tiles(visit.office, chosen_before(visit))
        shown, leaf = cut(tiles, visit.leaf, self.capacity.services)
        return pages.ServiceChoice(visit.language, visit.office, shown, leaf)

    def _sheet(self, visit: visits.AtSheet, offered: Offered) -> Page:
        procedure = offered.pack.procedure(visit.service.procedure)
        chosen = chosen_before(visit)
        leaves = self.cut_sheet(visit.language, procedure, visit.service, is_further=bool(chosen))
        (part,), leaf = cut(leaves, visit.leaf, 1)
        tile = offered.service_tile(visit.service)
        quantity = visit.quantity if visit.is_counted else None
        return pages.ServiceSheet(
            visit.language,
            tile,
            procedure,
            part,
            leaf,
            chosen,
            quantity if tile.is_open else None,
            tile.is_open and _may_go_on(visit, offered),
        )

    def _procedure(self, visit: visits.AtProcedure) -> Page:
        leaves = self.cut_sheet(visit.language, visit.procedure, None, is_further=False)
        (part,), leaf = cut(leaves, visit.leaf, 1)
        return pages.ServiceSheet(visit.language, None, visit.procedure, part, leaf)


def _priority(visit: visits.AtPriority | Declaring, offered: Offered) -> Page:
    about = visit if isinstance(visit, Declaring) else visit.sheet
    return pages.PriorityChoice(about.language, about.service, offered.priorities)


def _arrival(visit: visits.AtCode | visits.CheckingIn) -> Page:
    match visit:
        case visits.AtCode(language, entry):
            return pages.CodeEntry(language, entry.typed, entry.is_whole, entry.denial)
        case visits.CheckingIn(language):
            return pages.CheckingIn(language)


def _may_go_on(sheet: visits.AtSheet, offered: Offered) -> bool:
    """Return whether there is room for one more service, and one to choose."""
    if len(sheet.services) >= MOST_SERVICES:
        return False
    return any(tile.is_open for tile in offered.office_tiles(sheet.services))


def _outcome(visit: visits.Asking | visits.Refused | visits.Holding | Found, pack: Pack) -> Page:
    match visit:
        case Found():
            return visit
        case visits.Asking(sheet, _):
            return pages.Taking(sheet.language, sheet.service)
        case visits.Refused(sheet, code, _, about):
            return pages.NotTaken(sheet.language, about or sheet.service, code)
        case visits.Holding(language, service, slip, printing, is_copy_offered):
            then = tuple(map(pack.service, slip.then))
            return pages.TicketTaken(
                language, service, slip, printing, is_copy_offered, then, visit.is_late
            )
