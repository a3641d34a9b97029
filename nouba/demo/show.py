"""The demonstration that people use: everything runs until Ctrl-C."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from nouba.demo.addresses import addresses, devices, unseen_screens
from nouba.demo.hall import running_hall
from nouba.demo.place import Place
from nouba.demo.seed import Size, Wishes, furnish, rules_of
from nouba.demo.view import live_view
from nouba.screen import virtual_screen

KIOSK = Size(1080, 1920, is_fullscreen=True)
DISPLAY = Size(1920, 1080, is_fullscreen=True)
"""On screens of their own."""

KIOSK_WINDOW = Size(486, 864, left=20, top=40)
DISPLAY_WINDOW = Size(1152, 648, left=540, top=40)
"""Side by side on the screen of whoever looks at the demonstration."""


def has_display() -> bool:
    """Tell whether this machine has a screen that windows can be opened on."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show(place: Place, pack: Path, speed: float, console: Console) -> None:
    """Run the hall until the user interrupts it; raises `HallError` or `ScreenError`."""
    is_on_screen = has_display()
    sizes = (KIOSK_WINDOW, DISPLAY_WINDOW) if is_on_screen else (KIOSK, DISPLAY)
    furnish(place, pack, Wishes(*sizes, datetime.now(UTC), speed, rules_of(pack)))
    with ExitStack() as stack:
        displays, how_to_see = stack.enter_context(_displays(console, is_on_screen=is_on_screen))
        console.print("Starting the hall …")
        hall = stack.enter_context(running_hall(place, displays))
        console.print(addresses(place))
        for line in (*how_to_see, *devices(place), "Ctrl-C ends everything."):
            console.print(line, soft_wrap=True, highlight=False)
        while True:
            hall.check()
            time.sleep(0.5)


@contextmanager
def _displays(
    console: Console, *, is_on_screen: bool
) -> Iterator[tuple[dict[str, str], tuple[str, ...]]]:
    """Open the screens; yields X's name for each, and how to see them when nobody can."""
    if is_on_screen:
        display = os.environ.get("DISPLAY", ":0")
        yield {"kiosk": display, "display": display}, ()
        return
    console.print("This machine has no display: the windows open on screens in memory (Xvfb).")
    with (
        virtual_screen(KIOSK.width, KIOSK.height) as kiosk,
        virtual_screen(DISPLAY.width, DISPLAY.height) as wall,
        live_view({"kiosk": kiosk, "display": wall}) as view,
    ):
        displays = {"kiosk": kiosk.display, "display": wall.display}
        yield displays, tuple(unseen_screens(view, displays))
