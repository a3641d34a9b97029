"""Kiosk screens of several sizes, and every page that can stand on them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kiosk import page as pages
from kiosk import visit as visits
from kiosk.closed import Closed, Opening
from kiosk.finding.keyboards import KEYBOARDS
from kiosk.finding.search import Search
from kiosk.found import Found, Step
from kiosk.offered import Offered
from kiosk.page import UNREACHED
from kiosk.screens.kit import Kit
from kiosk.screens.plan import Plan
from kiosk.screens.sheet_cutter import SheetCutter
from kiosk.screens.stage import Stage
from kiosk.turning import Turner
from media.look.look import Look
from media.look.screen import Screen
from media.pack import load_pack
from media.sheets import SheetWords
from media.texts import Texts
from wire.messages import (
    LANGUAGES,
    MOST_SERVICES,
    EmergencyKind,
    Expected,
    Offer,
    OfferedService,
    TicketFound,
    TicketSlip,
    TicketState,
)

PACK = load_pack(Path(__file__).parents[2] / "media/packs/demo")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SCREENS = {
    "landscape of 15.6 inches": Screen(1920, 1080, 396, 450, 780),
    "portrait of 21.5 inches": Screen(1080, 1920, 546, 450, 640),
    "portrait of 27 inches": Screen(1080, 1920, 686, 550, 640),
    "portrait of 32 inches": Screen(1080, 1920, 813, 550, 500),
    "portrait of 43 inches": Screen(1080, 1920, 1092, 600, 640),
    "old square of 19 inches": Screen(1280, 1024, 482, 450, 780),
    "hung high": Screen(1080, 1920, 686, 550, 760),
    "standing low": Screen(1080, 1920, 813, 550, 330),
}
SHEETS = 3
"""The longest sheets: drawing all of them takes minutes, and the others hold less."""

CLOSED = {
    "death_copy": ("service_paused", "The computers do not work"),
    "family_booklet": ("quota_reached", ""),
    "hygiene": ("service_closed", ""),
    "burial": ("service_paused", "Le registre est au tribunal jusqu’à mercredi après-midi"),
    "tnb": ("day_over", ""),
}
FRIDAY = datetime(2026, 11, 27, 8, 30, tzinfo=PACK.hall.zone)
OPENING = Opening(FRIDAY, NOON.date())
CLASSES = ("disability", "elderly", "pregnant", "abroad")
WAIT = Expected(110, 140, 185)
"""As many letters as any."""


def offered(*, takes_appointments=False):
    services = (
        OfferedService(
            each.id,
            each.id not in CLOSED,
            5 * index % 13,
            *CLOSED.get(each.id, ("", "")),
            None if each.id in CLOSED else WAIT,
        )
        for index, each in enumerate(PACK.services)
    )
    offer = Offer(1, NOON, tuple(services), CLASSES, None, FRIDAY, takes_appointments)
    return Offered(PACK, offer)


def leaves(turner, visit):
    """Every leaf of a list."""
    hall = offered(takes_appointments=isinstance(visit, visits.AtOffices))
    page = turner.page(visit, hall)
    yield page
    for number in range(2, page.leaf.count + 1):
        yield turner.page(replace(visit, leaf=number), hall)


def pages_in(turner, language):
    """Every page that a visitor can come to in a language."""
    yield from leaves(turner, visits.AtOffices(language))
    for office in dict.fromkeys(PACK.office(service.office) for service in PACK.services):
        yield from leaves(turner, visits.AtServices(language, office))
    for service in sorted(PACK.services, key=sheet_length)[-SHEETS:]:
        office = PACK.office(service.office)
        yield from leaves(turner, visits.AtSheet(language, office, service))
    yield from with_others_before(turner, language)
    yield from findings(turner, language)
    yield from arrivals(language)
    yield from outcomes(language)


def findings(turner, language):
    """The ways to a procedure beside the offices, and the list of what to bring."""
    yield from leaves(turner, visits.AtEvents(language))
    fullest = max(PACK.life_events, key=lambda each: len(PACK.procedures_at(each.id)))
    yield from leaves(turner, visits.AtProcedures(language, fullest))
    for script in KEYBOARDS:
        yield from leaves(turner, visits.AtSearch(language, script))
    found = visits.AtSearch(language, "latin", "permis de construire")
    yield from leaves(turner, visits.AtSearch(language, "latin", "zzzzzzzzzzzzzzzzzzzzzzzz"))
    yield from leaves(turner, found)
    for sheet in (PACK.procedure("building_permit"), PACK.procedure("lighting")):
        yield from leaves(turner, visits.AtProcedure(language, sheet, found))
    for service in (PACK.service("pound"), PACK.service("family_booklet")):
        office, sheet = PACK.office(service.office), PACK.procedure(service.procedure)
        at_sheet = visits.AtSheet(language, office, service, found=found)
        yield from leaves(turner, visits.AtTicks(at_sheet, sheet, frozenset({0})))
    yield turner.page(
        visits.AtTicks(at_sheet, sheet, frozenset(range(len(sheet.documents)))), offered()
    )
    ticks = visits.AtTicks(at_sheet, sheet, frozenset({1}))
    for is_printed in (None, True, False):
        yield turner.page(visits.HavingList(ticks, ticks.take_home, is_printed), offered())


def with_others_before(turner, language):
    """The way to a ticket for as many services as may be on one, those with the longest names."""
    *chosen, last = sorted(still_open(), key=name_length)[-MOST_SERVICES:]
    before = None
    for service in chosen:
        office = PACK.office(service.office)
        before = visits.AtSheet(language, office, service, before=before)
    yield from leaves(turner, visits.AtOffices(language, before=before))
    yield from leaves(turner, visits.AtServices(language, PACK.offices[0], before=before))
    office = PACK.office(last.office)
    yield from leaves(turner, visits.AtSheet(language, office, last, before=before))
    birth = PACK.service("birth_copy")
    office = PACK.office(birth.office)
    yield from leaves(turner, visits.AtSheet(language, office, birth, quantity=20))


def still_open():
    return [each for each in PACK.services if each.id not in CLOSED]


DENIALS = (
    pages.Denial("unknown_appointment"),
    pages.Denial("too_early", OPENING),
    pages.Denial("too_early", replace(OPENING, at=NOON.replace(hour=14))),
    pages.Denial("already_checked_in"),
    pages.Denial("appointment_stranded"),
    pages.Denial("service_closed"),
    pages.Denial(UNREACHED),
    pages.Denial("try_again"),
)


def arrivals(language):
    """All that is said to somebody with an appointment, before the ticket."""
    yield pages.CodeEntry(language, "", is_whole=False)
    yield pages.CodeEntry(language, "K7QMW", is_whole=False)
    for denial in DENIALS:
        yield pages.CodeEntry(language, "K7QM3XPT", is_whole=True, denial=denial)
    yield pages.CheckingIn(language)


def name_length(service):
    """How many letters its name has, in Arabic and French."""
    return len(service.name.ar + service.name.fr)


def sheet_length(service):
    """How many letters its sheet has, in Arabic and French."""
    sheet = PACK.procedure(service.procedure)
    told = SheetWords(Texts(), PACK)
    fees = [fee.text for fee in sheet.fees]
    pieces = [told.name(piece) for piece in sheet.documents]
    words = (*pieces, *fees, sheet.delay, sheet.basis, *sheet.notes)
    return sum(len(each.ar + each.fr) for each in words)


def outcomes(language):
    service, *then = sorted(PACK.services, key=name_length, reverse=True)[:MOST_SERVICES]
    yield pages.Taking(language, service)
    yield pages.NotTaken(language, service, UNREACHED)
    yield pages.NotTaken(language, service, "try_again")
    slip = TicketSlip(
        8, "A142", service.id, language, NOON, 12, "HTTP://192.168.1.10:8080/T/7QK2M9"
    )
    yield pages.TicketTaken(language, service, slip, pages.Printing.NUMBER_ONLY)
    yield pages.TicketTaken(
        language, service, slip, pages.Printing.NUMBER_ONLY, is_copy_offered=True
    )
    several = replace(slip, wait=WAIT, quantity=20, then=tuple(each.id for each in then))
    yield pages.TicketTaken(
        language, service, several, pages.Printing.PRINTED, is_copy_offered=True, then=tuple(then)
    )
    late = replace(slip, wait=WAIT)
    yield pages.TicketTaken(language, service, late, pages.Printing.UNDER_WAY, is_late=True)
    alone = replace(several, wait=None, is_alone=True)
    yield pages.TicketTaken(
        language, service, alone, pages.Printing.PRINTED, is_copy_offered=True, then=tuple(then)
    )
    yield pages.TicketTaken(
        language, service, replace(slip, is_alone=True), pages.Printing.NUMBER_ONLY
    )
    family = replace(slip, wait=WAIT, priority="pregnant")
    yield pages.TicketTaken(language, service, family, pages.Printing.UNDER_WAY)
    yield pages.TicketTaken(language, service, family, pages.Printing.PRINTED, is_copy_offered=True)
    for number in range(1, len(CLASSES) + 1):
        yield pages.PriorityChoice(language, service, CLASSES[-number:])
    yield pages.OutOfReach(language)
    yield from tickets_found(language, service, several)
    yield from closed_halls(language)


def tickets_found(language, service, slip):
    """A ticket that was looked up, at each step, and in each state that says most."""
    waiting = TicketFound(slip, TicketState.WAITING, may_give_up=True)
    stands = (
        waiting,
        replace(waiting, counter=12),
        TicketFound(slip, TicketState.CALLED, counter=12),
        TicketFound(slip, TicketState.NO_SHOW, kept_until=NOON),
        TicketFound(slip, TicketState.NO_SHOW),
        TicketFound(slip, TicketState.FINISHED, may_rate=True),
    )
    for each in stands:
        yield Found(language, service, each, "K7QM3XPT", is_copy_offered=each is waiting)
    for step in (Step.GIVING_UP, Step.WHY, Step.THANKS, Step.UNREACHED):
        yield Found(language, service, waiting, "K7QM3XPT", step, 4)


def closed_halls(language):
    yield pages.NothingOpen(language)
    yield pages.NothingOpen(language, Closed("quota_reached"))
    yield pages.NothingOpen(language, Closed("quota_reached"), takes_appointments=True)
    yield pages.NothingOpen(language, Closed("day_over", opening=OPENING), has_timetable=True)
    far = replace(OPENING, at=datetime(2026, 12, 11, 8, 30, tzinfo=PACK.hall.zone))
    yield pages.NothingOpen(
        language, Closed("service_closed", opening=far), has_timetable=True, takes_appointments=True
    )


def pages_in_all_languages():
    yield pages.Attract(LANGUAGES)
    yield pages.LanguageChoice(LANGUAGES)
    yield pages.OutOfReach(None)
    yield from map(pages.Emergency, EmergencyKind)
    yield pages.CheckingIn(None)
    yield from closed_halls(None)


def kit_on(screen):
    return Kit(Look(screen, "ar"), Texts(), PACK, [].append)


def turner_on(screen):
    capacity = Plan(screen).capacity()
    return Turner(LANGUAGES, capacity, SheetCutter(kit_on(screen)), Search(PACK))


def stage_on(window, screen):
    window.resize(screen.width_px, screen.height_px)
    stage = Stage(kit_on(screen), [].append)
    window.show(stage)
    return stage
