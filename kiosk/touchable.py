"""What a page offers to a touch, or to a scanner: either may come late."""

from collections.abc import Iterable

from kiosk import complaint_page as complaint
from kiosk import finding_page as finding
from kiosk import information_page as information
from kiosk import page as pages
from kiosk.complaining.draft import Entry
from kiosk.finding.keyboards import DIGITS, KEYBOARDS
from kiosk.found import Found, Step
from kiosk.leaf import Leaf
from kiosk.page import Page
from kiosk.searching import SPACE
from wire.appointment_code import ALPHABET
from wire.messages import ABOUT, COMPLAINT_KINDS, FACES, MOST_AT_ONCE

Targets = frozenset[str]
"""What can be touched, by the names that the flow knows."""

WAYS_BACK: Targets = frozenset({"back", "home"})

WithoutBack = (
    pages.Attract
    | pages.LanguageChoice
    | pages.CheckingIn
    | pages.Taking
    | pages.TicketTaken
    | Found
    | pages.NothingOpen
    | pages.OutOfReach
    | pages.Emergency
)


def targets_of(page: Page) -> Targets:
    """Return all that can be touched on the page now: what its screen shows, and no more."""
    match page:
        case pages.OfficeChoice() | pages.ServiceChoice() | pages.ServiceSheet():
            return WAYS_BACK | _leaves(page.leaf) | _chosen_on(page)
        case pages.PriorityChoice() | pages.CodeEntry() | pages.NotTaken():
            return WAYS_BACK | _asked_on(page)
        case finding.EventChoice() | finding.ProcedureChoice() | finding.SearchEntry():
            return WAYS_BACK | _leaves(page.leaf) | _found_on(page)
        case finding.TickList():
            return WAYS_BACK | _leaves(page.leaf) | _ticked_on(page)
        case finding.ListGiven():
            return WAYS_BACK | _where(print=page.is_printed is False)
        case _:
            return _of_others(page)


def _of_others(
    page: WithoutBack | information.InformationPage | complaint.ComplaintPage,
) -> Targets:
    if isinstance(page, complaint.ComplaintPage):
        return WAYS_BACK | _told_on(page)
    if isinstance(page, information.InformationPage):
        return WAYS_BACK | _looked_up_on(page)
    return _without_back(page)


def is_printed(page: object) -> bool | None:
    """Return whether the paper that a page tells of came out; nothing while that is not known."""
    match page:
        case pages.TicketTaken(printing=pages.Printing.PRINTED):
            return True
        case pages.TicketTaken(printing=pages.Printing.NUMBER_ONLY):
            return False
        case finding.ListGiven():
            return page.is_printed
        case _:
            return None


def is_offered(page: Page | None, target: str) -> bool:
    """Return whether there is such a target on the page now."""
    return page is not None and target in targets_of(page)


def takes_scans(page: Page | None) -> bool:
    """Return whether a code that is scanned now is an arrival, or asks after a ticket."""
    match page:
        case pages.Attract() | pages.LanguageChoice() | pages.CodeEntry():
            return True
        case pages.OfficeChoice():
            return not page.chosen
        case pages.NothingOpen():
            return True
        case _:
            return False


def _chosen_on(page: pages.OfficeChoice | pages.ServiceChoice | pages.ServiceSheet) -> Targets:
    match page:
        case pages.OfficeChoice(tiles=tiles):
            offices = _each("office", (tile.office.id for tile in tiles))
            is_first = not page.chosen
            ways = _where(events=is_first, search=is_first)
            return offices | ways | _where(appointment=page.takes_appointments)
        case pages.ServiceChoice(tiles=tiles):
            return _each("service", (tile.service.id for tile in tiles))
        case pages.ServiceSheet(quantity=quantity):
            return _where(
                take=page.is_open,
                keep=page.tile is None,
                tick=bool(page.part.documents),
                another=page.may_go_on,
                one_less=quantity is not None and quantity > 1,
                one_more=quantity is not None and quantity < MOST_AT_ONCE,
            )


