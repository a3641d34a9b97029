"""Builds the Flask application and its Socket.IO server around a reception."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from flask import Flask
from flask_socketio import SocketIO

from controller.appointments import Appointments
from controller.expectations import Expectations
from controller.identity import Device, Devices, People, Person, Sessions
from controller.neighbours import Neighbours
from controller.order import OrderKept
from controller.reception import Reception
from controller.web import (
    appointment,
    booking,
    expected,
    fleet,
    follow,
    frames,
    given_ticket,
    headers,
    health,
    language,
    news_page,
    notices,
    order,
    packets,
    pages,
    problems,
    rater,
    reports,
    sign_in,
    signage,
    stamps,
    uploads,
)
from controller.web.agents import AgentsDoor
from controller.web.allowance import Allowance
from controller.web.alone import OwnNumbers
from controller.web.answers import Answers
from controller.web.attempts import Attempts
from controller.web.attendance import PACE as ATTENDANCE_PACE
from controller.web.attendance import Attendance
from controller.web.bodies import Bodies
from controller.web.broadcast import Broadcast
from controller.web.bulletin import Bulletins
from controller.web.choosing import Choosing
from controller.web.complaining import Complaining, register_complaints
from controller.web.content import Content
from controller.web.door import Door, StrangeDoor
from controller.web.fleet import Fleet
from controller.web.follow_code import FollowCodes
from controller.web.handshakes import Handshakes
from controller.web.issuing import Issuing
from controller.web.kiosks import KioskDesks, KiosksDoor
from controller.web.live import Changes
from controller.web.looking_up import LookingUp
from controller.web.metrics import Metrics
from controller.web.packets import StrictPacket
from controller.web.presence import Presence
from controller.web.reports import Reports
from controller.web.rounds import go_on
from controller.web.screens import ScreensDoor
from controller.web.screens_page import Halls
from controller.web.signage import Signage
from controller.web.slips import Slips
from controller.web.staff import Entrance
from controller.web.states import States
from controller.web.supervisors import SupervisorsDoor
from controller.web.together import Together

HEARTBEAT = 2
"""Seconds between pings, and again until silence counts as a dead link."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the application is built around."""

    reception: Reception
    people: People
    """Who may sign in."""

    sessions: Sessions
    """Who has signed in."""

    devices: Devices
    """Which kiosks and screens may connect."""

    content: Content
    codes: FollowCodes
    """Stand in the tickets' QR."""

    appointments: Appointments
    """Who will come, and when there is room for whom."""

    secret: str
    """Signs cookies."""

    expectations: Expectations
    """Hear the reception's facts already."""

    order: OrderKept
    """Hears them, too."""

    seal: Callable[[], str]
    """The journal's latest; may raise `JournalError`."""

    reports: Reports
    """For the supervisors."""

    now: Callable[[], datetime]
    """The hall's clock."""

    zone: ZoneInfo
    """Tells which day it is in the hall."""

    signage: Signage
    """What screens play between calls."""

    fleet: Fleet
    """What is kept of the devices as machines."""

    complaining: Complaining
    """What visitors told at the information screens."""

    news: news_page.NewsDesk | None = None
    """What editors decide on; nothing without feeds."""

    pace: float = 1.0
    """How fast the hall's clock runs: 1, except in a demonstration."""

    poll_seconds: float = 0.25
    """How often to read what other processes wrote."""

    recheck_seconds: float = 0.5
    """How often to look up whether those who are connected may still be."""

    neighbours: Neighbours | None = None
    """The hall's other controllers, as far as they can be heard."""

    is_shared: bool = False
    """Whether other controllers may use the same database, heard or not."""

    @property
    def is_alone(self) -> bool:
        """Whether no other controller can serve the hall."""
        return self.neighbours is None and not self.is_shared

    attempts: str = "10 per minute"
    """Wrong passwords, and wrong codes, from one address before it has to wait."""

    guesses: str = "30 per minute"
    """Wrong codes of tickets from one address: all in a hall may share one."""

    bookings: str = "10 per hour"
    """Appointments booked from one address before it has to wait."""


def create_app(parts: Parts) -> tuple[Flask, SocketIO]:
    """Return the application and its Socket.IO server, already sending."""
    app = Flask(__name__)
    app.secret_key = parts.secret
    socketio = SocketIO(
        app,
        async_mode="gevent",
        ping_interval=HEARTBEAT,
        ping_timeout=HEARTBEAT,
        max_http_buffer_size=problems.LARGEST_BODY,
        manage_session=False,
        namespaces="*",
        serializer=StrictPacket,
    )
    frames.watch(socketio.server.eio)
    packets.watch(socketio.server)
    has_ended = partial(frames.has_ended, socketio.server.eio)
    bodies = Bodies(app.wsgi_app, uploads.longest_body(app), has_ended)
    app.wsgi_app = Handshakes(bodies)  # type: ignore[method-assign, assignment]  # Flask's way to wrap it
    headers.protect(app)
    problems.register(app)
    metrics, presence, changes = Metrics(), Presence(parts.devices), Changes()
    parts.reception.listen(changes)
    _show_pages(app, parts)
    _follow_tickets(app, parts, presence, changes)
    _take_bookings(app, parts)
    fetching = signage.Fetching(parts.signage, parts.devices, Attempts(parts.attempts))
    signage.register(app, fetching)
    notices.register(app, parts.signage, presence, parts.zone)
    news_page.register(app, news_page.NewsPage(parts.news, parts.signage.publisher, parts.zone))
    halls = Halls(presence, parts.signage.publisher, parts.now, parts.zone)
    around = fleet.Surroundings(halls, fetching, parts.attempts, parts.pace)
    fleet.register(app, socketio, parts.fleet, around)
    health.register(app, parts.reception, metrics)
    _open_doors(app, socketio, parts, metrics, presence)
    return app, socketio


