"""What a visitor may want beside the usual way: several services, a check-in."""

from kiosk.screens.enlarged import leave
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead
from kiosk.screens.target import Target
from kiosk.service_words import listed
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Body, Caption, Kind
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


def bar_height(kit: Kit) -> int:
    """Return its height, in pixels."""
    return round(kit.look.screen.touch * BAR)


def another_button(kit: Kit) -> Target:
    """Return the quieter way on from a sheet: one more service on the same ticket."""
    return between_ways(kit, "another", ANOTHER, "plus", Kind.PLAIN)


def between_ways(kit: Kit, target: str, text: str, pictogram: str, kind: Kind) -> Target:
    """Return a button for the footer's middle; two languages need the pictogram's room."""
    parts = kit.parts(text)
    return Target(
        kit,
        target,
        parts[0][1],
        line=parts[1][1] if len(parts) > 1 else "",
        pictogram=pictogram if len(parts) == 1 else None,
        kind=kind,
        role=Role.BODY,
        padding=(kit.look.gap // 2, 0),
    )
