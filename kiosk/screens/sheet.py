"""What to bring for a service, before a ticket is taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from kivy.uix.widget import Widget

from kiosk.closing_words import fully
from kiosk.facts import accessible_counters
from kiosk.page import Fact, ServiceSheet
from kiosk.screens.enlarged import Enlarged
from kiosk.screens.frame import footer, framed
from kiosk.screens.further import another_button, chosen_line, most_chosen_height
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead, Sheet, SideBySide, Stack
from kiosk.screens.stepper import Stepper, stepper_height
from kiosk.screens.target import action, action_height
from media.isolation import isolate
from media.look.theme import PALETTE, Color
from media.look.widgets import Body, Caption, Column, Page, Title
from media.pack import Piece, Procedure, Service
from media.sheets import SheetWords
from media.texts import msgid
from media.texts.waiting import expected_parts
from media.words import Parts
from wire.messages import Expected, Language

_COLON: Mapping[Language, str] = MappingProxyType(
    {"ar": ": ", "zgh": ": ", "fr": "\u00a0: ", "en": ": "}
)


TAKE = msgid("Take a ticket")
READY = msgid("Have these documents ready before you take a ticket")
ANOTHER_TIME = msgid("Bring these documents when you come back")


@dataclass(frozen=True, slots=True)
class Queue:
    """Who waits for a service, and what who joins them may expect."""

    count: int
    wait: Expected | None = None


Say = Callable[[Language], Parts]
"""Tells a fact in a language, or in those that stand for it."""


def sheet_screen(kit: Kit, page: ServiceSheet) -> Page:
    """Return the sheet: documents, fee, time limit, and the button that takes a ticket."""
    body = _tall(kit, page) if kit.look.screen.is_portrait else _wide(kit, page)
    another = another_button(kit) if page.may_go_on else None
    ways = footer(kit, middle=another)
    return framed(kit, kit.words(page.procedure.name), body, ways, page.leaf)


def _tall(kit: Kit, page: ServiceSheet) -> Column:
    body = Column(kit.look, spacing=kit.look.gap)
    body.add_widget(Enlarged(kit, lambda larger: _panels(larger, page)))
    for part in (*_above_take(kit, page), _take(kit, page)):
        body.add_widget(part)
    return body


def _panels(kit: Kit, page: ServiceSheet) -> Stack:
    queue = _queue(page)
    facts = facts_panel(kit, page.tile.service, page.part.facts, queue)
    told = (facts,) if page.part.facts or queue else ()
    panels = (facts,) if _is_facts_only(page) else (_documents(kit, page), *told)
    return Stack(kit.look, *panels, spacing=kit.look.gap, growing=panels[0])


def _wide(kit: Kit, page: ServiceSheet) -> Enlarged:
    return Enlarged(kit, lambda larger: _columns(kit, larger, page))


def _columns(kit: Kit, larger: Kit, page: ServiceSheet) -> SideBySide:
    service, facts, queue = page.tile.service, page.part.facts, _queue(page)
    if _is_facts_only(page):
        main, facts = facts_panel(larger, service, facts, None), ()
    else:
        main = _documents(larger, page)
    is_side_empty = not facts and queue is None
    side = Widget() if is_side_empty else facts_panel(larger, service, facts, queue)
    parts = (side, *_above_take(kit, page), _take(kit, page))
    beside = Stack(kit.look, *parts, spacing=kit.look.gap, growing=side)
    return SideBySide(kit.look, main, beside)


def _is_facts_only(page: ServiceSheet) -> bool:
    return not (page.part.documents or page.leaf.is_first)


def _queue(page: ServiceSheet) -> Queue | None:
    tile = page.tile
    if not tile.is_open or tile.waiting is None:
        return None
    return Queue(tile.waiting, tile.wait)


def _documents(kit: Kit, page: ServiceSheet) -> Sheet:
    return documents_panel(kit, page.procedure, page.part.documents, is_open=page.tile.is_open)


def documents_panel(
    kit: Kit, procedure: Procedure, documents: tuple[Piece, ...], *, is_open: bool = True
) -> Sheet:
    """Return the documents to bring, and what is to be done with them: now, or another time."""
    intro = READY if is_open else ANOTHER_TIME
    if not procedure.documents:
        intro = "No document is required"
    parts, size = kit.parts(intro), kit.look.text(Body.role)
    return Sheet(
        kit.look,
        Sheet(
            kit.look,
            kit.set(Title if len(parts) == 1 else Body, parts, color=PALETTE.navy, bold=True),
            ground=PALETTE.gold_tint if is_open else PALETTE.mist,
            edge=None,
            padding=kit.look.gap,
        ),
        *(_piece(kit, each, size) for each in documents),
    )


def _piece(kit: Kit, piece: Piece, size: int) -> Lead:
    told = SheetWords(kit.texts, kit.pack)
    words = kit.set(Body, told.piece(kit.look.language, piece))
    return Lead(kit.look, told.pictogram(piece), size, words)


def facts_panel(kit: Kit, service: Service, facts: tuple[Fact, ...], queue: Queue | None) -> Sheet:
    """Return what there is to know of a service, and of its queue where that is known."""
    told = [_fact(kit, service, fact) for fact in facts]
    waiting = [] if queue is None else _waiting(kit, queue)
    return Sheet(kit.look, *told, *waiting)


def _fact(kit: Kit, service: Service, fact: Fact) -> Lead:
    procedure = kit.pack.procedure(service.procedure)
    told = SheetWords(kit.texts, kit.pack)
    match fact:
        case Fact.EXAMPLE:
            words = kit.parts("Demonstration: fees and time limits are examples")
            return _lead(kit, "warning", words, PALETTE.slate)
        case Fact.FEE:
            return _named(kit, "coins", msgid("Fee"), lambda each: told.fee(each, procedure))
        case Fact.DELAY:
            return _named(kit, "hourglass", msgid("Time limit"), procedure.delay.parts)
        case Fact.BASIS:
            return _named(kit, "scale", msgid("Legal basis"), procedure.basis.parts)
        case Fact.COUNTER | Fact.PHONE | Fact.PLACE:
            return _practical(kit, service, fact)
        case _:
            return _lawful(kit, procedure, fact)


def _lawful(
    kit: Kit,
    procedure: Procedure,
    fact: Literal[Fact.CONDITIONS, Fact.STEPS, Fact.NOTES, Fact.SILENCE, Fact.APPEAL, Fact.DOUBTS],
) -> Lead:
    told = SheetWords(kit.texts, kit.pack)
    match fact:
        case Fact.CONDITIONS:
            name, pictogram, say = msgid("Conditions"), "person", told.conditions
        case Fact.STEPS:
            name, pictogram, say = msgid("Steps"), "check-circle", told.steps
        case Fact.NOTES:
            name, pictogram, say = msgid("Good to know"), "info", told.notes
        case Fact.SILENCE:
            name, pictogram, say = msgid("Without an answer"), "mute", told.silence
        case Fact.APPEAL:
            name, pictogram, say = msgid("Appeal"), "megaphone", told.appeals
        case Fact.DOUBTS:
            name, pictogram, say = msgid("Not confirmed"), "question", told.doubts
    return _named(kit, pictogram, name, lambda each: say(each, procedure))


def _practical(
    kit: Kit, service: Service, fact: Literal[Fact.COUNTER, Fact.PHONE, Fact.PLACE]
) -> Lead:
    match fact:
        case Fact.COUNTER:
            return _named(kit, "wheelchair", msgid("Wheelchair access"), _counters(kit, service))
        case Fact.PHONE:
            phone = isolate(kit.pack.commune.phone)
            return _named(kit, "phone", msgid("Phone"), lambda language: ((language, phone),))
        case Fact.PLACE:
            told = SheetWords(kit.texts, kit.pack)
            procedure = kit.pack.procedure(service.procedure)
            office = kit.pack.office(procedure.deposit or service.office)
            return _named(kit, "pin", msgid("Where"), lambda each: told.place(each, office))


def _counters(kit: Kit, service: Service) -> Say:
    numbers = isolate(
        ", ".join(str(counter.number) for counter in accessible_counters(kit.pack, service))
    )
    return lambda language: kit.texts.parts(language, "Counter {counter}", counter=numbers)


def _named(kit: Kit, pictogram: str, name: str, say: Say) -> Lead:
    """Return a fact after its name; both in the same language, or in those that stand for it."""
    texts, language = kit.texts, kit.look.language
    parts = say(language)
    names = dict(texts.parts(language, name))
    if names.keys() != dict(parts).keys():
        parts = say("ar") + say("fr")
        names = dict(texts.parts("ar", name) + texts.parts("fr", name))
    lines = tuple((each, names[each] + _COLON[each] + text) for each, text in parts)
    return _lead(kit, pictogram, lines, PALETTE.ink)


def _lead(kit: Kit, pictogram: str, parts: Parts, color: Color) -> Lead:
    words = kit.set(Body, parts, color=color)
    return Lead(kit.look, pictogram, kit.look.text(Body.role), words, PALETTE.navy)


def _waiting(kit: Kit, queue: Queue) -> list[Lead]:
    parts = (
        kit.texts.plural_parts(
            kit.look.language, "{n} person is waiting", "{n} people are waiting", queue.count
        )
        if queue.count
        else kit.parts("Nobody is waiting")
    )
    people = _lead(kit, "people", parts, PALETTE.slate)
    if queue.wait is None:
        return [people]
    wait = expected_parts(kit.texts, kit.look.language, queue.wait)
    return [people, _lead(kit, "clock", wait, PALETTE.slate)]


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


def height_above_take(kit: Kit, service: Service, *, is_further: bool) -> float:
    """Return the height of all that, and of the spaces between, in pixels."""
    chosen = most_chosen_height(kit, column_width(kit)) + kit.look.gap if is_further else 0
    is_asked = service.is_counted and not is_further
    return chosen + (stepper_height(kit) + kit.look.gap if is_asked else 0)


def _take(kit: Kit, page: ServiceSheet) -> Widget:
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