def _show_pages(app: Flask, parts: Parts) -> None:
    language.register(app, parts.content)
    stamps.register(app)
    sign_in.register(app, parts.people, parts.sessions, parts.attempts)
    pages.register(app, parts.content, parts.people, partial(_clock, parts))
    today = partial(_today, parts)
    given_ticket.register(app, parts.codes, today)
    order.register(app, order.Hall(parts.order, parts.content, parts.seal, today))
    reports.register(app, parts.reports, parts.content, parts.people, parts.zone, today)


def _follow_tickets(app: Flask, parts: Parts, presence: Presence, changes: Changes) -> None:
    following = follow.Following(
        reception=parts.reception,
        content=parts.content,
        codes=parts.codes,
        expectations=parts.expectations,
        zone=parts.zone,
        today=partial(_today, parts),
        changes=changes,
    )
    follow.register(app, follow.FollowPage(following, Attempts(parts.guesses)))
    tokens = Attempts(parts.attempts)
    rater.register(app, rater.RaterPage(following, parts.devices, presence, tokens))


def _take_bookings(app: Flask, parts: Parts) -> None:
    choosing = Choosing(parts.appointments, parts.content)
    booking.register(app, booking.Booking(choosing, Allowance(parts.bookings)))
    page = appointment.AppointmentPage(choosing, parts.codes, Attempts(parts.attempts))
    appointment.register(app, page)
    expected.register(app, parts.appointments, parts.content)


def _open_doors(
    app: Flask, socketio: SocketIO, parts: Parts, metrics: Metrics, presence: Presence
) -> None:
    attendance = Attendance(parts.reception, parts.now, parts.pace, is_alone=parts.is_alone)
    states = States(parts.reception, presence, attendance, parts.expectations, parts.pace)
    answers = Answers(parts.reception, metrics)
    entrance = Entrance(app, parts.sessions)
    slips = Slips(parts.codes, parts.expectations, parts.reception, parts.zone)
    issuing = Issuing(answers, slips, parts.appointments)
    own = OwnNumbers(parts.reception, parts.codes, parts.zone)
    looking_up = LookingUp(
        issuing, slips, parts.reception, parts.expectations, parts.codes, partial(_today, parts)
    )
    kept = parts.complaining.kept(parts.content, parts.zone, parts.now)
    taking = register_complaints(app, socketio, parts.complaining, kept, parts.codes, parts.people)
    desks = KioskDesks(issuing, looking_up, own, Bulletins(parts.signage), taking)
    agents = AgentsDoor(entrance, states, answers, issuing, attendance)
    supervisors = SupervisorsDoor(entrance, states, answers)
    doors: tuple[Door[Person] | Door[Device], ...] = (
        ScreensDoor(parts.devices, presence, states, parts.signage, parts.fleet),
        KiosksDoor(parts.devices, presence, states, desks),
        agents,
        supervisors,
    )
    for door in doors:
        _open(door, socketio, metrics, parts.recheck_seconds)
    socketio.on_namespace(StrangeDoor([door.namespace for door in doors]))
    metrics.watch(
        "nouba_printers_in_trouble",
        "Kiosks here whose printer has a fault or little paper",
        presence.printers_in_trouble,
    )
    metrics.watch(
        "nouba_counters_unattended",
        "Open counters whose agents' pages have been gone for too long",
        lambda: len(attendance.alarms),
    )
    broadcast = Broadcast(
        socketio, parts.reception, states, agents, supervisors, lambda: attendance.unattended
    )
    attendance.listen(broadcast.hurry)
    socketio.start_background_task(go_on, "attendance", attendance.look, ATTENDANCE_PACE)
    presence.listen(broadcast.touch)
    presence.listen_to_printers(broadcast.hurry)
    parts.reception.listen(broadcast)
    broadcast.start(parts.poll_seconds)
    signage.Telling(socketio, parts.signage.publisher).start()
    if parts.neighbours is not None:
        together = Together(parts.neighbours, presence, attendance, broadcast.catch_up)
        parts.reception.listen(together)
        together.start(socketio)
    expect = partial(go_on, "devices", presence.refresh, parts.recheck_seconds)
    socketio.start_background_task(expect)


def _open(
    door: Door[Person] | Door[Device], socketio: SocketIO, metrics: Metrics, seconds: float
) -> None:
    """Let guests in, count them, and see out every so many seconds who may not stay."""
    socketio.on_namespace(door)
    told = f"Connections to {door.namespace}"
    metrics.watch(f"nouba_{door.namespace[1:]}", told, partial(len, door.guests))
    rounds = partial(go_on, f"rounds of {door.namespace}", door.see_out, seconds)
    socketio.start_background_task(rounds)


def _clock(parts: Parts) -> dict[str, object]:
    offset = parts.now().astimezone(parts.zone).utcoffset() or timedelta()
    return {"pace": parts.pace, "offset": offset.total_seconds()}


def _today(parts: Parts) -> date:
    return parts.now().astimezone(parts.zone).date()
