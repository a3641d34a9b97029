"""Which page shows a visitor who looks for a procedure beside the offices."""

from kiosk import finding_page as pages
from kiosk import visit as visits
from kiosk.finding.search import Search
from kiosk.finding_page import FindingPage, ProcedureTile, Tick
from kiosk.offered import Offered
from kiosk.paging import Capacity, cut
from media.pack import Procedure

Shown = visits.AtEvents | visits.AtProcedures | visits.AtSearch | visits.AtTicks | visits.HavingList


def finding_page(visit: Shown, offered: Offered, capacity: Capacity, search: Search) -> FindingPage:
    """Return the page."""
    match visit:
        case visits.AtEvents(language):
            events = [
                each for each in offered.pack.life_events if _has_procedures(offered, each.id)
            ]
            shown, leaf = cut(events, visit.leaf, capacity.events)
            return pages.EventChoice(language, shown, leaf)
        case visits.AtProcedures(language, event):
            tiles = [_tile(offered, each) for each in offered.pack.procedures_at(event.id)]
            some, leaf = cut(tiles, visit.leaf, capacity.procedures)
            return pages.ProcedureChoice(language, event, some, leaf)
        case visits.AtSearch(language, script, typed):
            found = [_tile(offered, each) for each in search.found(typed)]
            some, leaf = cut(found, visit.leaf, capacity.results)
            return pages.SearchEntry(language, script, typed, some, leaf)
        case visits.AtTicks():
            return _ticks(visit, offered, capacity)
        case visits.HavingList(_, take_home, is_printed):
            return pages.ListGiven(take_home.language, take_home, is_printed)


def _has_procedures(offered: Offered, event: str) -> bool:
    return bool(offered.pack.procedures_at(event))


def _tile(offered: Offered, procedure: Procedure) -> ProcedureTile:
    services = offered.pack.services_by(procedure.id)
    if not services:
        return ProcedureTile(procedure)
    tile = offered.service_tile(services[0])
    return ProcedureTile(procedure, tile.closed, tile.waiting or 0)


def _ticks(visit: visits.AtTicks, offered: Offered, capacity: Capacity) -> FindingPage:
    pieces = visit.procedure.documents
    every = [Tick(place + 1, piece, place in visit.held) for place, piece in enumerate(pieces)]
    shown, leaf = cut(every, visit.leaf, capacity.ticks)
    sheet = visit.sheet
    may_take = isinstance(sheet, visits.AtSheet) and offered.service_tile(sheet.service).is_open
    missing = len(pieces) - len(visit.held)
    return pages.TickList(visit.language, visit.procedure, shown, leaf, missing, may_take)
