"""The supervisors' page of appointments: a day's, and all that would find the hall closed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from flask import Blueprint, Flask, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required

from controller.appointments import Appointment, Appointments, Fate
from controller.appointments.code import read_code
from controller.hall.refusals import ReasonMissing, Refused
from controller.web.choosing import read_day, shown_slot
from controller.web.content import Content
from controller.web.language import language_now, spans
from media.dates import full_date
from media.texts import msgid
from media.texts.refusal import refusal_text
from wire.appointment_code import shown

A_DAY = timedelta(days=1)
LONGEST_REASON = 200
"""Characters."""

BECAME: Mapping[Fate, str] = MappingProxyType(
    {
        Fate.EXPECTED: msgid("Expected"),
        Fate.CAME: msgid("Came: ticket {ticket}"),
        Fate.CANCELLED: msgid("Was cancelled"),
        Fate.MISSED: msgid("Nobody came"),
    }
)
CLOSED_THEN = msgid("The hall is closed then")


@dataclass(frozen=True, slots=True)
class ExpectedPage:
    """Who is expected, and what may be done for whom the hall disappoints."""

    appointments: Appointments
    content: Content

    def of(self, day: date, problem: str | None = None) -> str:
        """Show the day's appointments below those of all days that are stranded."""
        return render_template(
            "appointments/expected.html",
            person=current_user,
            problem=problem,
            stranded=[self._shown(each) for each in self.appointments.stranded()],
            booked=[self._booked(each, fate) for each, fate in self.appointments.on(day)],
            day=day,
            shown_day=full_date(language_now(), day),
            before=url_for("expected.of", day=day - A_DAY),
            after=url_for("expected.of", day=day + A_DAY),
            longest=LONGEST_REASON,
        )

    def cancel(self, code: str, day: date) -> ResponseReturnValue:
        """Cancel an appointment for the reason in the form, which its visitor will read."""
        try:
            self.appointments.cancel(read_code(code), _reason())
        except Refused as refused:
            return self.of(day, refusal_text(refused.code)), 409
        return redirect(url_for("expected.of", day=day), 303)

    def _booked(self, booked: Appointment, fate: Fate) -> dict[str, object]:
        became = CLOSED_THEN if self.appointments.is_stranded(booked) else BECAME[fate]
        return self._shown(booked) | {"became": became, "ticket": booked.ticket or ""}

    def _shown(self, booked: Appointment) -> dict[str, object]:
        service = spans(self.content.service(booked.service, language_now()))
        day, clock = shown_slot(booked.slot)
        told = {"day": day, "clock": clock, "service": service, "because": booked.because}
        return told | {
            "code": booked.code,
            "written": shown(booked.code),
            "may_change": self.appointments.may_change(booked),
        }


def register(app: Flask, appointments: Appointments, content: Content) -> None:
    """Add the page at `/expected/<day>`; `/expected` leads to today's."""
    blueprint = Blueprint("expected", __name__, url_prefix="/expected")
    page = ExpectedPage(appointments, content)

    @blueprint.before_request
    @login_required
    def check() -> None:
        if current_user.role != "supervisor":
            abort(403)

    @blueprint.get("")
    def today() -> ResponseReturnValue:
        return redirect(url_for("expected.of", day=appointments.today))

    @blueprint.get("/<day>")
    def of(day: str) -> ResponseReturnValue:
        return page.of(read_day(day) or abort(404))

    @blueprint.post("/<day>/<code>/cancel")
    def cancel(day: str, code: str) -> ResponseReturnValue:
        return page.cancel(code, read_day(day) or abort(404))

    app.register_blueprint(blueprint)


def _reason() -> str:
    reason = request.form.get("because", "").strip()
    if not reason:
        raise ReasonMissing
    if len(reason) > LONGEST_REASON:
        abort(400)
    return reason
