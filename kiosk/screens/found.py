"""A ticket that was looked up: how it stands, another sheet of it, giving it up, how it was."""

from collections.abc import Mapping
from types import MappingProxyType

from kivy.uix.widget import Widget

from kiosk.denial_words import AWAY
from kiosk.found import Found, Step
from kiosk.found_words import standing
from kiosk.screens.frame import footer, framed
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Sheet
from kiosk.screens.target import Target, TwoTongued, action
from kiosk.screens.ticket import WholeNumber
from kiosk.speech.reading import spelled
from media.look.screen import Role
from media.look.theme import PALETTE, Color
from media.look.widgets import (
    Body,
    Card,
    Column,
    Display,
    Grid,
    Group,
    Heading,
    Kind,
    Medallion,
    Page,
    Panel,
    Row,
    Title,
)
from media.texts import msgid
from media.texts.satisfaction import ABOUT, FACES, QUESTION, THANKS, WHY
from media.texts.waiting import expected_parts
from media.words import Parts
from wire.messages import Face, TicketState

GIVE_UP = msgid("Give up my place")
GIVE_UP_NOW = msgid("Yes, give it up")
KEEP = msgid("No, keep it")
QUESTION_OF_GIVING_UP = "Give up the place of ticket {ticket}?"
EFFECT = msgid("Somebody else will be called in your place, and you would need a new ticket.")
SHEET = msgid("One more sheet")
DONE = msgid("Done")

PICTOGRAMS: Mapping[Face, str] = MappingProxyType(
    {5: "very-good", 4: "smile", 3: "fair", 2: "bad", 1: "very-bad"}
)

FACES_OF: Mapping[bool, float] = MappingProxyType({True: 2.2, False: 1.7})
"""The side of a face's star, in touch targets: on an upright screen, on one that lies."""

CALLED = frozenset({TicketState.CALLED, TicketState.SERVING})


def found_screen(kit: Kit, page: Found) -> Page:
    """Return the screen of the step that its visitor is at."""
    match page.step:
        case Step.GIVING_UP:
            return _giving_up(kit, page)
        case Step.WHY:
            return _why(kit)
        case Step.THANKS:
            return _told(kit, page, "check-circle", kit.parts(THANKS), PALETTE.green_tint)
        case Step.UNREACHED:
            return _told(kit, page, "offline", kit.parts(AWAY), PALETTE.terracotta_tint)
        case Step.PLACE if page.asks:
            return _question(kit)
        case _:
            return _place(kit, page)


def _place(kit: Kit, page: Found) -> Page:
    is_tall = kit.look.screen.is_portrait
    body = _across(kit)
    number = _number(kit, page)
    if not is_tall:
        number.size_hint_x = 0.5  # sentences need more room than a number
    body.add_widget(number)
    beside = Column(kit.look, spacing=kit.look.gap)
    beside.add_widget(_standing(kit, page))
    if page.found.may_give_up and page.step is Step.PLACE and is_tall:
        beside.add_widget(_plain(kit, "give_up", GIVE_UP, Kind.PLAIN))
    beside.size_hint_y = 0.8 if is_tall else 1
    body.add_widget(beside)
    return framed(kit, kit.words(page.service.name), body, footer(kit, _below(kit, page)))


def _below(kit: Kit, page: Found) -> Row:
    """Return what stands beside the way home: another sheet, on a low screen giving up too."""
    row, is_low = Row(kit.look, spacing=kit.look.gap), not kit.look.screen.is_portrait
    both = is_low and page.found.may_give_up and page.step is Step.PLACE
    if page.is_copy_offered:
        row.add_widget(_half(kit, "print", SHEET, Kind.PRIMARY) if both else _another(kit))
    if both:
        row.add_widget(_half(kit, "give_up", GIVE_UP, Kind.PLAIN))
    return row


