"""The page of an appointment, for whoever knows its code: to show, move or cancel it."""

from contextlib import suppress
from datetime import date
from functools import partial
from itertools import islice

from flask import Blueprint, Flask, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from controller.appointments import Appointment, Appointments, Fate
from controller.appointments.code import read_code
from controller.hall.ids import TicketNumber
from controller.hall.refusals import Refused
from controller.web.attempts import Attempts, TooManyAttempts
from controller.web.choosing import Choice, Choosing, read_day, read_slot, shown_slot
from controller.web.content import Content
from controller.web.follow_code import FollowCodes
from controller.web.language import language_now, spans
from controller.web.qr import qr_svg
from media.dates import clock_time, named_day
from media.texts import msgid
from wire.appointment_code import LENGTH, shown

OTHER_DAYS = 4
"""How many days are offered at once to who would find the hall closed."""


class NoSuchCode(Exception):  # noqa: N818 - it is an answer to whoever asks
    """Nobody has an appointment with this code."""


class AppointmentPage:
    """What may be seen and done with a code."""

    def __init__(self, choosing: Choosing, codes: FollowCodes, attempts: Attempts) -> None:
        """Let `attempts` limit the wrong codes of an address."""
        self._choosing, self._codes, self._attempts = choosing, codes, attempts
        self._appointments: Appointments = choosing.appointments
        self._content: Content = choosing.content

    def page(self, code: str) -> ResponseReturnValue:
        """Show it."""
        found = self._found(code)
        fate, language = self._appointments.fate(found), language_now()
        return render_template(
            "appointments/appointment.html",
            fate=fate,
            follow=self._follow(found.ticket, found),
            other_days=self._other_days(found),
            is_stranded=fate is not Fate.CAME and self._appointments.is_stranded(found),
            may_change=self._appointments.may_change(found),
            may_move=self._may_move(found),
            qr=partial(qr_svg, self._codes.address(found.code)),
            sheet=self._content.sheet(found.service, language),
            **self._shown(found),
        )

    def cancel(self, code: str) -> ResponseReturnValue:
        """Ask whether it is to be cancelled, and do it."""
        found = self._found(code)
        if not self._appointments.may_change(found):
            return redirect(_address(found))
        if request.method == "GET":
            return render_template("appointments/cancel.html", **self._shown(found))
        with suppress(Refused):  # it came or was cancelled meanwhile: its page tells it
            self._appointments.cancel(found.code)
        return redirect(_address(found), 303)

    def days(self, code: str) -> ResponseReturnValue:
        """Show the days to which it may be moved."""
        found = self._found(code)
        if not self._may_move(found):
            return redirect(_address(found))
        return self._choosing.days(_move(found))

    def times(self, code: str, day: str) -> ResponseReturnValue:
        """Show the times to which it may be moved."""
        found = self._found(code)
        if not self._may_move(found):
            return redirect(_address(found))
        return self._choosing.times(_move(found), read_day(day) or abort(404))

    def move(self, code: str, day: str, clock: str) -> ResponseReturnValue:
        """Ask whether it is to be moved there, and do it; who was too slow chooses again."""
        found, slot = self._found(code), read_slot(day, clock) or abort(404)
        if not self._may_move(found):
            return redirect(_address(found))
        choice = _move(found)
        try:
            if request.method == "POST":
                self._appointments.move(found.code, slot)
                return redirect(_address(found), 303)
            self._appointments.check(found.service, slot)
        except Refused as refused:
            return self._choosing.times(choice, slot.day, refused)
        return render_template(
            "appointments/confirm.html", slot=shown_slot(slot), **self._choosing.shown(choice)
        )

    def _other_days(self, found: Appointment) -> list[tuple[date, tuple[str, str]]]:
        """Return the next days to which a stranded appointment may be moved, and their names."""
        if not self._appointments.is_stranded(found) or not self._may_move(found):
            return []
        days = islice(self._appointments.days(found.service), OTHER_DAYS)
        return [(day, named_day(language_now(), day)) for day in days]

    def _may_move(self, found: Appointment) -> bool:
        is_given = found.service in self._appointments.calendar.offered
        return is_given and self._appointments.may_change(found)

    def _found(self, code: str) -> Appointment:
        written = read_code(code)
        if len(written) > LENGTH:
            raise NoSuchCode
        try:
            found = self._attempts.make(
                request.remote_addr or "", partial(self._appointments.find, written)
            )
        except TooManyAttempts:
            abort(429)
        if found is None:
            raise NoSuchCode
        return found

    def _follow(self, ticket: TicketNumber | None, found: Appointment) -> str:
        """Return the address of the page that follows its ticket; empty before there is one."""
        return "" if ticket is None else f"/T/{self._codes.code(ticket, found.slot.day)}"

    def _shown(self, found: Appointment) -> dict[str, object]:
        zone, rules = self._appointments.calendar.zone, self._appointments.calendar.rules
        moment = found.slot.moment(zone).astimezone(zone)
        return {
            "appointment": found,
            "address": _address(found),
            "code": shown(found.code),
            "slot": shown_slot(found.slot),
            "service": spans(self._content.service(found.service, language_now())),
            "early": clock_time(moment - rules.early),
            "late": clock_time(moment + rules.late),
        }


def register(app: Flask, page: AppointmentPage) -> None:
    """Add the pages at `/A/<code>`, in either case."""
    blueprint = Blueprint("appointment", __name__)
    blueprint.register_error_handler(NoSuchCode, _no_such_code)
    for letter in "Aa":
        root, both = f"/{letter}/<code>", ["GET", "POST"]
        blueprint.add_url_rule(root, f"{letter}_page", page.page)
        blueprint.add_url_rule(f"{root}/cancel", f"{letter}_cancel", page.cancel, methods=both)
        blueprint.add_url_rule(f"{root}/move", f"{letter}_days", page.days)
        blueprint.add_url_rule(f"{root}/move/<day>", f"{letter}_times", page.times)
        blueprint.add_url_rule(
            f"{root}/move/<day>/<clock>", f"{letter}_move", page.move, methods=both
        )
    app.register_blueprint(blueprint)


def _address(found: Appointment) -> str:
    return f"/A/{found.code}"


def _move(found: Appointment) -> Choice:
    return Choice(found.service, f"{_address(found)}/move", moving=found.slot)


def _no_such_code(_: NoSuchCode) -> ResponseReturnValue:
    return render_template(
        "problem.html",
        problem=msgid("There is no appointment with this code"),
        advice=msgid("Please check it: it has eight letters and digits."),
    ), 404
