"""What a visitor may want beside the usual way: several services, a check-in."""

from collections.abc import Mapping
from types import MappingProxyType

from kivy.uix.widget import Widget

from kiosk.screens.enlarged import leave
from kiosk.screens.kit import Kit
from kiosk.screens.plan import plan_of
from kiosk.screens.stack import Lead
from kiosk.screens.target import Target
from kiosk.service_words import listed
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Body, Caption, Kind, Row
from media.pack import Service
from media.texts import msgid
from media.words import Parts, on_one_line
from wire.messages import MOST_SERVICES

CHOSEN = msgid("Chosen so far: {services}")
AND_THEN = msgid("{services}, and then?")
APPOINTMENT = msgid("Appointment or ticket")
APPOINTMENT_ALONE = msgid("I have an appointment")
"""The same in all languages at once, where there is no room for more."""

ANOTHER = msgid("Add a service")
EVENTS = msgid("By life event")
SEARCH = msgid("Search")
TICK = msgid("Tick what you have")
KEEP = msgid("Take the list home")

BAR = 1.05
"""The height of the bar with which who has an appointment goes on, in touch targets."""


def chosen_line(kit: Kit, chosen: tuple[Service, ...], width: float) -> Lead:
    """Return what is to be on the ticket already, as high as it must be in a width in pixels."""
    parts = listed(kit.texts, kit.look.language, CHOSEN, (each.name for each in chosen))
    words = kit.set(Caption, parts, color=PALETTE.navy)
    line = Lead(kit.look, "ticket", kit.look.text(Body.role), words)
    line.height, line.size_hint_y = line.needed_height(width), None
    return line


def most_chosen_height(kit: Kit, width: float) -> float:
    """Return its height for the services with the longest names, as many as there may be."""
    every = sorted(kit.pack.services, key=lambda each: len(each.name.ar + each.name.fr))
    line = chosen_line(kit, tuple(every[1 - MOST_SERVICES :]), width)
    leave(line)
    return float(line.height)


def appointment_bar(kit: Kit, parts: Parts) -> Target:
    """Return where who has an appointment goes on; `parts` say it in one language or several."""
    return Target(
        kit,
        "appointment",
        on_one_line(parts),
        pictogram="calendar",
        star=round(kit.look.screen.touch),
        size_hint_y=None,
        height=bar_height(kit),
        padding=(kit.look.gap, kit.look.gap // 3),
    )


def ways_bar(kit: Kit, *, with_appointment: bool = False) -> Row:
    """Return the other ways from the offices, beside one another."""
    row = Row(kit.look, size_hint_y=None, height=ways_height(kit))
    for way in ways(kit, with_appointment=with_appointment):
        row.add_widget(way)
    return row


def ways(kit: Kit, *, with_appointment: bool = False) -> tuple[Target, ...]:
    """Return those by what has happened and by a name, and perhaps that with an appointment."""
    texts = (EVENTS, SEARCH, APPOINTMENT) if with_appointment else (EVENTS, SEARCH)
    kinds = (("events", "people"), ("search", "search"), ("appointment", "calendar"))
    parts = kit.alike(*texts)
    return tuple(
        _way(kit, target, told, pictogram)
        for told, (target, pictogram) in zip(parts, kinds, strict=False)
    )


def are_between(kit: Kit) -> bool:
    """Whether these ways stand between back and home: where the screen has no height for them."""
    is_twofold = len(kit.alike(EVENTS, SEARCH)[0]) > 1
    return plan_of(kit.look).is_low or (is_twofold and not kit.look.screen.is_portrait)


def _way(kit: Kit, target: str, parts: Parts, pictogram: str) -> Target:
    is_crowded = len(parts) > 1 and not kit.look.screen.is_portrait
    return Target(
        kit,
        target,
        parts[0][1],
        line=parts[1][1] if len(parts) > 1 else "",
        pictogram=None if is_crowded else pictogram,
        role=Role.BODY,
        star=round(kit.look.screen.touch * _star(kit)),
        padding=(kit.look.gap // 2, 0 if is_crowded else kit.look.gap // 3),
        size_hint_x=WIDTHS[target],
    )


def _star(kit: Kit) -> float:
    """Return the side of a way's pictogram, in touch targets."""
    if kit.look.screen.is_flat:
        return 0.4
    return 0.9 if kit.look.screen.is_portrait else 0.7


WIDTHS: Mapping[str, float] = MappingProxyType({"events": 1.3, "search": 0.9, "appointment": 1.6})
"""The widths of the ways beside one another, as their names are long."""

BETWEEN_WAYS: Mapping[int, float] = MappingProxyType({1: 2.4, 2: 3.8})
"""The width between back and home that several buttons share, in theirs: for two languages more."""

BETWEEN_FLAT = 2.7
"""The same on a flat screen, which shows one language alone."""


def wide_middle(kit: Kit, *buttons: Widget) -> Row:
    """Return buttons that stand between back and home, on a screen that lies."""
    lines = len(kit.alike(EVENTS, SEARCH)[0])
    width = BETWEEN_FLAT if kit.look.screen.is_flat else BETWEEN_WAYS[lines]
    row = Row(kit.look, size_hint_x=width)
    for button in buttons:
        button.size_hint_y = 1
        row.add_widget(button)
    return row


def ways_height(kit: Kit) -> int:
    """Return its height, in pixels: two languages stand on two lines."""
    lines = len(kit.alike(EVENTS, SEARCH)[0])
    return round(kit.look.screen.touch * (BAR + 0.6 * (lines - 1)))


class TickBar(Target):
    """Where the documents that are at hand can be ticked: a button inside a white panel."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit,
            "tick",
            on_one_line(kit.parts(TICK)),
            pictogram="check-circle",
            role=Role.BODY,
            star=round(kit.look.screen.touch * 0.9),
            size_hint_y=None,
            height=bar_height(kit),
            padding=(kit.look.gap, kit.look.gap // 3),
        )

    def _repaint(self, *arguments: object) -> None:
        super()._repaint(*arguments)
        if self.state != "down":
            self.paint(PALETTE.green_tint, PALETTE.green)
        if self.medallion is not None:
            self.medallion.paint(PALETTE.green, PALETTE.plaster)


def bar_height(kit: Kit) -> int:
    """Return its height, in pixels."""
    return round(kit.look.screen.touch * BAR)


def tick_button(kit: Kit) -> Target:
    """Return the same for a screen that lies: its place is between back and home."""
    return between_ways(kit, "tick", TICK, "check-circle", Kind.PLAIN)


def another_button(kit: Kit) -> Target:
    """Return the quieter way on from a sheet: one more service on the same ticket."""
    return between_ways(kit, "another", ANOTHER, "plus", Kind.PLAIN)


def between_ways(kit: Kit, target: str, text: str, pictogram: str, kind: Kind) -> Target:
    """Return a button for the footer's middle; words that fill it need the pictogram's room."""
    parts = kit.parts(text)
    has_room = len(parts) == 1 and not kit.look.screen.is_cramped
    return Target(
        kit,
        target,
        parts[0][1],
        line=parts[1][1] if len(parts) > 1 else "",
        pictogram=pictogram if has_room else None,
        kind=kind,
        role=Role.BODY,
        padding=(kit.look.gap // 2, 0),
    )
