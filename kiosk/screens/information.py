"""The information screen's menus and lists, as large tiles."""

from collections.abc import Sequence
from dataclasses import replace

from kivy.uix.widget import Widget

from kiosk.information.words import COUNCIL, TOPICS, InformationWords
from kiosk.information_page import (
    CouncilMenu,
    Directory,
    InformationMenu,
    InformationPage,
    Leaflet,
    NewsList,
    NewsPiece,
)
from kiosk.screens.choices import Shape, grid_of, shape_of
from kiosk.screens.frame import footer, framed
from kiosk.screens.kit import Kit
from kiosk.screens.leaflet import leaflet_screen
from kiosk.screens.plan import plan_of
from kiosk.screens.stack import Lead
from kiosk.screens.target import Tile
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Heading, Page, Title
from media.pack import Office
from media.texts import msgid
from media.words import Parts

QUESTION = msgid("What are you looking for?")
WHICH_OFFICE = msgid("Offices: floor and room")
NO_NEWS = msgid("There is no news at the moment")


MOST_LINES = 4
"""Of a headline: councils write long ones."""

STAR = 0.7
"""The side of its pictogram, in that of others: the words need the room."""


def information_screen(kit: Kit, page: InformationPage) -> Page:
    """Return the screen of a page that only an information screen has."""
    match page:
        case InformationMenu():
            return _menu(kit, page)
        case CouncilMenu():
            return _council(kit, page)
        case Directory():
            return _directory(kit, page)
        case NewsList():
            return _news(kit, page)
        case Leaflet():
            return leaflet_screen(kit, page)


def _menu(kit: Kit, page: InformationMenu) -> Page:
    told = [(f"topic:{each}", *TOPICS[each]) for each in page.topics]
    return framed(kit, kit.parts(QUESTION), _choices(kit, told), footer(kit))


def _council(kit: Kit, page: CouncilMenu) -> Page:
    told = [(f"council:{each}", *COUNCIL[each]) for each in page.topics]
    return framed(kit, kit.parts("The council"), _choices(kit, told), footer(kit))


def _choices(kit: Kit, told: Sequence[tuple[str, str, str]]) -> Widget:
    shape = shape_of(kit, len(told), plan_of(kit.look).event_columns)
    tiles = [
        _tile(kit, target, kit.parts(text), pictogram, shape) for target, text, pictogram in told
    ]
    return grid_of(kit, tiles, shape)


def _directory(kit: Kit, page: Directory) -> Page:
    fullest = -(-len(kit.pack.offices) // page.leaf.count)
    shape = shape_of(kit, fullest, plan_of(kit.look).service_columns)
    tiles = [_office(kit, each, shape) for each in page.offices]
    return framed(kit, kit.parts(WHICH_OFFICE), grid_of(kit, tiles, shape), footer(kit), page.leaf)


def _office(kit: Kit, office: Office, shape: Shape) -> Tile:
    """Return an office with its place below its name, where one language says both."""
    name = kit.words(office.name)
    place = () if office.place is None else kit.words(office.place)
    shown = (*name, *place) if len(name) == 1 and len(place) == 1 else name
    return _tile(kit, f"office:{office.id}", shown, office.pictogram, shape)


def _news(kit: Kit, page: NewsList) -> Page:
    heading = kit.parts("News of the commune")
    if not page.pieces:
        words = kit.set(Title, kit.parts(NO_NEWS), color=PALETTE.slate)
        body = Lead(kit.look, "news", kit.look.text(Heading.role), words, PALETTE.navy)
        return framed(kit, heading, body, footer(kit), page.leaf)
    plan = plan_of(kit.look)
    shape = shape_of(kit, plan.capacity().listed, plan.service_columns)
    tiles = [_piece(kit, each, shape) for each in page.pieces]
    return framed(kit, heading, grid_of(kit, tiles, shape), footer(kit), page.leaf)


def _piece(kit: Kit, piece: NewsPiece, shape: Shape) -> Tile:
    """Return a piece of news with its day below its title.

    Of two languages that stand for a third the list has room for one: the leaflet has both.
    """
    language = kit.look.language
    title, day = piece.title.parts(language), InformationWords(kit.texts, kit.pack)
    shown = (*title[:1], *day.day(language, piece)[:1])
    own = replace(shape, role=Role.BODY, star=round(shape.star * STAR))
    tile = _tile(kit, f"news:{piece.id}", shown, "news", own)
    tile.title.lines = MOST_LINES
    return tile


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
