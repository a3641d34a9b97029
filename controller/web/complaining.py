"""What a controller has for complaints: the screens' door, the pages, and the forgetting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import structlog
from flask import Flask
from flask_socketio import SocketIO

from controller.complaints import Complaints, forgetting
from controller.identity import People
from controller.web import complaint_page, complaints_desk
from controller.web.allowance import Allowance
from controller.web.attempts import Attempts
from controller.web.complaint_intake import TakingComplaints
from controller.web.complaint_words import Kept
from controller.web.content import Content
from controller.web.follow_code import FollowCodes
from controller.web.rounds import go_on

FORGETTING_PACE = 3600.0
"""Seconds between looks for what is to be forgotten."""


@dataclass(frozen=True, slots=True)
class Complaining:
    """The complaints of a hall, and how many may come."""

    complaints: Complaints
    personal_days: int = 90
    """Days after the closing before what may tell of a person is removed."""

    of_a_screen: str = "30 per hour"
    """Taken from one screen before it has to wait."""

    guesses: str = "30 per minute"
    """Wrong follow-up numbers from one address before it has to wait."""

    def kept(self, content: Content, zone: ZoneInfo, now: Callable[[], datetime]) -> Kept:
        """Return them as pages tell them."""
        return Kept(self.complaints, content, zone, now)


def register_complaints(
    app: Flask,
    socketio: SocketIO,
    complaining: Complaining,
    kept: Kept,
    codes: FollowCodes,
    people: People,
) -> TakingComplaints:
    """Add the pages, forget in time, and return what answers the screens."""
    guesses = Attempts(complaining.guesses)
    complaint_page.register(app, complaint_page.ComplaintPage(kept, codes, guesses))
    complaints_desk.register(app, complaints_desk.ComplaintsDesk(kept, people))
    forget_them = partial(forget, kept, complaining.personal_days)
    socketio.start_background_task(partial(go_on, "complaints", forget_them, FORGETTING_PACE))
    allowance = Allowance(complaining.of_a_screen)
    return TakingComplaints(kept.complaints, codes, kept.now, allowance)


def forget(kept: Kept, days: int) -> None:
    """Remove what may tell of a person from complaints that were closed so many days ago."""
    now = kept.now()
    count = kept.complaints.forget(forgetting(now, days), now)
    if count:
        structlog.get_logger().info("complaints_forgotten", count=count)
