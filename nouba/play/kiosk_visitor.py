"""A visitor at the real kiosk: looks at the screen, touches the glass, reads the number."""

import json
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.touch_map import Rectangle, TouchMap
from media.pack import Pack
from nouba.play.visitor import Visitor
from nouba.screen import Screen
from wire.codec import BadMessage, decode

LOOK = 0.05
"""Seconds between two looks at the screen."""

CHANGE = 4.0
"""Seconds that a visitor gives the kiosk to answer a touch, before touching again."""

READING = 1.0
"""Seconds that a visitor waits for the paper before leaving with the number."""

PATIENCE = 90.0
"""Seconds after which a visitor gives up: something is broken."""


class GaveUpError(RuntimeError):
    """A visitor left without a ticket; the text says where it came to nothing."""


def next_target(shown: TouchMap, visitor: Visitor, pack: Pack) -> str | None:
    """Choose what to touch on this screen; nothing means wait."""
    wished = _wished(shown.screen, visitor, pack)
    return next((target for target in wished if target in shown.targets), None)


def _wished(screen: str, visitor: Visitor, pack: Pack) -> tuple[str, ...]:
    match screen:
        case "ticket":
            return ()
        case "not_taken":
            return ("back", "home")
        case "sheet":
            return ("take",)
        case "priority":
            return (f"priority:{visitor.priority}", "priority:normal")
        case _:
            office = pack.service(visitor.service).office
            choices = (f"language:{visitor.language}", f"service:{visitor.service}")
            return ("stay", "start", *choices, f"office:{office}", "more")


class Kiosk:
    """The kiosk's glass, as a visitor has it."""

    def __init__(self, touch_map: Path, screen: Screen) -> None:
        self._path = touch_map
        self._screen = screen

    def look(self) -> TouchMap | None:
        """Read what the screen shows; nothing before its first picture."""
        try:
            return decode(TouchMap, json.loads(self._path.read_bytes()))
        except (FileNotFoundError, BadMessage):
            return None

    def touch(self, place: Rectangle) -> None:
        """Touch the middle of a target."""
        self._screen.touch(place.left + place.width // 2, place.top + place.height // 2)

    def wait_for_change(self, turn: int, seconds: float) -> TouchMap | None:
        """Return what is shown once it is not that turn any more; after the seconds, what is."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            shown = self.look()
            if shown is not None and shown.turn != turn:
                return shown
            time.sleep(LOOK)
        return self.look()


Look = Callable[[TouchMap], None]
"""Is told what a visitor sees, before each touch."""


def take_ticket(kiosk: Kiosk, visitor: Visitor, pack: Pack, look: Look) -> str:
    """Touch through the screens to a ticket and return its number; raises `GaveUpError`."""
    deadline = time.monotonic() + PATIENCE
    shown = kiosk.look()
    while time.monotonic() < deadline:
        if shown is None:
            shown = kiosk.wait_for_change(-1, CHANGE)
        elif shown.ticket is not None:
            look(shown)
            _leave(kiosk, shown)
            return shown.ticket
        else:
            shown = _go_on(kiosk, shown, visitor, pack, look)
    seen = shown.screen if shown else "a dark screen"
    raise GaveUpError(f"a visitor for {visitor.service} got no further than {seen}")


def _go_on(
    kiosk: Kiosk, shown: TouchMap, visitor: Visitor, pack: Pack, look: Look
) -> TouchMap | None:
    target = next_target(shown, visitor, pack)
    if target is not None:
        look(shown)
        kiosk.touch(shown.targets[target])
    return kiosk.wait_for_change(shown.turn, CHANGE)


def _leave(kiosk: Kiosk, shown: TouchMap | None) -> None:
    """Wait for the paper, then free the kiosk for the next visitor."""
    if shown is not None:
        shown = kiosk.wait_for_change(shown.turn, READING)
    while shown is not None and shown.screen == "ticket":
        kiosk.touch(shown.targets["home"])
        shown = kiosk.wait_for_change(shown.turn, CHANGE)
