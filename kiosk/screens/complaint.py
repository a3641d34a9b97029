"""The screens on which a visitor complains or suggests: pictograms alone are enough."""

from collections.abc import Mapping
from types import MappingProxyType

from kivy.uix.widget import Widget

from kiosk.complaining.draft import Draft, Entry
from kiosk.complaint_page import (
    ComplaintPage,
    ConcernedChoice,
    DraftPage,
    FollowUpGiven,
    KindChoice,
    SubjectChoice,
    TypingPage,
)
from kiosk.screens.choices import Shape, grid_of, shape_of
from kiosk.screens.code_picture import code_picture
from kiosk.screens.complaint_typing import typing_screen
from kiosk.screens.follow_up import follow_up_screen
from kiosk.screens.frame import footer, framed
from kiosk.screens.further import between_ways
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.stack import Lead, Sheet
from kiosk.screens.target import Tile, action
from media.look.theme import PALETTE
from media.look.widgets import Body, Column, Kind, Page, Panel, Row, Title
from media.pack import ComplaintSubject, Office
from media.texts import msgid
from media.words import Parts
from wire.messages import COMPLAINT_KINDS, ComplaintKind

WHICH_KIND = msgid("What would you like to tell the commune?")
KINDS: Mapping[ComplaintKind, tuple[str, str]] = MappingProxyType(
    {
        "complaint": (msgid("Complaint"), "complaint"),
        "suggestion": (msgid("Suggestion"), "light"),
    }
)
"""What each is called, and its pictogram."""

PORTAL = msgid("There is a national portal, too: {portal}")
PORTAL_CODE_MM = 40
"""The side of the code with the portal's address: it is read from an arm's length."""

WHICH_SUBJECT = msgid("What is it about?")
CONCERNED = msgid("Which office is it about?")
UNKNOWN = msgid("I do not know")
SEND = msgid("Send")
NOTHING_NEEDED = msgid("You may send it now. Nothing more is needed.")
NOT_KEPT = msgid("It could not be kept. Please tell the reception desk.")
ENTRIES: Mapping[Entry, tuple[str, str]] = MappingProxyType(
    {
        Entry.WORDS: (msgid("Say it in words"), "correction"),
        Entry.PLACE: (msgid("Say where it is"), "pin"),
        Entry.PHONE: (msgid("Leave a phone number"), "phone"),
    }
)
"""What may be added, and its pictogram."""


def complaint_screen(kit: Kit, page: ComplaintPage) -> Page:
    """Return the screen of a page on which somebody complains or suggests."""
    match page:
        case KindChoice():
            return _kinds(kit, page)
        case SubjectChoice():
            return _subjects(kit, page)
        case ConcernedChoice():
            return _concerned(kit, page)
        case DraftPage():
            return _draft(kit, page)
        case TypingPage():
            return typing_screen(kit, page)
        case FollowUpGiven():
            return follow_up_screen(kit, page)


def _kinds(kit: Kit, page: KindChoice) -> Page:
    body = Column(kit.look, spacing=kit.look.gap)
    portal = _portal(kit, page.portal)
    room = plan_of(kit.look).body - (portal.height + kit.look.gap if portal else 0)
    told = {f"kind:{each}": KINDS[each] for each in COMPLAINT_KINDS}
    body.add_widget(_tiles(kit, told, room, 2))
    if portal is not None:
        body.add_widget(portal)
    return framed(kit, kit.parts(WHICH_KIND), body, footer(kit))


def _tiles(kit: Kit, told: Mapping[str, tuple[str, str]], room: float, beside: int) -> Widget:
    """Return them one below the other, or `beside` one another on a screen that lies."""
    columns = 1 if kit.look.screen.is_portrait else beside
    shape = shape_of(kit, len(told), columns, room)
    tiles = [
        _tile(kit, target, kit.parts(text), pictogram, shape)
        for target, (text, pictogram) in told.items()
    ]
    return grid_of(kit, tiles, shape)


