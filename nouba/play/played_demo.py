"""The demonstration that plays itself: a hall, a morning, and its truth."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console

from controller.hall.events import Event
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from media.pack import Pack, load_pack
from nouba.demo.hall import running_hall
from nouba.demo.place import Place
from nouba.demo.seed import SCREEN, Wishes, furnish, rules_of
from nouba.demo.show import DISPLAY, KIOSK
from nouba.demo.view import live_view
from nouba.play.hall_time import HallTime
from nouba.play.morning import Morning, Plan, Played
from nouba.play.outage import Outage
from nouba.play.story import longest_queue, read
from nouba.play.summary import summary
from nouba.play.truth import contradictions
from nouba.play.witness import Evidence
from nouba.screen import virtual_screen

DOORS_OPEN_IN = timedelta(seconds=12)
"""From the start of the programs to 8:30 in the hall."""

PAPER = 15.0
"""Seconds that the printer may take for the last tickets."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a played morning came to."""

    contradictions: tuple[str, ...]
    """Where the journal and those who were there disagree, in a sentence each."""

    outages: tuple[Outage, ...]


def play_demo(place: Place, pack_folder: Path, plan: Plan, speed: float, console: Console) -> Told:
    """Play a morning, print its summary, and return what it came to.

    Raises `HallError`, `ScreenError` or `GaveUpError` when it cannot be played to the end.
    """
    pack = load_pack(pack_folder)
    began_at = datetime.now(UTC) + DOORS_OPEN_IN
    hall_time = HallTime(began_at, speed, pack.hall.zone)
    wishes = Wishes(
        KIOSK, DISPLAY, began_at, speed, rules_of(pack_folder), is_speaker_real_time=False
    )
    furnish(place, pack_folder, wishes)
    with (
        virtual_screen(KIOSK.width, KIOSK.height) as kiosk,
        virtual_screen(DISPLAY.width, DISPLAY.height) as display,
        live_view({"kiosk": kiosk, "display": display}) as view,
        running_hall(place, {"kiosk": kiosk.display, "display": display.display}) as hall,
    ):
        console.print(f"The morning is played on screens in memory (Xvfb). To watch it: {view}")
        morning = Morning(hall, pack, hall_time, (kiosk, display), console.print)
        played = morning.play(plan)
        _wait_for_paper(place, len(played.tickets))
    evidence = _evidence(place, played, plan)
    return _conclude(evidence, _journal(place, pack, hall_time), console)


def _conclude(evidence: Evidence, facts: tuple[Event, ...], console: Console) -> Told:
    story = read(facts)
    console.print(summary(story, evidence, longest_queue(facts)))
    return Told(contradictions(story, evidence), evidence.outages)


def _journal(place: Place, pack: Pack, hall_time: HallTime) -> tuple[Event, ...]:
    engine = open_engine(place.database)
    day = hall_time.began_at.astimezone(pack.hall.zone).date()
    entries = SqlJournal(engine, "demo").read(day, after=0)
    engine.dispose()
    return tuple(entry.fact.event for entry in entries)


def _evidence(place: Place, played: Played, plan: Plan) -> Evidence:
    spoken = {SCREEN: _spoken(place.announcements)}
    return Evidence(
        played.agents, played.tickets, _printed(place), spoken, plan.kills, played.outages
    )


def _spoken(announcements: Path) -> tuple[str, ...]:
    """Return the names of the announcements, without the numbers that the speaker gave them."""
    return tuple(path.stem.partition("-")[2] for path in sorted(announcements.glob("*.wav")))


def _printed(place: Place) -> int:
    return len(list(place.tickets.glob("*.png")))


def _wait_for_paper(place: Place, tickets: int) -> None:
    deadline = time.monotonic() + PAPER
    while _printed(place) < tickets and time.monotonic() < deadline:
        time.sleep(0.1)
