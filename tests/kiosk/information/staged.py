"""Every page that only an information screen has, on screens of several sizes."""

from dataclasses import replace

from kiosk.complaining.draft import MOST, Draft, Entry
from kiosk.finding.keyboards import script_of
from kiosk.finding.search import Search
from kiosk.information.complaint_visit import (
    AtConcerned,
    AtDraft,
    AtKinds,
    AtSubjects,
    AtTyping,
    HavingFollowUp,
)
from kiosk.information.known import Known
from kiosk.information.turning import InformationTurner
from kiosk.information.visit import AtCouncil, AtDirectory, AtLeaflet, AtMenu, AtNews
from kiosk.information_page import CouncilTopic, Topic
from kiosk.screens.leaflet import LeafletCutter
from kiosk.screens.plan import Plan
from kiosk.screens.sheet_cutter import SheetCutter
from kiosk.visit import AtEvents, AtProcedure, AtSearch, AtTicks, HavingList
from media.look.screen import Screen
from tests.kiosk.information.published import HALL_NOON, REVISION
from tests.kiosk.staged import PACK, kit_on
from wire.messages import LANGUAGES

AT = "HTTPS://ATTENTE.AIN-NOUR.MA/C/"
KNOWN = Known(PACK, REVISION, HALL_NOON)
LONG = MOST[Entry.WORDS]
WORDS = {
    "ar": ("مصابيح الزنقة لا تشتعل منذ أسبوع والأطفال يخافون " * 20)[:LONG],
    "zgh": ("ⴰⵖⴰⵔⴰⵙ ⵓⵔ ⵉⵍⵍⵉ ⵜⵉⴼⴰⵡⵜ " * 30)[:LONG],
    "fr": ("les lampadaires de la rue sont éteints depuis une semaine " * 20)[:LONG],
    "en": ("the lamps of our street have been out for a week " * 20)[:LONG],
}
"""As much as may be typed."""

SCREENS = {
    "portrait of 21.5 inches": Screen(1080, 1920, 546, 450, 640),
    "portrait of 32 inches": Screen(1080, 1920, 813, 550, 500),
    "landscape of 43 inches": Screen(1920, 1080, 1092, 450, 700),
}


def turner_on(screen):
    kit = kit_on(screen)
    cutters = SheetCutter(kit), LeafletCutter(kit)
    return InformationTurner(LANGUAGES, Plan(screen).capacity(), *cutters, Search(PACK), lambda: AT)


def leaves(turner, visit, known=KNOWN):
    """Every leaf of a page."""
    page = turner.page(visit, known)
    yield page
    for number in range(2, page.leaf.count + 1):
        yield turner.page(replace(visit, leaf=number), known)


def pages_in(turner, language):
    """Every page of an information screen in a language."""
    menu = AtMenu(language)
    yield turner.page(menu, KNOWN)
    yield from leaves(turner, AtDirectory(language))
    for office in PACK.offices:
        yield from leaves(turner, AtLeaflet(language, office, AtDirectory(language)))
    yield from leaves(turner, AtNews(language))
    for piece in KNOWN.news:
        yield from leaves(turner, AtLeaflet(language, piece, AtNews(language)))
    yield turner.page(AtNews(language), Known(PACK))
    yield turner.page(AtCouncil(language), KNOWN)
    for topic in CouncilTopic:
        yield from leaves(turner, AtLeaflet(language, topic, AtCouncil(language)))
    yield from leaves(turner, AtLeaflet(language, CouncilTopic.SESSIONS, menu), Known(PACK))
    yield from leaves(turner, AtLeaflet(language, Topic.CHARTER, menu))
    yield from procedures(turner, language)
    yield from complaints(turner, language)


def procedures(turner, language):
    """The ways to a procedure, and what is taken home of it."""
    yield from leaves(turner, AtEvents(language))
    search = AtSearch(language, "latin", "permis")
    yield turner.page(search, KNOWN)
    sheet = AtProcedure(language, PACK.procedure("building_permit"), search)
    yield from leaves(turner, sheet)
    yield from leaves(turner, AtTicks(sheet, sheet.procedure))
    yield turner.page(HavingList(sheet, sheet.take_home), KNOWN)


def complaints(turner, language):
    """The way of a complaint, the longest that may be told."""
    yield turner.page(AtKinds(language), KNOWN)
    yield from leaves(turner, AtSubjects(language, Draft()))
    yield from leaves(turner, AtConcerned(language, Draft()))
    late = next(each for each in PACK.complaints.subjects if each.id == "delay")
    office = max(PACK.offices, key=lambda each: len(each.name.fr))
    draft = Draft("suggestion", late, office, WORDS[language], "Rue 12", "0612345678")
    yield turner.page(AtDraft(language, Draft(subject=late)), KNOWN)
    yield turner.page(AtDraft(language, draft, was_kept=False), KNOWN)
    for entry in Entry:
        yield turner.page(AtTyping(language, draft, entry, script_of(language)), KNOWN)
    yield turner.page(HavingFollowUp(language, "K7QM3XPTR4WD"), KNOWN)
    unknown = replace(turner, followed_at=str)
    yield unknown.page(HavingFollowUp(language, "K7QM3XPTR4WD"), KNOWN)
