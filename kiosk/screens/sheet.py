"""What to bring for a service, before a ticket is taken."""

from kivy.uix.widget import Widget

from kiosk.page import ServiceSheet
from kiosk.screens.choices import waiting
from kiosk.screens.frame import footer, framed
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead, Sheet, Stack
from kiosk.screens.target import Target
from media.look.theme import PALETTE
from media.look.widgets import Body, Caption, Column, Kind, Page, Row, Title
from media.texts import msgid
from media.words import Parts
from wire.messages import Language

_COLON: dict[Language, str] = {"ar": ": ", "zgh": ": ", "fr": "\u00a0: ", "en": ": "}


def sheet_screen(kit: Kit, page: ServiceSheet) -> Page:
    """Return the sheet: documents, fee, time limit, and the button that takes a ticket."""
    documents, facts, take = _documents(kit, page), _facts(kit, page), _take(kit, page)
    if kit.look.screen.is_portrait:
        body = Column(kit.look, spacing=kit.look.gap)
        body.add_widget(Stack(kit.look, documents, facts, spacing=kit.look.gap))
        body.add_widget(take)
    else:
        body = Row(kit.look)
        side = Column(kit.look, spacing=kit.look.gap, size_hint_x=0.95)
        side.add_widget(facts)
        side.add_widget(take)
        body.add_widget(documents)
        body.add_widget(side)
    return framed(kit, kit.words(page.procedure.name), body, footer(kit), page.leaf)


def _documents(kit: Kit, page: ServiceSheet) -> Sheet:
    intro = "Have these documents ready before you take a ticket"
    if not page.procedure.documents:
        intro = "No document is required"
    parts, size = kit.parts(intro), kit.look.text(Body.role)
    return Sheet(
        kit.look,
        Sheet(
            kit.look,
            kit.set(Title if len(parts) == 1 else Body, parts, color=PALETTE.navy, bold=True),
            ground=PALETTE.gold_tint,
            edge=None,
            padding=kit.look.gap // 2,
        ),
        *(
            Lead(kit.look, "document", size, kit.set(Body, kit.words(words)))
            for words in page.documents
        ),
    )


def _facts(kit: Kit, page: ServiceSheet) -> Sheet:
    procedure = page.procedure
    facts = [
        _fact(kit, "coins", msgid("Fee"), kit.words(procedure.fee)),
        _fact(kit, "hourglass", msgid("Time limit"), kit.words(procedure.delay)),
    ]
    if page.tile.is_open and len(kit.parts("Nobody is waiting")) == 1:
        facts.append(_waiting(kit, page.tile.waiting))
    return Sheet(kit.look, *facts)


def _fact(kit: Kit, pictogram: str, name: str, parts: Parts) -> Lead:
    kind = Body if len(parts) == 1 else Caption
    lines = (
        kind(kit.look, kit.texts.text(language, name) + _COLON[language] + text, language=language)
        for language, text in parts
    )
    words = Stack(kit.look, *lines, spacing=0)
    return Lead(kit.look, pictogram, kit.look.text(Body.role), words, PALETTE.navy)


def _waiting(kit: Kit, count: int) -> Lead:
    text = Caption(kit.look, waiting(kit, count), PALETTE.slate)
    return Lead(kit.look, "people", kit.look.text(Body.role), text, PALETTE.navy)


def _take(kit: Kit, page: ServiceSheet) -> Widget:
    parts = kit.parts("Take a ticket")
    height = round(kit.look.screen.touch * (1.6 + 0.5 * (len(parts) - 1)))
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