def _found_on(page: finding.EventChoice | finding.ProcedureChoice | finding.SearchEntry) -> Targets:
    match page:
        case finding.EventChoice(events=events):
            return _each("event", (each.id for each in events))
        case finding.ProcedureChoice(tiles=tiles):
            return _each("procedure", (each.procedure.id for each in tiles))
        case finding.SearchEntry(tiles=tiles):
            found = _each("procedure", (each.procedure.id for each in tiles))
            keys = _each("key", (*"".join(KEYBOARDS[page.script]), SPACE))
            return found | keys | _each("script", KEYBOARDS) | {"delete"}


def _looked_up_on(page: information.InformationPage) -> Targets:
    match page:
        case information.InformationMenu(topics=topics):
            return _each("topic", topics)
        case information.CouncilMenu(topics=council):
            return _each("council", council)
        case information.Directory(offices=offices):
            return _leaves(page.leaf) | _each("office", (each.id for each in offices))
        case information.NewsList(pieces=pieces):
            return _leaves(page.leaf) | _each("news", (each.id for each in pieces))
        case information.Leaflet():
            return _leaves(page.leaf)


def _told_on(page: complaint.ComplaintPage) -> Targets:
    match page:
        case complaint.KindChoice():
            return _each("kind", COMPLAINT_KINDS)
        case complaint.SubjectChoice() | complaint.ConcernedChoice():
            return _leaves(page.leaf) | _about_on(page)
        case complaint.DraftPage():
            return _each("write", Entry) | {"send"}
        case complaint.TypingPage():
            return _typed_on(page) | {"delete", "done"}
        case complaint.FollowUpGiven():
            return frozenset()


def _about_on(page: complaint.SubjectChoice | complaint.ConcernedChoice) -> Targets:
    match page:
        case complaint.SubjectChoice(subjects=subjects):
            return _each("subject", (each.id for each in subjects))
        case complaint.ConcernedChoice(offices=offices):
            return _each("office", (each.id for each in offices)) | {"skip"}


def _typed_on(page: complaint.TypingPage) -> Targets:
    if page.entry is Entry.PHONE:
        return _each("key", DIGITS)
    keys = _each("key", (*"".join(KEYBOARDS[page.script]), *DIGITS, SPACE))
    return keys | _each("script", KEYBOARDS)


def _ticked_on(page: finding.TickList) -> Targets:
    pieces = _each("piece", (str(tick.number) for tick in page.ticks))
    return pieces | {"keep"} | _where(take=page.may_take)


def _asked_on(page: pages.PriorityChoice | pages.CodeEntry | pages.NotTaken) -> Targets:
    match page:
        case pages.PriorityChoice():
            return _each("priority", ("normal", *page.classes))
        case pages.CodeEntry():
            keys = _each("key", ALPHABET)
            return keys | {"delete"} | _where(check_in=page.is_whole)
        case pages.NotTaken():
            return _where(take=page.code in pages.TO_TRY_AGAIN)


def _without_back(page: WithoutBack) -> Targets:
    match page:
        case pages.Attract():
            return frozenset({"start"})
        case pages.LanguageChoice(languages):
            return _each("language", languages)
        case Found():
            return _of_found(page)
        case pages.TicketTaken():
            return frozenset({"home"}) | _where(print=page.is_copy_offered)
        case pages.NothingOpen():
            return _where(appointment=page.takes_appointments)
        case pages.CheckingIn() | pages.Taking() | pages.OutOfReach() | pages.Emergency():
            return frozenset()


def _of_found(page: Found) -> Targets:
    match page.step:
        case Step.ASKED:
            return frozenset({"home"})
        case Step.GIVING_UP:
            return WAYS_BACK | {"give_up_now"}
        case Step.WHY:
            return frozenset({"home"}) | _each("about", ("", *ABOUT))
        case Step.PLACE if page.asks:
            return frozenset({"home"}) | _each("face", map(str, FACES))
        case Step.PLACE:
            ways = _where(give_up=page.found.may_give_up, print=page.is_copy_offered)
            return frozenset({"home"}) | ways
        case _:
            return frozenset({"home"})


def _leaves(leaf: Leaf) -> Targets:
    return _where(less=not leaf.is_first, more=not leaf.is_last)


def _each(action: str, choices: Iterable[str]) -> Targets:
    return frozenset(f"{action}:{choice}" for choice in choices)


def _where(**offered: bool) -> Targets:
    return frozenset(target for target, is_there in offered.items() if is_there)
