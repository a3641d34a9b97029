"""Builds the Flask application and its Socket.IO server around a reception."""

from functools import partial

from flask import Flask
from flask_socketio import SocketIO

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
from controller.web.allowance import Allowance
from controller.web.attempts import Attempts
from controller.web.bodies import Bodies
from controller.web.choosing import Choosing
from controller.web.doors import open_doors
from controller.web.handshakes import Handshakes
from controller.web.live import Changes
from controller.web.metrics import Metrics
from controller.web.packets import StrictPacket
from controller.web.parts import Parts
from controller.web.presence import Presence
from controller.web.screens_page import Halls

HEARTBEAT = 2
"""Seconds between pings, and again until silence counts as a dead link."""


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
    _guard(app, socketio)
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
    open_doors(app, socketio, parts, metrics, presence)
    return app, socketio


def _guard(app: Flask, socketio: SocketIO) -> None:
    """Refuse what is malformed, too long or cut short, before anything reads it."""
    frames.watch(socketio.server.eio)
    packets.watch(socketio.server)
    has_ended = partial(frames.has_ended, socketio.server.eio)
    bodies = Bodies(app.wsgi_app, uploads.longest_body(app), has_ended)
    app.wsgi_app = Handshakes(bodies)  # type: ignore[method-assign, assignment]  # Flask's way to wrap it
    headers.protect(app)
    problems.register(app)


def _show_pages(app: Flask, parts: Parts) -> None:
    language.register(app, parts.content)
    stamps.register(app)
    sign_in.register(app, parts.people, parts.sessions, parts.attempts)
    pages.register(app, parts.content, parts.people, parts.clock)
    given_ticket.register(app, parts.codes, parts.today)
    order.register(app, order.Hall(parts.order, parts.content, parts.seal, parts.today))
    reports.register(app, parts.reports, parts.content, parts.people, parts.zone, parts.today)


def _follow_tickets(app: Flask, parts: Parts, presence: Presence, changes: Changes) -> None:
    following = follow.Following(
        reception=parts.reception,
        content=parts.content,
        codes=parts.codes,
        expectations=parts.expectations,
        zone=parts.zone,
        today=parts.today,
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
