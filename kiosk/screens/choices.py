"""Offices and services, as large tiles."""

from kivy.uix.widget import Widget

from kiosk.page import OfficeChoice, OfficeTile, ServiceChoice, ServiceTile
from kiosk.screens.frame import footer, framed
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.target import Tile
from media.look.widgets import Column, Grid, Page, even_out
from media.look.widgets.button import Flow


def office_screen(kit: Kit, page: OfficeChoice) -> Page:
    """Return the choice of an office."""
    plan = plan_of(kit.look)
    flow: Flow = "column" if kit.look.screen.is_portrait else "row"
    tiles = [_office(kit, tile, flow) for tile in page.tiles]
    used = -(-len(tiles) // plan.office_columns)
    body = _grid(kit, tiles, plan.office_columns, used)
    return framed(kit, kit.parts("Choose the office"), body, footer(kit), page.leaf)


def service_screen(kit: Kit, page: ServiceChoice) -> Page:
    """Return the choice of a service of the office."""
    plan = plan_of(kit.look)
    tiles = [_service(kit, tile) for tile in page.tiles]
    body = _grid(kit, tiles, plan.service_columns, plan.service_rows)
    return framed(kit, kit.words(page.office.name), body, footer(kit), page.leaf)


def _office(kit: Kit, tile: OfficeTile, flow: Flow) -> Tile:
    office = tile.office
    return _told(
        kit,
        tile,
        Tile(
            kit,
            f"office:{office.id}",
            kit.words(office.name),
            office.pictogram,
            is_open=tile.is_open,
            flow=flow,
        ),
    )


def _service(kit: Kit, tile: ServiceTile) -> Tile:
    service = tile.service
    parts = kit.words(service.name)
    if not tile.is_open and len(parts) == 1:
        parts = (*parts, *kit.parts("Closed now"))
    shown = Tile(
        kit,
        f"service:{service.id}",
        parts,
        service.pictogram,
        is_open=tile.is_open,
        flow="row",
    )
    return _told(kit, tile, shown)


def _told(kit: Kit, tile: OfficeTile | ServiceTile, shown: Tile) -> Tile:
    if not tile.is_open:
        shown.tell_closed(kit)
    elif tile.waiting:
        shown.tell_count(tile.waiting)
    return shown


def waiting(kit: Kit, count: int) -> str:
    """Return how many wait, in words."""
    if not count:
        return kit.say("Nobody is waiting")
    return kit.texts.plural(
        kit.look.language, "{n} person is waiting", "{n} people are waiting", count
    )


def _grid(kit: Kit, tiles: list[Tile], columns: int, rows: int) -> Column:
    """Return the tiles in rows of equal height, from the top; what is left stays free."""
    body = Column(kit.look)
    used = -(-len(tiles) // columns)
    grid = Grid(kit.look, cols=columns, size_hint_y=used / max(rows, used))
    for tile in tiles:
        grid.add_widget(tile)
    even_out(tile.title for tile in tiles)
    even_out(tile.line for tile in tiles if tile.line is not None)
    for _ in range(used * columns - len(tiles)):
        grid.add_widget(Widget())
    body.add_widget(grid)
    if used < rows:
        body.add_widget(Widget(size_hint_y=1 - used / rows))
    return body
