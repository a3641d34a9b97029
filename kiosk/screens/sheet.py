"""What to bring for a service, before a ticket is taken."""

from dataclasses import dataclass

from kivy.uix.widget import Widget

from kiosk.closing_words import fully
from kiosk.page import ServiceSheet
from kiosk.screens.enlarged import Enlarged
from kiosk.screens.frame import footer, framed
from kiosk.screens.further import (
    KEEP,
    TickBar,
    another_button,
    chosen_line,
    most_chosen_height,
    tick_button,
    wide_middle,
)
from kiosk.screens.kit import Kit
from kiosk.screens.sheet_facts import fact_lead, lead
from kiosk.screens.stack import Lead, Sheet, SideBySide, Stack
from kiosk.screens.stepper import Stepper, stepper_height
from kiosk.screens.target import action, action_height
from kiosk.sheet_part import Fact
from media.look.theme import PALETTE
from media.look.widgets import Body, Caption, Column, Page, Title
from media.pack import Piece, Procedure, Service
from media.sheets import SheetWords
from media.texts import msgid
from media.texts.waiting import expected_parts
from wire.messages import Expected

TAKE = msgid("Take a ticket")
READY = msgid("Have these documents ready before you take a ticket")
ANOTHER_TIME = msgid("Bring these documents when you come back")
THERE = msgid("Bring these documents to the office")


@dataclass(frozen=True, slots=True)
class Queue:
    """Who waits for a service, and what who joins them may expect."""

    count: int
    wait: Expected | None = None


def sheet_screen(kit: Kit, page: ServiceSheet) -> Page:
    """Return the sheet: documents, fee, time limit, and the button that takes a ticket."""
    body = _tall(kit, page) if kit.look.screen.is_portrait else _wide(kit, page)
    ways = footer(kit, middle=_middle(kit, page))
    return framed(kit, kit.words(page.procedure.name), body, ways, page.leaf)


def _middle(kit: Kit, page: ServiceSheet) -> Widget | None:
    """Return what stands between back and home."""
    another = [another_button(kit)] if page.may_go_on else []
    if kit.look.screen.is_portrait or not page.part.documents:
        return another[0] if another else None
    return wide_middle(kit, tick_button(kit), *another)


def _tall(kit: Kit, page: ServiceSheet) -> Column:
    body = Column(kit.look, spacing=kit.look.gap)
    body.add_widget(Enlarged(kit, lambda larger: _panels(larger, page)))
    for part in (*_above_take(kit, page), _take(kit, page)):
        body.add_widget(part)
    return body


def _panels(kit: Kit, page: ServiceSheet) -> Stack:
    queue = _queue(page)
    facts = facts_panel(kit, page.procedure, page.service, page.part.facts, queue)
    told = (facts,) if page.part.facts or queue else ()
    panels = (facts,) if _is_facts_only(page) else (_documents(kit, page), *told)
    return Stack(kit.look, *panels, spacing=kit.look.gap, growing=panels[0])


def _wide(kit: Kit, page: ServiceSheet) -> Enlarged:
    return Enlarged(kit, lambda larger: _columns(kit, larger, page))


def _columns(kit: Kit, larger: Kit, page: ServiceSheet) -> SideBySide:
    about, facts, queue = (page.procedure, page.service), page.part.facts, _queue(page)
    if _is_facts_only(page):
        main, facts = facts_panel(larger, *about, facts, None), ()
    else:
        main = _documents(larger, page)
    is_side_empty = not facts and queue is None
    side = Widget() if is_side_empty else facts_panel(larger, *about, facts, queue)
    parts = (side, *_above_take(kit, page), _take(kit, page))
    beside = Stack(kit.look, *parts, spacing=kit.look.gap, growing=side)
    return SideBySide(kit.look, main, beside)


def _is_facts_only(page: ServiceSheet) -> bool:
    return not (page.part.documents or page.leaf.is_first)


def _queue(page: ServiceSheet) -> Queue | None:
    tile = page.tile
    if tile is None or not tile.is_open or tile.waiting is None:
        return None
    return Queue(tile.waiting, tile.wait)


def _documents(kit: Kit, page: ServiceSheet) -> Sheet:
    return documents_panel(kit, page.procedure, page.part.documents, _intro(page))


