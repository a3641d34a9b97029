"""The question whether there is a right to be called sooner: a picture for each, and no as easy."""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.page import PriorityChoice
from kiosk.screens.choices import Shape, grid_of, shape_of
from kiosk.screens.frame import footer, framed, heading_height
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.stack import Lead
from kiosk.screens.target import Tile, action, action_height
from media.look.theme import PALETTE
from media.look.widgets import Body, Caption, Column, Page
from media.texts import msgid
from wire.messages import Priority

COLUMNS = 2
QUESTION = msgid("Do you have priority?")
ASSURANCE = msgid("No proof is asked for and no reason is kept")
NO = msgid("No, take a ticket")

CLASSES: Mapping[Priority, tuple[str, str]] = MappingProxyType(
    {
        "disability": ("wheelchair", msgid("Person with a disability")),
        "elderly": ("elder", msgid("Elderly person")),
        "pregnant": ("pregnant", msgid("Pregnant, or with an infant")),
        "abroad": ("globe", msgid("Moroccan living abroad")),
    }
)
"""Each class's picture and name. Law 97-13: the visitor says so, and nobody asks for a proof."""


def priority_screen(kit: Kit, page: PriorityChoice) -> Page:
    """Return the question, each class as a tile, and the button that says no."""
    body = Column(kit.look, spacing=kit.look.gap)
    body.add_widget(_assurance(kit))
    shape = shape_of(kit, max(1, len(page.classes)), COLUMNS, _room(kit))
    body.add_widget(grid_of(kit, [_tile(kit, each, shape) for each in page.classes], shape))
    body.add_widget(action(kit, "priority:normal", NO, "ticket"))
    return framed(kit, kit.parts(QUESTION), body, footer(kit))


def _assurance(kit: Kit) -> Lead:
    parts = kit.parts(ASSURANCE)
    kind = Body if kit.look.screen.is_portrait else Caption
    words = kit.set(kind, parts, color=PALETTE.slate)
    size = kit.look.text(kind.role)
    height = _assurance_height(kit)
    return Lead(kit.look, "shield", size, words, PALETTE.green, size_hint_y=None, height=height)


def _assurance_height(kit: Kit) -> int:
    parts = kit.parts(ASSURANCE)
    return (
        kit.line(Body, 1.3 * len(parts))
        if kit.look.screen.is_portrait
        else kit.line(Caption, len(parts))
    )


def _room(kit: Kit) -> float:
    """Return the height that is left for the tiles, in pixels."""
    plan = plan_of(kit.look)
    whole = plan.body + plan.leaves + plan.heading - heading_height(kit, kit.parts(QUESTION))
    return whole - _assurance_height(kit) - action_height(kit, NO) - 2 * kit.look.gap


def _tile(kit: Kit, priority: Priority, shape: Shape) -> Tile:
    pictogram, name = CLASSES[priority]
    return Tile(
        kit,
        f"priority:{priority}",
        kit.parts(name),
        pictogram=pictogram,
        is_open=True,
        flow=shape.flow,
        star=shape.star,
        role=shape.role,
    )
