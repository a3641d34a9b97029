"""The page behind a ticket's QR: where the ticket is in the queue. Light, and without scripts."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo

from flask import Blueprint, Flask, redirect, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from controller.expectations import Expectations
from controller.hall import Hall
from controller.hall.commands import GiveUp
from controller.hall.ids import TicketNumber
from controller.hall.refusals import Refused
from controller.hall.ticket import Ticket
from controller.reception import Reception
from controller.web.content import Content
from controller.web.language import language_now, spans
from media.dates import clock_time
from media.texts import msgid
from media.texts.waiting import expected_parts
from wire.messages import Expected, TicketState


@dataclass(frozen=True, slots=True)
class Place:
    """What the visitor wants to know."""

    ticket: TicketNumber
    service: str
    state: TicketState
    ahead: int
    counter: int | None
    wait: Expected | None
    """What remains of the wait; nothing when it does not wait."""

    ready_for: int | None = None
    """The counter that will call it next, and said so; nothing before."""

    kept_until: datetime | None = None
    """Until when who did not come may come back; nothing when that is over, or not the matter."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to the ticket."""
        if self.kept_until is not None:
            return False
        return self.state in {TicketState.FINISHED, TicketState.NO_SHOW, TicketState.CANCELLED}

    @property
    def may_give_up(self) -> bool:
        """Whether the visitor still has a place to give up."""
        return self.state in {TicketState.WAITING, TicketState.PARKED}


def register(
    app: Flask,
    reception: Reception,
    content: Content,
    ticket_of: Callable[[str], TicketNumber | None],
    expectations: Expectations,
    zone: tzinfo,
) -> None:
    """Add the page at `/T/<code>`, in either case, and the one where a place is given up.

    `ticket_of` tells whose code it is today; the hall's clock is that of `zone`.
    """
    blueprint = Blueprint("follow", __name__)

    def found(code: str) -> Place | None:
        number = ticket_of(code)
        if number is None:
            return None
        return reception.read(lambda hall, at: _place(hall, number, at, expectations))

    @blueprint.get("/T/<code>")
    @blueprint.get("/t/<code>")
    def ticket(code: str) -> ResponseReturnValue:
        place = found(code)
        return _no_such_ticket() if place is None else _shown(content, place, zone)

    @blueprint.route("/T/<code>/give-up", methods=("GET", "POST"))
    @blueprint.route("/t/<code>/give-up", methods=("GET", "POST"))
    def give_up(code: str) -> ResponseReturnValue:
        place = found(code)
        return _no_such_ticket() if place is None else _given_up(reception, place)

    app.register_blueprint(blueprint)


def _shown(content: Content, place: Place, zone: tzinfo) -> ResponseReturnValue:
    language, until = language_now(), place.kept_until
    return render_template(
        "follow.html",
        place=place,
        service=spans(content.service(place.service, language)),
        sheet=content.sheet(place.service, language),
        phone=content.phone,
        wait=_expected(content, place),
        kept_until=None if until is None else clock_time(until.astimezone(zone)),
    )


def _given_up(reception: Reception, place: Place) -> ResponseReturnValue:
    """Ask whether the visitor is sure, or do it; whoever cannot is led back to the ticket."""
    back = request.path.removesuffix("/give-up")
    if not place.may_give_up:
        return redirect(back)
    if request.method == "GET":
        return render_template("give_up.html", place=place, back=back)
    with suppress(Refused):  # called or cancelled meanwhile: the page tells it
        reception.execute(GiveUp(place.ticket))
    return redirect(back)


def _expected(content: Content, place: Place) -> Markup | None:
    """Return what remains of the wait, in words; nothing for whoever is next or gets ready."""
    if place.wait is None or not place.ahead or place.ready_for is not None:
        return None
    return spans(expected_parts(content.texts, language_now(), place.wait))


def _no_such_ticket() -> ResponseReturnValue:
    return render_template(
        "problem.html",
        problem=msgid("There is no such ticket today"),
        advice=msgid("A ticket can be followed only on the day it was taken."),
    ), 404


def _place(
    hall: Hall, number: TicketNumber, at: datetime, expectations: Expectations
) -> Place | None:
    ticket = hall.tickets.get(number)
    if ticket is None:
        return None
    wait = expectations.remaining(hall, number, at)
    ahead = hall.ahead(number, at)
    ready_for = next((each for each, told in hall.ready.items() if told == number), None)
    kept_until = _kept_until(hall, ticket, at)
    return Place(
        number, ticket.service, ticket.state, ahead, ticket.counter, wait, ready_for, kept_until
    )


def _kept_until(hall: Hall, ticket: Ticket, at: datetime) -> datetime | None:
    """Return until when the hall's rules let who did not come come back."""
    if ticket.state is not TicketState.NO_SHOW or ticket.since is None or hall.is_over:
        return None
    until = ticket.since + hall.rules.comeback
    return until if at < until else None