def _intro(page: ServiceSheet) -> str:
    """Return what is to be done with the documents."""
    if page.tile is None:
        return THERE
    return READY if page.is_open else ANOTHER_TIME


def documents_panel(
    kit: Kit, procedure: Procedure, documents: tuple[Piece, ...], intro: str = READY
) -> Sheet:
    """Return the documents to bring, what is to be done with them, and where they are ticked."""
    if not procedure.documents:
        intro = "No document is required"
    parts, size = kit.parts(intro), kit.look.text(Body.role)
    return Sheet(
        kit.look,
        Sheet(
            kit.look,
            kit.set(Title if len(parts) == 1 else Body, parts, color=PALETTE.navy, bold=True),
            ground=PALETTE.gold_tint if intro == READY else PALETTE.mist,
            edge=None,
            padding=kit.look.gap,
        ),
        *(_piece(kit, each, size) for each in documents),
        *([TickBar(kit)] if documents and kit.look.screen.is_portrait else []),
    )


def _piece(kit: Kit, piece: Piece, size: int) -> Lead:
    told = SheetWords(kit.texts, kit.pack)
    words = kit.set(Body, told.piece(kit.look.language, piece))
    return Lead(kit.look, told.pictogram(piece), size, words)


def facts_panel(
    kit: Kit,
    procedure: Procedure,
    service: Service | None,
    facts: tuple[Fact, ...],
    queue: Queue | None,
) -> Sheet:
    """Return what there is to know of a procedure, and of its queue where that is known."""
    told = [fact_lead(kit, procedure, service, fact) for fact in facts]
    waiting = [] if queue is None else _waiting(kit, queue)
    return Sheet(kit.look, *told, *waiting)


def _waiting(kit: Kit, queue: Queue) -> list[Lead]:
    parts = (
        kit.texts.plural_parts(
            kit.look.language, "{n} person is waiting", "{n} people are waiting", queue.count
        )
        if queue.count
        else kit.parts("Nobody is waiting")
    )
    people = lead(kit, "people", parts, PALETTE.slate)
    if queue.wait is None:
        return [people]
    wait = expected_parts(kit.texts, kit.look.language, queue.wait)
    return [people, lead(kit, "clock", wait, PALETTE.slate)]


def take_height(kit: Kit) -> int:
    """Return the height of the button that takes a ticket, in pixels."""
    return action_height(kit, TAKE)


def column_width(kit: Kit) -> float:
    """Return the width of a sheet's column, in pixels: a screen that lies has two."""
    inner = kit.look.screen.width_px - 4 * kit.look.gap
    return inner if kit.look.screen.is_portrait else (inner - kit.look.gap) / 2


def _above_take(kit: Kit, page: ServiceSheet) -> list[Widget]:
    """Return what belongs to the ticket: the services before this one, and how many of this."""
    chosen = [chosen_line(kit, page.chosen, column_width(kit))] if page.chosen else []
    return chosen if page.quantity is None else [*chosen, Stepper(kit, page.quantity)]


def height_above_take(kit: Kit, service: Service | None, *, is_further: bool) -> float:
    """Return the height of all that, and of the spaces between, in pixels."""
    chosen = most_chosen_height(kit, column_width(kit)) + kit.look.gap if is_further else 0
    is_asked = service is not None and service.is_counted and not is_further
    return chosen + (stepper_height(kit) + kit.look.gap if is_asked else 0)


def _take(kit: Kit, page: ServiceSheet) -> Widget:
    if page.tile is None:
        return action(kit, "keep", KEEP, "document")
    closed = page.tile.closed
    if closed is None:
        return action(kit, "take", TAKE, "ticket")
    told = fully(kit.texts, kit.look.language, closed)
    words = kit.set(Body if len(told) == 1 else Caption, told, color=PALETTE.slate)
    lead = Lead(kit.look, "lock", kit.look.text(Title.role), words, PALETTE.slate)
    return Sheet(
        kit.look,
        lead,
        ground=PALETTE.mist,
        edge=None,
        padding=kit.look.gap // 2,
        size_hint_y=None,
        height=take_height(kit) + kit.line(Body, len(told)),  # nothing is told of waits then
    )
