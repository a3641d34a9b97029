"""The staff's pages of complaints: listed, read, given to an office, answered, closed, counted."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flask import Blueprint, Flask, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required

from controller.complaints import (
    Answer,
    Assign,
    Close,
    Complaint,
    ComplaintDeclined,
    Filter,
    Reopen,
    Standing,
    Wish,
    figures,
)
from controller.identity import WRITING, People
from controller.web.complaint_words import DECLINED, KINDS, STANDINGS, STEPS, Kept
from wire.appointment_code import read
from wire.follow_up import NUMBER, grouped

MOST = 200
"""Complaints that a list shows."""

A_DAY = timedelta(days=1)
A_QUARTER = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class ComplaintsDesk:
    """What the pages show and do."""

    kept: Kept
    people: People

    def index(self) -> ResponseReturnValue:
        """Show those that are asked for, the newest first."""
        found = self.kept.complaints.list(_asked(), MOST + 1)
        return self._page(
            "complaints/index.html",
            found=found[:MOST],
            are_more=len(found) > MOST,
            chosen=request.args,
        )

    def one(self, complaint: str, problem: str = "") -> ResponseReturnValue:
        """Show one with all that was done with it."""
        found = self._found(complaint)
        page = self._page(
            "complaints/one.html",
            complaint=found,
            steps=self.kept.complaints.steps(complaint),
            names=self.people.names(),
            problem=problem,
        )
        return page, 409 if problem else 200

    def do(self, complaint: str, what: str) -> ResponseReturnValue:
        """Do something with it."""
        self._found(complaint)
        seen = request.form.get("seen", -1, type=int)
        try:
            wish, now = self._wish(what), self.kept.now()
            self.kept.complaints.carry_out(complaint, wish, current_user.name, now, seen=seen)
        except ComplaintDeclined as declined:
            return self.one(complaint, DECLINED[declined.code])
        return redirect(f"/complaints/{complaint}", 303)

    def figures(self) -> ResponseReturnValue:
        """Show how many there were of each subject, and how long their answers took."""
        if current_user.role != "supervisor":
            abort(403)
        today = self.kept.now().astimezone(self.kept.zone).date()
        last = _day("last") or today
        first = _day("first") or last - A_QUARTER
        wanted = Filter(since=self._begin(first), until=self._begin(last + A_DAY))
        found = figures(self.kept.complaints.list(wanted))
        return self._page("complaints/figures.html", figures=found, first=first, last=last)

    def _wish(self, what: str) -> Wish:
        match what:
            case "assign":
                return Assign(self._office(request.form.get("office", "")))
            case "answer":
                return Answer(request.form.get("answer", ""))
            case "close" | "reopen":
                return Close() if what == "close" else Reopen()
        return abort(404)

    def _office(self, office: str) -> str:
        if office not in {each.id for each in self.kept.content.offices}:
            raise ComplaintDeclined("no_office")
        return office

    def _found(self, complaint: str) -> Complaint:
        return self.kept.complaints.find(complaint) or abort(404)

    def _begin(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.kept.zone)

    def _page(self, template: str, **told: object) -> str:
        return render_template(
            template,
            kept=self.kept,
            kinds=KINDS,
            standings=STANDINGS,
            steps_words=STEPS,
            grouped=grouped,
            person=current_user,
            **told,
        )


def register(app: Flask, desk: ComplaintsDesk) -> None:
    """Add the pages below `/complaints`, for editors and supervisors; figures for the latter."""
    blueprint = Blueprint("complaints", __name__, url_prefix="/complaints")
    blueprint.before_request(login_required(_check))
    blueprint.add_url_rule("", "index", desk.index)
    blueprint.add_url_rule("/figures", "figures", desk.figures)
    blueprint.add_url_rule("/<complaint>", "one", desk.one)
    blueprint.add_url_rule("/<complaint>/<what>", "do", desk.do, methods=["POST"])
    app.register_blueprint(blueprint)


def _check() -> None:
    if current_user.role not in WRITING:
        abort(403)


def _asked() -> Filter:
    """Return what the form asks for; what it does not know, asks for all."""
    asked = request.args
    standing = next((each for each in Standing if each == asked.get("standing")), None)
    kind = next((each for each in KINDS if each == asked.get("kind")), None)
    number = read(asked.get("number", ""))[:NUMBER]
    return Filter(standing, kind, asked.get("subject", ""), number)


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None
