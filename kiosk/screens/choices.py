"""Offices and services, as large tiles."""

from dataclasses import dataclass

from kivy.uix.widget import Widget

from kiosk.closing_words import briefly
from kiosk.page import OfficeChoice, OfficeTile, ServiceChoice, ServiceTile
from kiosk.screens.frame import footer, framed
from kiosk.screens.further import (
    AND_THEN,
    APPOINTMENT,
    appointment_bar,
    are_between,
    ways,
    ways_bar,
    wide_middle,
)
from kiosk.screens.kit import Kit
from kiosk.screens.plan import TALL_TILE, plan_of
from kiosk.screens.target import Tile
from kiosk.service_words import listed
from media.look.screen import Role
from media.look.widgets import Column, Grid, Heading, Page, even_groups, even_out
from media.look.widgets.button import Flow
from media.words import Parts


def office_screen(kit: Kit, page: OfficeChoice) -> Page:
    """Return the choice of an office."""
    bars = _bars(kit, page)
    room = _room_beside(kit, page, bars) if bars else None
    shape = shape_of(kit, len(page.tiles), plan_of(kit.look).office_columns, room)
    body = Column(kit.look, spacing=kit.look.gap)
    body.add_widget(grid_of(kit, [_office(kit, tile, shape) for tile in page.tiles], shape))
    for bar in bars:
        body.add_widget(bar)
    return framed(
        kit, _question(kit, page), body, footer(kit, middle=_middle(kit, page)), page.leaf
    )


def _question(kit: Kit, page: OfficeChoice) -> Parts:
    if not page.chosen:
        return kit.parts("Choose the office")
    has_room = len(kit.parts(AND_THEN)) == 1  # for two languages there is for one name of each
    names = (each.name for each in (page.chosen if has_room else page.chosen[-1:]))
    return listed(kit.texts, kit.look.language, AND_THEN, names)


def _bars(kit: Kit, page: OfficeChoice) -> list[Widget]:
    """Return the other ways from here: who adds a service to a ticket goes over the offices."""
    if page.chosen or are_between(kit):
        return []
    if not kit.look.screen.is_portrait:
        return [ways_bar(kit, with_appointment=page.takes_appointments)]
    bars: list[Widget] = [ways_bar(kit)]
    if page.takes_appointments:
        bars.append(appointment_bar(kit, kit.parts(APPOINTMENT)))
    return bars


def _middle(kit: Kit, page: OfficeChoice) -> Widget | None:
    """Return the same where they stand between back and home."""
    if page.chosen or not are_between(kit):
        return None
    return wide_middle(kit, *ways(kit, with_appointment=page.takes_appointments))


def _room_beside(kit: Kit, page: OfficeChoice, bars: list[Widget]) -> float:
    """Return the height that the tiles have: a list on one leaf needs no row that turns it."""
    plan, gap = plan_of(kit.look), kit.look.gap
    spare = plan.turning if page.leaf.count == 1 else 0
    return plan.body + spare - sum(float(bar.height) + gap for bar in bars)