def _portal(kit: Kit, portal: str) -> Panel | None:
    """Return where else a visitor may complain: to be read, and to be scanned.

    What is read lacks what telephones put before addresses.
    """
    if not portal:
        return None
    look, side = kit.look, kit.look.px(PORTAL_CODE_MM)
    row = Row(look)
    code = code_picture(portal, side)
    code.size_hint_x = None
    row.add_widget(code)
    row.add_widget(_led(kit, kit.parts(PORTAL, portal=portal.partition("://")[2]), "globe"))
    panel = Panel(look, ground=PALETTE.navy_tint, edge=None, padding=look.gap)
    panel.add_widget(row)
    panel.size_hint_y, panel.height = None, side + 2 * look.gap
    return panel


def _led(kit: Kit, words: Parts, pictogram: str) -> Lead:
    text = kit.set(Body, words, color=PALETTE.navy)
    return Lead(kit.look, pictogram, kit.look.text(Title.role), text, PALETTE.navy)


def _line(kit: Kit, words: Parts, pictogram: str) -> Sheet:
    sheet = Sheet(kit.look, _led(kit, words, pictogram), ground=PALETTE.navy_tint, edge=None)
    width = kit.look.screen.width_px - 4 * kit.look.gap
    sheet.size_hint_y, sheet.height = None, sheet.needed_height(width)
    return sheet


def _subjects(kit: Kit, page: SubjectChoice) -> Page:
    told = {f"subject:{each.id}": each for each in page.subjects}
    every, columns = len(kit.pack.complaints.subjects), plan_of(kit.look).service_columns
    body = _choices(kit, told, -(-every // page.leaf.count), columns)
    return framed(kit, kit.parts(WHICH_SUBJECT), body, footer(kit), page.leaf)


def _concerned(kit: Kit, page: ConcernedChoice) -> Page:
    told = {f"office:{each.id}": each for each in page.offices}
    every, columns = len(kit.pack.offices), plan_of(kit.look).service_columns
    body = _choices(kit, told, -(-every // page.leaf.count), columns)
    skip = between_ways(kit, "skip", UNKNOWN, "question", Kind.PLAIN)
    return framed(kit, kit.parts(CONCERNED), body, footer(kit, middle=skip), page.leaf)


def _choices(
    kit: Kit, told: Mapping[str, ComplaintSubject | Office], fullest: int, columns: int
) -> Widget:
    shape = shape_of(kit, fullest, columns)
    tiles = [
        _tile(kit, target, kit.words(each.name), each.pictogram, shape)
        for target, each in told.items()
    ]
    return grid_of(kit, tiles, shape)


def _tile(kit: Kit, target: str, parts: Parts, pictogram: str, shape: Shape) -> Tile:
    return Tile(
        kit,
        target,
        parts,
        pictogram=pictogram,
        is_open=True,
        flow=shape.flow,
        star=shape.star,
        role=shape.role,
    )


def _draft(kit: Kit, page: DraftPage) -> Page:
    look, is_tall = kit.look, kit.look.screen.is_portrait
    body, about = Column(look, spacing=look.gap), _about(kit, page.draft)
    said = NOTHING_NEEDED if page.was_kept else NOT_KEPT
    line = _line(kit, kit.parts(said), "check-circle" if page.was_kept else "warning")
    send = action(kit, "send", SEND, "mail") if is_tall else None
    taken = sum(float(each.height) + look.gap for each in (about, line, send) if each is not None)
    told = {f"write:{each}": _entry(page.draft, each) for each in Entry}
    body.add_widget(about)
    body.add_widget(_tiles(kit, told, plan_of(look).body + plan_of(look).turning - taken, 3))
    for each in (line, send):
        if each is not None:
            body.add_widget(each)
    middle = None if is_tall else between_ways(kit, "send", SEND, "mail", Kind.PRIMARY)
    heading = kit.parts(KINDS[page.draft.kind][0])
    return framed(kit, heading, body, footer(kit, middle=middle))


def _entry(draft: Draft, entry: Entry) -> tuple[str, str]:
    """Return what may be added; a check stands where it is: others may look on."""
    text, pictogram = ENTRIES[entry]
    return text, "check-circle" if draft.typed(entry).strip() else pictogram


def _about(kit: Kit, draft: Draft) -> Sheet:
    assert draft.subject is not None
    name = kit.words(draft.subject.name)
    if draft.office is not None and len(name) == 1:
        name = ((name[0][0], f"{name[0][1]} · {kit.words(draft.office.name)[0][1]}"),)
    return _line(kit, name, draft.subject.pictogram)
