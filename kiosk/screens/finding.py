"""Life events, and the procedures that belong to one: large tiles, as offices and services are."""

from kiosk.closing_words import briefly
from kiosk.finding_page import EventChoice, ProcedureChoice, ProcedureTile
from kiosk.screens.choices import Shape, grid_of, shape_of
from kiosk.screens.frame import footer, framed
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.target import Tile
from media.look.widgets import Page
from media.pack import LifeEvent
from media.texts import msgid

QUESTION = msgid("What has happened?")


def event_screen(kit: Kit, page: EventChoice) -> Page:
    """Return the choice of what has happened, or is to happen."""
    fullest = -(-len(kit.pack.life_events) // page.leaf.count)
    shape = shape_of(kit, fullest, plan_of(kit.look).event_columns)
    body = grid_of(kit, [_event(kit, each, shape) for each in page.events], shape)
    return framed(kit, kit.parts(QUESTION), body, footer(kit), page.leaf)


def procedure_screen(kit: Kit, page: ProcedureChoice) -> Page:
    """Return the choice of what is to be done then."""
    fullest = -(-len(kit.pack.procedures_at(page.event.id)) // page.leaf.count)
    shape = shape_of(kit, fullest, plan_of(kit.look).service_columns)
    body = grid_of(kit, [procedure_tile(kit, each, shape) for each in page.tiles], shape)
    return framed(kit, kit.words(page.event.name), body, footer(kit), page.leaf)


def _event(kit: Kit, event: LifeEvent, shape: Shape) -> Tile:
    return Tile(
        kit,
        f"event:{event.id}",
        kit.words(event.name),
        pictogram=event.pictogram,
        is_open=True,
        flow=shape.flow,
        star=shape.star,
        role=shape.role,
    )


def procedure_tile(kit: Kit, tile: ProcedureTile, shape: Shape, *, tells_why: bool = True) -> Tile:
    """Return a procedure to choose, by the short name of its service where it has one.

    A low tile that is closed does not tell why: its sheet does.
    """
    procedure = tile.procedure
    services = kit.pack.services_by(procedure.id)
    name = services[0].name if services else procedure.name
    shown = Tile(
        kit,
        f"procedure:{procedure.id}",
        kit.words(name),
        pictogram=procedure.pictogram,
        is_open=tile.is_open,
        flow=shape.flow,
        star=shape.star,
        role=shape.role,
    )
    if tile.closed is not None:
        told = briefly(kit.texts, kit.look.language, tile.closed) if tells_why else ()
        shown.tell_closed(kit, told)
    elif tile.waiting:
        shown.tell_count(kit, tile.waiting)
    return shown