def service_screen(kit: Kit, page: ServiceChoice) -> Page:
    """Return the choice of a service of the office."""
    every = len(kit.pack.services_of(page.office.id))
    fullest = -(-every // page.leaf.count)
    shape = shape_of(kit, fullest, plan_of(kit.look).service_columns)
    body = grid_of(kit, [_service(kit, tile, shape) for tile in page.tiles], shape)
    return framed(kit, kit.words(page.office.name), body, footer(kit), page.leaf)


WIDE = 2.4
"""From so many heights a tile's width is enough for a pictogram beside the name."""


STAR_HEIGHT, STAR_WIDTH = 0.78, 0.2
"""What a pictogram's star takes at most of a tile in which it stands beside the name."""

STAR_FLAT = 0.13
"""Its share of the width on a flat screen, where names need the room."""

STAR_ABOVE = 0.5
"""What it takes of a tile in which it stands above the name."""

ROOMY = 3.4
"""From so many lines of height a tile has room for a name in large letters, and for another."""

LARGER: tuple[Role, ...] = (Role.DISPLAY, Role.HEADING)
"""In which a name may stand below its pictogram, the largest first."""

ROOMY_WIDTH = 12
"""From so many font sizes of width a line has room for a name's words."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the tiles of one choice stand: they fill the screen, however many they are."""

    columns: int
    rows: int
    flow: Flow
    star: int
    """The side of a pictogram's star in pixels, where names leave it so much."""

    role: Role = Role.TITLE
    """The names'."""


def shape_of(kit: Kit, tiles: int, columns: int, room: float | None = None) -> Shape:
    """Return the shape of the fullest leaf of a choice, so that its other leaves look alike.

    `room` is the height that the tiles have, in pixels, where it is not the whole body.

    Wide and low tiles have their pictograms beside the names: above, it would shrink where
    names take more lines.
    """
    plan, gap = plan_of(kit.look), kit.look.gap
    columns = min(columns, tiles)
    rows = -(-tiles // columns)
    height = (plan.body if room is None else room) / rows - gap
    width = kit.look.screen.width_px / columns
    if height >= plan.tall_tile and width <= WIDE * height:
        star = round(min(height, width) * STAR_ABOVE)
        return Shape(columns, rows, "column", star, _role_below(kit, width, height))
    share = STAR_FLAT if kit.look.screen.is_flat else STAR_WIDTH
    star = round(min(height * STAR_HEIGHT, width * share))
    role = Role.HEADING if height >= ROOMY * kit.line(Heading) else Role.TITLE
    return Shape(columns, rows, "row", star, role)


def _role_below(kit: Kit, width: float, height: float) -> Role:
    """Return the names' role in tiles so large, where they stand below their pictograms."""
    for role in LARGER:
        size = kit.look.text(role)
        if height >= TALL_TILE * size and width >= ROOMY_WIDTH * size:
            return role
    return Role.TITLE


def _office(kit: Kit, tile: OfficeTile, shape: Shape) -> Tile:
    office = tile.office
    shown = Tile(
        kit,
        f"office:{office.id}",
        kit.words(office.name),
        pictogram=office.pictogram,
        is_open=tile.is_open,
        flow=shape.flow,
        star=shape.star,
        role=shape.role,
    )
    return _told(kit, tile, shown)


def _service(kit: Kit, tile: ServiceTile, shape: Shape) -> Tile:
    service = tile.service
    shown = Tile(
        kit,
        f"service:{service.id}",
        kit.words(service.name),
        pictogram=service.pictogram,
        is_open=tile.is_open,
        flow=shape.flow,
        star=shape.star,
        role=shape.role,
    )
    return _told(kit, tile, shown)


def _told(kit: Kit, tile: OfficeTile | ServiceTile, shown: Tile) -> Tile:
    if tile.closed is not None:
        shown.tell_closed(kit, briefly(kit.texts, kit.look.language, tile.closed))
    elif tile.waiting:
        shown.tell_count(kit, tile.waiting)
    return shown


def grid_of(kit: Kit, tiles: list[Tile], shape: Shape) -> Column:
    """Return the tiles in rows of equal height, from the top."""
    body = Column(kit.look)
    used = -(-len(tiles) // shape.columns)
    grid = Grid(kit.look, cols=shape.columns, size_hint_y=used / shape.rows)
    for tile in tiles:
        grid.add_widget(tile)
    even_out(tile.title for tile in tiles)
    even_out(tile.line for tile in tiles if tile.line is not None)
    even_groups(tile.group for tile in tiles if tile.group is not None)
    for _ in range(used * shape.columns - len(tiles)):
        grid.add_widget(Widget())
    body.add_widget(grid)
    if used < shape.rows:
        body.add_widget(Widget(size_hint_y=1 - used / shape.rows))
    return body
