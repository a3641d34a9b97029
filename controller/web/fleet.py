"""All that the web side does for the hall's devices as machines."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import Flask
from flask_socketio import SocketIO

from controller.fleet.pairing import Pairings
from controller.fleet.snapshot import Shelf
from controller.fleet.wishes import Wishes
from controller.web import errands, pairing, screens_page
from controller.web.allowance import Allowance
from controller.web.attempts import Attempts
from controller.web.errands import Errands, Inbox
from controller.web.live import Changes
from controller.web.pairing import Threshold
from controller.web.screens_page import Halls, ScreensPage
from controller.web.signage import Fetching
from controller.web.watching import Watchman


@dataclass(frozen=True, slots=True)
class Fleet:
    """What is kept of the devices."""

    shelf: Shelf
    """Where it stands how they are, for the command line."""

    pairings: Pairings
    """The codes that new ones show."""

    wishes: Wishes
    """What staff ask of single screens."""

    machine_now: Callable[[], datetime]
    """The machine's clock, whatever the hall's shows."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What it needs of the hall."""

    hall: Halls
    fetching: Fetching
    attempts: str
    """Wrong codes from one address before it has to wait."""

    pace: float
    """How fast the hall's clock runs."""


def register(app: Flask, socketio: SocketIO, fleet: Fleet, around: Surroundings) -> None:
    """Add the page, the ways in for devices, and the rounds that are made."""
    changes, hall, now = Changes(), around.hall, fleet.machine_now
    pairing.register(app, Threshold(fleet.pairings, Allowance(pairing.CODES), now))
    errands.register(app, around.fetching, Inbox(fleet.wishes, now, changes.wake))
    page = ScreensPage(hall, fleet.pairings, fleet.wishes, Attempts(around.attempts), now, changes)
    screens_page.register(app, page)
    Errands(socketio, hall.presence, fleet.wishes, now, changes.wake).start()
    publisher = hall.publisher
    Watchman(hall.presence, lambda: publisher.published, fleet.shelf, hall.now, around.pace).start(
        socketio
    )
