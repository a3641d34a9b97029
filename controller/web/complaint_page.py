"""The public page of a complaint: how far it is, and what the commune answers; no scripts."""

from dataclasses import dataclass
from functools import partial

from flask import Blueprint, Flask, redirect, render_template, request
from flask.typing import ResponseReturnValue

from controller.complaints import Complaint, Standing, StepKind
from controller.web.attempts import Attempts, TooManyAttempts
from controller.web.complaint_words import KINDS, STANDINGS, Kept
from controller.web.follow_code import FollowCodes
from media.texts import msgid
from wire.follow_up import follow_up, grouped

UNKNOWN = msgid("There is no complaint with this follow-up number.")
LOOK_AGAIN = msgid("It has twelve letters and figures: look at them again.")
SOON = msgid("A screen without network sends it later: try again tomorrow.")
TOO_MANY = msgid("Too many attempts. Please wait a few minutes.")
NOT_YET = (Standing.RECEIVED, Standing.ASSIGNED)


@dataclass(frozen=True, slots=True)
class ComplaintPage:
    """What may be seen with a follow-up number."""

    kept: Kept
    codes: FollowCodes
    guesses: Attempts
    """Limits the wrong numbers of an address."""

    def ask(self) -> ResponseReturnValue:
        """Ask for a number; lead to its page."""
        number = follow_up(request.args.get("number", ""))
        if number is not None:
            return redirect(f"/C/{number.code}", 303)
        problem = LOOK_AGAIN if "number" in request.args else ""
        return _asking(problem, 400 if problem else 200)

    def page(self, code: str) -> ResponseReturnValue:
        """Show how far it is."""
        try:
            found = self.guesses.make(request.remote_addr or "", partial(self._found, code))
        except TooManyAttempts:
            return _asking(TOO_MANY, 429)
        if found is None:
            return _asking(UNKNOWN, 404, SOON)
        steps = self.kept.complaints.steps(found.told.id)
        answers = [each for each in steps if each.kind is StepKind.ANSWER and each.told]
        return render_template(
            "complaints/follow.html",
            complaint=found,
            number=grouped(code.upper().replace("-", "")),
            answers=answers,
            is_waiting=found.kept.standing in NOT_YET,
            kinds=KINDS,
            standings=STANDINGS,
            kept=self.kept,
        )

    def _found(self, code: str) -> Complaint | None:
        number = follow_up(code)
        if number is None:
            return None
        return self.kept.complaints.followed(number.number, self.codes.proof(number))


def _asking(problem: str, status: int, advice: str = "") -> ResponseReturnValue:
    asked = request.args.get("number", "")[:40]
    page = render_template("complaints/ask.html", problem=problem, advice=advice, asked=asked)
    return page, status


def register(app: Flask, page: ComplaintPage) -> None:
    """Add the pages at `/C/<code>`, in either case, and `/complaint`, where it is typed."""
    blueprint = Blueprint("complaint", __name__)
    blueprint.add_url_rule("/complaint", "ask", page.ask)
    for letter in "Cc":
        blueprint.add_url_rule(f"/{letter}/<code>", f"{letter}_page", page.page)
    app.register_blueprint(blueprint)
