"""The pages on which a visitor books an appointment: service, day, time, yes."""

import re
import secrets

from flask import Blueprint, Flask, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from controller.appointments import Slot, Wish
from controller.appointments.code import read_code
from controller.hall.ids import ServiceId
from controller.hall.refusals import NoSuchSlot, Refused, UnknownService
from controller.web.allowance import Allowance
from controller.web.attempts import TooManyAttempts
from controller.web.choosing import Choice, Choosing, read_day, read_slot, shown_slot
from controller.web.language import language_now, spans
from media.texts import msgid
from media.texts.refusal import refusal_text

REQUEST = re.compile(r"[A-Za-z0-9_-]{8,64}")


class Booking:
    """From the choice of a service to the code."""

    def __init__(self, choosing: Choosing, allowance: Allowance) -> None:
        """Let `allowance` limit how many an address books."""
        self._choosing, self._allowance = choosing, allowance
        self._appointments, self._content = choosing.appointments, choosing.content

    def services(self) -> ResponseReturnValue:
        """Show what appointments are given for, and ask who has one for the code."""
        language, offered = language_now(), self._appointments.calendar.offered
        services = [(each, spans(self._content.service(each, language))) for each in offered]
        return render_template("appointments/services.html", services=services)

    def find(self) -> ResponseReturnValue:
        """Lead to the appointment whose code was typed."""
        return redirect(f"/A/{read_code(request.form.get('code', ''))[:40] or '-'}", 303)

    def days(self, service: str) -> ResponseReturnValue:
        """Show the days on which there is room."""
        return self._choosing.days(_choice(service))

    def times(self, service: str, day: str) -> ResponseReturnValue:
        """Show the times at which there is room."""
        return self._choosing.times(_choice(service), read_day(day) or abort(404))

    def confirm(self, service: str, day: str, clock: str) -> ResponseReturnValue:
        """Ask whether all is right, and book; who was too slow chooses again."""
        choice, slot = _choice(service), read_slot(day, clock) or abort(404)
        self._appointments.calendar.service(choice.service)
        try:
            if request.method == "POST":
                return self._book(choice, slot)
            self._appointments.check(choice.service, slot)
        except Refused as refused:
            return self._choosing.times(choice, slot.day, refused)
        except TooManyAttempts:
            return _too_many()
        return render_template(
            "appointments/confirm.html",
            slot=shown_slot(slot),
            sheet=self._content.sheet(choice.service, language_now()),
            request_id=secrets.token_urlsafe(16),
            **self._choosing.shown(choice),
        )

    def _book(self, choice: Choice, slot: Slot) -> ResponseReturnValue:
        wanted = request.form.get("request", "")
        if not REQUEST.fullmatch(wanted):
            abort(400)
        wish = Wish(choice.service, slot, language_now(), wanted)
        with self._allowance.one(request.remote_addr or ""):
            booked = self._appointments.book(wish)
        return redirect(f"/A/{booked.code}", 303)


def register(app: Flask, booking: Booking) -> None:
    """Add the pages below `/appointments`."""
    blueprint = Blueprint("booking", __name__, url_prefix="/appointments")
    blueprint.add_url_rule("", "services", booking.services)
    blueprint.add_url_rule("", "find", booking.find, methods=["POST"])
    blueprint.add_url_rule("/<service>", "days", booking.days)
    blueprint.add_url_rule("/<service>/<day>", "times", booking.times)
    blueprint.add_url_rule(
        "/<service>/<day>/<clock>", "confirm", booking.confirm, methods=["GET", "POST"]
    )
    blueprint.register_error_handler(UnknownService, _not_given)
    blueprint.register_error_handler(NoSuchSlot, _not_given)
    app.register_blueprint(blueprint)


def _choice(service: str) -> Choice:
    return Choice(ServiceId(service), f"/appointments/{service}")


def _not_given(refused: Refused) -> ResponseReturnValue:
    return render_template("problem.html", problem=refusal_text(refused.code)), 404


def _too_many() -> ResponseReturnValue:
    return render_template(
        "problem.html",
        problem=msgid("Too many appointments were booked from here."),
        advice=msgid("Please try again in an hour, or ask at the reception desk."),
    ), 429
