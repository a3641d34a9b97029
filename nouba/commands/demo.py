"""`nouba demo`."""

import signal
from pathlib import Path

import click
from rich.console import Console

from controller.settings import DEMONSTRATION_PACK
from media.pack import load_pack
from nouba.demo.claim import claimed
from nouba.demo.hall import HallError
from nouba.demo.place import CONTROLLER_PORT, Place, fresh_place
from nouba.demo.show import show
from nouba.play.kiosk_visitor import GaveUpError
from nouba.play.morning import Plan
from nouba.play.outage import LIMIT, late
from nouba.play.played_demo import Told, play_demo
from nouba.play.socket_agent import SignInError
from nouba.program import checked
from nouba.screen import ScreenError

PLAYED_SPEED = 50.0
"""Three and a half hours of the hall in some four minutes."""

KILL_PAUSE = 2.5
"""Mean seconds from a recovery to the next kill."""


@click.command
@click.option("--play", is_flag=True, help="Play a morning by itself, then end.")
@click.option("--speed", type=click.FloatRange(0.1, 500), help="Of the hall's clock.")
@click.option("--visitors", type=click.IntRange(1, 500), default=30, show_default=True)
@click.option(
    "--kills", type=click.IntRange(0, 500), default=0, help="Of the controller (kill -9)."
)
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("var/demo"),
    show_default=True,
    help="Emptied, and filled anew.",
)
@click.option(
    "--pack",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Your own content, to look at; not with --play.",
)
def command(
    *, play: bool, speed: float | None, visitors: int, kills: int, folder: Path, pack: Path | None
) -> None:
    """Run a whole hall on this machine, with virtual devices.

    Controller, kiosk, hall screen, printer and speaker are the real programs, kept alive as
    systemd would. With --play, visitors touch the kiosk and agents call them, until noon; what
    they saw is then compared with the journal.
    """
    if play and pack:
        raise click.UsageError("A played morning has the demonstration's pack, counters and staff.")
    content = (pack or DEMONSTRATION_PACK).resolve()
    checked(content, load_pack)
    console = Console()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with claimed(folder):
            place = _place(folder, console)
            if play:
                plan = Plan(visitors, kills, KILL_PAUSE)
                told = play_demo(place, content, plan, speed or PLAYED_SPEED, console)
                raise SystemExit(_verdict(place, told, console))
            show(place, content, speed or 1.0, console)
    except KeyboardInterrupt:
        console.print("The hall is closed.")
    except (HallError, ScreenError, GaveUpError, SignInError, OSError) as error:
        raise click.ClickException(str(error)) from None


def _place(folder: Path, console: Console) -> Place:
    place = fresh_place(folder)
    if place.port != CONTROLLER_PORT:
        console.print(f"Port {CONTROLLER_PORT} is in use: the hall takes {place.port}.")
    return place


def _verdict(place: Place, told: Told, console: Console) -> int:
    for lie in told.contradictions:
        console.print(f"[bold red]Not true:[/] {lie}")
    if not told.contradictions:
        console.print("The journal, the agents, the visitors, the printer and the speaker agree.")
    delays = tuple(late(told.outages))
    for delay in delays:
        console.print(f"[bold red]Too late:[/] {delay}")
    if told.outages and not delays:
        console.print(f"After each kill everybody was connected again within {LIMIT:.0f} s.")
    console.print(f"Tickets, pictures and announcements are in {place.folder}")
    return 1 if told.contradictions or delays else 0
