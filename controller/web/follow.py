"""The pages behind a ticket's QR: where it is in the queue, live or by asking again and again."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import partial
from uuid import uuid4

from flask import Blueprint, Flask, abort, redirect, render_template, request, session
from flask.typing import ResponseReturnValue

from controller.expectations import Expectations
from controller.hall.commands import Command, GiveUp, RateVisit, Reinstate
from controller.hall.ids import TicketNumber
from controller.hall.refusals import Refused
from controller.reception import Reception
from controller.request_key import request_key
from controller.web.attempts import Attempts, TooManyAttempts
from controller.web.content import Content
from controller.web.follow_code import FollowCodes
from controller.web.follow_words import PlaceWords
from controller.web.language import language_now
from controller.web.live import Changes, live
from controller.web.place import Place, place_of
from media.dates import short_date
from media.texts import msgid
from wire.messages import ABOUT, FACES, About, Face, TicketState

UNDO = timedelta(minutes=2)
"""So long may who gave a place up take it back by themselves: the tap may have been wrong."""

LOOK_BACK = 7
"""Days for which a ticket that is over is told from a code that never was."""

GAVE_UP = "gave_up"
"""Where the browser's own cookie keeps the code whose place was given up."""


@dataclass(frozen=True, slots=True)
class Following:
    """What the pages are made from."""

    reception: Reception
    content: Content
    codes: FollowCodes
    expectations: Expectations
    zone: tzinfo
    """That of the hall's clock."""

    today: Callable[[], date]
    changes: Changes


class NoSuchTicket(Exception):  # noqa: N818 - it is an answer to whoever asks
    """Nobody has a ticket with this code today."""

    def __init__(self, day: date | None = None) -> None:
        super().__init__()
        self.day = day
        """That of a ticket that is over."""


class FollowPage:
    """What may be seen and done with a ticket's code."""

    def __init__(self, parts: Following, guesses: Attempts) -> None:
        """Let `guesses` limit the wrong codes of an address."""
        self._parts, self._guesses = parts, guesses

    def page(self, code: str) -> ResponseReturnValue:
        """Show where the ticket is."""
        place, at = self._found(code)
        language, content = language_now(), self._parts.content
        return render_template(
            "follow.html",
            path=f"/T/{code}",
            sheet=content.sheet(place.service, language),
            phone=content.phone,
            words_of=PlaceWords(content, self._parts.zone, place, at),
            may_take_back=_may_take_back(code, place, at),
        )

    def live(self, code: str) -> ResponseReturnValue:
        """Tell each change of where it is, as it comes (server-sent events)."""
        place, _ = self._found(code)
        return live(self._parts.changes, partial(self._told, code, place.ticket))

    def give_up(self, code: str) -> ResponseReturnValue:
        """Ask whether the visitor is sure, or do it; whoever cannot is led back to the ticket."""
        place, _ = self._found(code)
        if not place.may_give_up:
            return redirect(_address(code))
        if request.method == "GET":
            return render_template("give_up.html", place=place, back=_address(code))
        self._do(GiveUp(place.ticket))
        session[GAVE_UP] = code.upper()
        return redirect(_address(code))

    def take_back(self, code: str) -> ResponseReturnValue:
        """Let who has just given the place up wait again in it."""
        place, at = self._found(code)
        if _may_take_back(code, place, at):
            self._do(Reinstate(place.ticket), place.ticket)
        return redirect(_address(code), 303)

    def rate(self, code: str) -> ResponseReturnValue:
        """Keep what the visitor says of the service that was finished."""
        place, _ = self._found(code)
        self._do(RateVisit(place.ticket, read_face(), read_about()), place.ticket)
        return redirect(f"{_address(code)}#answer", 303)

    def _do(self, command: Command, ticket: TicketNumber | None = None) -> None:
        key = None if ticket is None else request_key("visitor", ticket, command, uuid4().hex)
        with suppress(Refused):  # called, finished or too late meanwhile: the page tells it
            self._parts.reception.execute(command, key)

    def _told(self, code: str, ticket: TicketNumber) -> tuple[str, str, bool]:
        place, at = self._look(ticket)
        if place is None:
            raise NoSuchTicket
        words = PlaceWords(self._parts.content, self._parts.zone, place, at)
        back = _may_take_back(code, place, at)
        told = render_template(
            "follow_now.html", path=f"/T/{code}", words_of=words, may_take_back=back
        )
        return told, words.clock, place.is_over

    def _found(self, code: str) -> tuple[Place, datetime]:
        ticket = self._guesses.make(request.remote_addr or "", partial(self._ticket, code))
        place, at = (None, None) if ticket is None else self._look(ticket)
        if place is None or at is None:
            raise NoSuchTicket
        return place, at

    def _look(self, ticket: TicketNumber) -> tuple[Place | None, datetime]:
        known = self._parts.expectations
        return self._parts.reception.read(lambda hall, at: (place_of(hall, ticket, at, known), at))

    def _ticket(self, code: str) -> TicketNumber | None:
        """Return whose code it is today; nothing for a guess, which is charged."""
        today = self._parts.today()
        ticket = self._parts.codes.ticket(code, today)
        if ticket is not None:
            return ticket
        for ago in range(1, LOOK_BACK + 1):
            day = today - timedelta(days=ago)
            if self._parts.codes.ticket(code, day) is not None:
                raise NoSuchTicket(day)
        return None