def _half(kit: Kit, target: str, text: str, kind: Kind) -> Target:
    """Return one of two buttons that share what one alone would have."""
    parts = kit.parts(text)
    role = Role.CAPTION if len(parts) > 1 else Role.BODY
    padding = (kit.look.gap // 2, 0)
    return TwoTongued(kit, target, parts, kind=kind, role=role, padding=padding)


def _across(kit: Kit) -> Column | Row:
    """Return a column on an upright screen, a row on one that lies."""
    kind = Column if kit.look.screen.is_portrait else Row
    return kind(kit.look, spacing=kit.look.gap)


def _number(kit: Kit, page: Found) -> Sheet:
    look = kit.look
    ticket = page.found.slip.ticket
    number = WholeNumber(look, ticket, color=PALETTE.green, font_size=look.screen.width_px)
    number.spoken = ((look.language, spelled(ticket, look.language)),)
    return Sheet(look, number, growing=number)


def _standing(kit: Kit, page: Found) -> Panel:
    look, slip = kit.look, page.found.slip
    told = standing(kit.texts, look.language, page.found, kit.pack.hall.zone)
    is_long = len(told) > 1 or page.found.state is TicketState.NO_SHOW
    is_crowded = _is_crowded(kit, told)
    kind = Body if is_crowded else Title if is_long else Heading
    is_told = page.found.state is TicketState.WAITING and page.found.counter is None
    wait = slip.wait if slip.ahead and is_told else None
    expected = () if wait is None else (expected_parts(kit.texts, look.language, wait),)
    panel = Panel(look, PALETTE.green_tint if page.found.state in CALLED else PALETTE.plaster)
    texts = [kind(look, text, PALETTE.navy, "center", each, bold=True) for each, text in told]
    for parts in expected:
        texts += [Body(look, text, PALETTE.slate, "center", each) for each, text in parts]
    panel.add_widget(Group(look, None, *texts))
    return panel


def _is_crowded(kit: Kit, words: Parts) -> bool:
    """Whether two languages stand on a screen that lies, which has no room for large letters."""
    return len(words) > 1 and not kit.look.screen.is_portrait


def _plain(kit: Kit, target: str, text: str, kind: Kind) -> Target:
    return TwoTongued(
        kit,
        target,
        kit.parts(text),
        kind=kind,
        role=Role.TITLE if len(kit.parts(text)) == 1 else Role.BODY,
        size_hint_y=None,
        height=round(kit.look.screen.touch * (0.8 + 0.4 * len(kit.parts(text)))),
        padding=(kit.look.gap, kit.look.gap // 3),
    )


def _another(kit: Kit) -> Target:
    role = Role.TITLE if len(kit.parts(SHEET)) == 1 else Role.BODY
    again = action(kit, "print", SHEET, "printer", role)
    again.padding = (kit.look.gap, 0)  # the footer is low for two lines
    again.size_hint = (1, 1)
    return again


def _giving_up(kit: Kit, page: Found) -> Page:
    question = kit.parts(QUESTION_OF_GIVING_UP, ticket=page.found.slip.ticket)
    body, give_up = _across(kit), _plain(kit, "give_up_now", GIVE_UP_NOW, Kind.DANGER)
    if not kit.look.screen.is_portrait:
        give_up.size_hint = (0.5, 1)
    body.add_widget(_card(kit, "question", kit.parts(EFFECT), PALETTE.gold_tint))
    body.add_widget(give_up)
    keep = action(kit, "back", KEEP, "back", Role.BODY)
    keep.padding = (kit.look.gap, 0)
    return framed(kit, question, body, footer(kit, keep))


def _question(kit: Kit) -> Page:
    """Return the five faces, each with its word: from left to right, or one below the other."""
    is_tall = kit.look.screen.is_portrait
    grid = Grid(kit.look, cols=1 if is_tall else len(FACES), spacing=kit.look.gap)
    for face, text in FACES.items():
        parts = kit.parts(text)
        grid.add_widget(
            Target(
                kit,
                f"face:{face}",
                parts[0][1],
                line=parts[1][1] if len(parts) > 1 else "",
                pictogram=PICTOGRAMS[face],
                flow="row" if is_tall else "column",
                role=Role.TITLE,
                star=round(kit.look.screen.touch * FACES_OF[is_tall]),
            )
        )
    return framed(kit, kit.parts(QUESTION), grid, footer(kit, Widget()))


def _why(kit: Kit) -> Page:
    cols = 2 if kit.look.screen.is_portrait else 3
    grid = Grid(kit.look, cols=cols, spacing=kit.look.gap)
    for about, text in ABOUT.items():
        parts = kit.parts(text)
        role = Role.BODY if _is_crowded(kit, parts) else Role.TITLE
        grid.add_widget(
            TwoTongued(kit, f"about:{about}", parts, role=role, padding=kit.look.gap // 2)
        )
    done = action(kit, "about:", DONE, "check-circle", Role.BODY)
    done.padding = (kit.look.gap, 0)
    return framed(kit, kit.parts(WHY), grid, footer(kit, done))


def _told(kit: Kit, page: Found, pictogram: str, words: Parts, ground: Color) -> Page:
    heading = ((kit.look.language, page.found.slip.ticket),)
    return framed(kit, heading, _card(kit, pictogram, words, ground), footer(kit, Widget()))


def _card(kit: Kit, pictogram: str, words: Parts, ground: Color) -> Card:
    card = Card(kit.look, padding=2 * kit.look.gap)
    medallion = Medallion(kit.look, pictogram, kit.line(Display, 1.4))
    medallion.paint(PALETTE.navy, ground)
    kind = Body if _is_crowded(kit, words) else Heading
    texts = [kind(kit.look, text, PALETTE.navy, "center", each) for each, text in words]
    first = None if _is_crowded(kit, words) else medallion
    card.add_widget(Group(kit.look, first, *texts, between=kit.look.gap))
    return card
