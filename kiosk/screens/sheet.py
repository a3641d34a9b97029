"""What to bring for a service, before a ticket is taken."""

from collections.abc import Mapping
from types import MappingProxyType

from kivy.uix.widget import Widget

from kiosk.page import Fact, ServiceSheet
from kiosk.screens.frame import footer, framed
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead, Sheet, Stack
from kiosk.screens.target import Target
from media.look.theme import PALETTE
from media.look.widgets import Body, Caption, Column, Kind, Page, Row, Title
from media.pack import Procedure
from media.texts import msgid
from media.words import Parts, Words
from wire.messages import Language

_COLON: Mapping[Language, str] = MappingProxyType(
    {"ar": ": ", "zgh": ": ", "fr": "\u00a0: ", "en": ": "}
)


def sheet_screen(kit: Kit, page: ServiceSheet) -> Page:
    """Return the sheet: documents, fee, time limit, and the button that takes a ticket."""
    body = _tall(kit, page) if kit.look.screen.is_portrait else _wide(kit, page)
    return framed(kit, kit.words(page.procedure.name), body, footer(kit), page.leaf)


def _tall(kit: Kit, page: ServiceSheet) -> Column:
    facts = facts_panel(kit, page.procedure, page.part.facts, _count(page))
    panels = (facts,) if _is_facts_only(page) else (_documents(kit, page), facts)
    body = Column(kit.look, spacing=kit.look.gap)
    body.add_widget(Stack(kit.look, *panels, spacing=kit.look.gap))
    body.add_widget(_take(kit, page))
    return body


def _wide(kit: Kit, page: ServiceSheet) -> Row:
    facts, count = page.part.facts, _count(page)
    side = Column(kit.look, spacing=kit.look.gap)
    body = Row(kit.look)
    if _is_facts_only(page):
        body.add_widget(facts_panel(kit, page.procedure, facts, None))
        facts = ()
    else:
        body.add_widget(_documents(kit, page))
    is_side_empty = not facts and count is None
    side.add_widget(Widget() if is_side_empty else facts_panel(kit, page.procedure, facts, count))
    side.add_widget(_take(kit, page))
    body.add_widget(side)
    return body


def _is_facts_only(page: ServiceSheet) -> bool:
    return not (page.part.documents or page.leaf.is_first)


def _count(page: ServiceSheet) -> int | None:
    return page.tile.waiting if page.tile.is_open else None


def _documents(kit: Kit, page: ServiceSheet) -> Sheet:
    return documents_panel(kit, page.procedure, page.part.documents)


def documents_panel(kit: Kit, procedure: Procedure, documents: tuple[Words, ...]) -> Sheet:
    """Return the documents to bring, and what is to be done with them."""
    intro = "Have these documents ready before you take a ticket"
    if not procedure.documents:
        intro = "No document is required"
    parts, size = kit.parts(intro), kit.look.text(Body.role)
    return Sheet(
        kit.look,
        Sheet(
            kit.look,
            kit.set(Title if len(parts) == 1 else Body, parts, color=PALETTE.navy, bold=True),
            ground=PALETTE.gold_tint,
            edge=None,
            padding=kit.look.gap,
        ),
        *(Lead(kit.look, "document", size, kit.set(Body, kit.words(each))) for each in documents),
    )


def facts_panel(
    kit: Kit, procedure: Procedure, facts: tuple[Fact, ...], count: int | None
) -> Sheet:
    """Return what there is to know: fee, time limit, and how many wait where that is known."""
    told = [_fact(kit, procedure, fact) for fact in facts]
    waiting = [] if count is None else [_waiting(kit, count)]
    return Sheet(kit.look, *told, *waiting)


def _fact(kit: Kit, procedure: Procedure, fact: Fact) -> Lead:
    match fact:
        case Fact.FEE:
            return _named(kit, "coins", msgid("Fee"), kit.words(procedure.fee))
        case Fact.DELAY:
            return _named(kit, "hourglass", msgid("Time limit"), kit.words(procedure.delay))


def _named(kit: Kit, pictogram: str, name: str, parts: Parts) -> Lead:
    lines = tuple(
        (language, kit.texts.text(language, name) + _COLON[language] + text)
        for language, text in parts
    )
    return Lead(kit.look, pictogram, kit.look.text(Body.role), kit.set(Body, lines), PALETTE.navy)


def _waiting(kit: Kit, count: int) -> Lead:
    parts = (
        kit.texts.plural_parts(
            kit.look.language, "{n} person is waiting", "{n} people are waiting", count
        )
        if count
        else kit.parts("Nobody is waiting")
    )
    text = kit.set(Body, parts, color=PALETTE.slate)
    return Lead(kit.look, "people", kit.look.text(Body.role), text, PALETTE.navy)


def take_height(kit: Kit) -> int:
    """Return the height of the button that takes a ticket, in pixels."""
    return round(kit.look.screen.touch * (1.1 + 0.5 * len(kit.parts("Take a ticket"))))


def _take(kit: Kit, page: ServiceSheet) -> Widget:
    parts = kit.parts("Take a ticket")
    height = take_height(kit)
    if page.tile.is_open:
        return Target(
            kit,
            "take",
            parts[0][1],
            line=parts[1][1] if len(parts) > 1 else "",
            pictogram="ticket",
            kind=Kind.PRIMARY,
            size_hint_y=None,
            height=height,
            padding=(kit.look.gap, kit.look.gap // 2),
        )
    told = kit.parts("This service is closed now")
    closed = kit.set(Title if len(told) == 1 else Caption, told, color=PALETTE.slate)
    lead = Lead(kit.look, "lock", kit.look.text(Title.role), closed, PALETTE.slate)
    return Sheet(
        kit.look,
        lead,
        ground=PALETTE.mist,
        edge=None,
        padding=kit.look.gap // 2,
        size_hint_y=None,
        height=height,
    )
