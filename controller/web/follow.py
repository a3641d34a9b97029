"""The page behind a ticket's QR: where the ticket is in the queue. Light, and without scripts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Flask, render_template
from flask.typing import ResponseReturnValue

from controller import views
from controller.hall import Hall
from controller.hall.ids import TicketNumber
from controller.reception import Reception
from controller.web.content import Content
from controller.web.follow_code import FollowCodes
from controller.web.language import language_now, spans
from media.texts import msgid
from wire.messages import TicketState


@dataclass(frozen=True, slots=True)
class Place:
    """What the visitor wants to know."""

    ticket: str
    service: str
    state: TicketState
    ahead: int
    counter: int | None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to the ticket."""
        return self.state in {TicketState.FINISHED, TicketState.NO_SHOW}


def register(
    app: Flask,
    reception: Reception,
    content: Content,
    codes: FollowCodes,
    today: Callable[[], date],
) -> None:
    """Add the page at `/T/<code>`, in either case."""
    blueprint = Blueprint("follow", __name__)

    @blueprint.get("/T/<code>")
    @blueprint.get("/t/<code>")
    def ticket(code: str) -> ResponseReturnValue:
        number = codes.ticket(code, today())
        place = None if number is None else reception.read(lambda hall, _: _place(hall, number))
        if place is None:
            return _no_such_ticket()
        language = language_now()
        return render_template(
            "follow.html",
            place=place,
            service=spans(content.service(place.service, language)),
            sheet=content.sheet(place.service, language),
            phone=content.phone,
        )

    app.register_blueprint(blueprint)


def _no_such_ticket() -> ResponseReturnValue:
    return render_template(
        "problem.html",
        problem=msgid("There is no such ticket today"),
        advice=msgid("A ticket can be followed only on the day it was taken."),
    ), 404


def _place(hall: Hall, number: TicketNumber) -> Place | None:
    ticket = hall.tickets.get(number)
    if ticket is None:
        return None
    ahead = views.ahead(hall, number)
    return Place(number, ticket.service, ticket.state, ahead, ticket.counter)
