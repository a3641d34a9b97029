"""Which page shows a visit."""

from dataclasses import dataclass

from kiosk import page as pages
from kiosk import visit as visits
from kiosk.offered import Offered
from kiosk.page import Page
from kiosk.paging import Capacity, CutSheet, cut
from kiosk.visit import Visit
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class Turner:
    """Makes pages that fit one screen."""

    languages: tuple[Language, ...]
    capacity: Capacity
    cut_sheet: CutSheet

    def page(self, visit: Visit, offered: Offered) -> Page:
        """Return the page that the visitor should see."""
        match visit:
            case visits.Nobody():
                return pages.Attract(self.languages)
            case visits.AtLanguages():
                return pages.LanguageChoice(self.languages)
            case visits.AtPriority(sheet):
                return pages.PriorityChoice(sheet.language, sheet.service, offered.priorities)
            case visits.Asking() | visits.Refused() | visits.Holding():
                return _outcome(visit)
            case _:
                return self._choice(visit, offered)

    def _choice(
        self, visit: visits.AtOffices | visits.AtServices | visits.AtSheet, offered: Offered
    ) -> Page:
        match visit:
            case visits.AtOffices():
                return self._offices(visit, offered)
            case visits.AtServices():
                return self._services(visit, offered)
            case visits.AtSheet():
                return self._sheet(visit, offered)

    def _offices(self, visit: visits.AtOffices, offered: Offered) -> Page:
        tiles, leaf = cut(offered.office_tiles(), visit.leaf, self.capacity.offices)
        return pages.OfficeChoice(visit.language, tiles, leaf)

    def _services(self, visit: visits.AtServices, offered: Offered) -> Page:
        tiles = offered.service_tiles(visit.office)
        shown, leaf = cut(tiles, visit.leaf, self.capacity.services)
        return pages.ServiceChoice(visit.language, visit.office, shown, leaf)

    def _sheet(self, visit: visits.AtSheet, offered: Offered) -> Page:
        procedure = offered.pack.procedure(visit.service.procedure)
        (part,), leaf = cut(self.cut_sheet(visit.language, visit.service), visit.leaf, 1)
        tile = offered.service_tile(visit.service)
        return pages.ServiceSheet(visit.language, tile, procedure, part, leaf)


def _outcome(visit: visits.Asking | visits.Refused | visits.Holding) -> Page:
    match visit:
        case visits.Asking(sheet, _):
            return pages.Taking(sheet.language, sheet.service)
        case visits.Refused(sheet, code, _):
            return pages.NotTaken(sheet.language, sheet.service, code)
        case visits.Holding(language, service, slip, printing, is_copy_offered, _):
            return pages.TicketTaken(language, service, slip, printing, is_copy_offered)