def register(app: Flask, page: FollowPage) -> None:
    """Add the pages at `/T/<code>`, in either case."""
    blueprint = Blueprint("follow", __name__)
    blueprint.register_error_handler(NoSuchTicket, _no_such_ticket)
    blueprint.register_error_handler(TooManyAttempts, _too_many)
    for letter in "Tt":
        root, both = f"/{letter}/<code>", ["GET", "POST"]
        blueprint.add_url_rule(root, f"{letter}_page", page.page)
        blueprint.add_url_rule(f"{root}/live", f"{letter}_live", page.live)
        blueprint.add_url_rule(f"{root}/give-up", f"{letter}_give", page.give_up, methods=both)
        blueprint.add_url_rule(f"{root}/back", f"{letter}_back", page.take_back, methods=["POST"])
        blueprint.add_url_rule(f"{root}/rate", f"{letter}_rate", page.rate, methods=["POST"])
    app.register_blueprint(blueprint)


def _address(code: str) -> str:
    return f"/{request.path[1]}/{code}"


def _may_take_back(code: str, place: Place, at: datetime) -> bool:
    """Return whether this very browser gave the place up, just now, and nobody else has it."""
    is_theirs = session.get(GAVE_UP) == code.upper()
    if (
        not is_theirs
        or not place.is_place_free
        or place.state is not TicketState.CANCELLED
        or place.since is None
    ):
        return False
    return at < place.since + UNDO


def read_face() -> Face:
    """Return the face of the form that was sent; whoever sends another gets an error."""
    written = request.form.get("face", "")
    return next((face for face in FACES if str(face) == written), None) or abort(400)


def read_about() -> About | None:
    """Return what the answer is about, of the few things it can be about."""
    written = request.form.get("about", "")
    return next((each for each in ABOUT if each == written), None)


def _no_such_ticket(error: NoSuchTicket) -> ResponseReturnValue:
    if error.day is not None:
        return render_template(
            "problem.html",
            problem=msgid("This ticket is over"),
            advice=msgid(
                "It was of {day}, and counts on that day only. Please take a new one at the "
                "kiosk when you come again."
            ),
            told={"day": short_date(error.day)},
        ), 410
    return render_template(
        "problem.html",
        problem=msgid("There is no such ticket today"),
        advice=msgid("A ticket can be followed only on the day it was taken."),
    ), 404


def _too_many(_: TooManyAttempts) -> ResponseReturnValue:
    return render_template(
        "problem.html",
        problem=msgid("Too many attempts. Please wait a few minutes."),
        advice=msgid("Somebody near you asked for tickets that do not exist."),
    ), 429
