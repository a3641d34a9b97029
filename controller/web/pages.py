"""The staff's pages: an agent's desk and the supervisor's overview."""

from collections.abc import Callable

from flask import Blueprint, Flask, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required

from controller.identity import People, Role
from controller.web.content import Content
from controller.web.emergency_wording import emergency_wording
from controller.web.further_actions_wording import (
    AGENTS_REASONS,
    further_actions_counting,
    further_actions_wording,
)
from controller.web.interventions_wording import SUPERVISORS_REASONS, interventions_wording
from controller.web.language import language_now
from controller.web.wording import Wording, desk_counting, desk_wording, overview_wording
from wire.messages import MOST_AT_ONCE, MOST_SERVICES

Clock = Callable[[], dict[str, object]]
"""What a page must know of the hall's clock: `pace`, how many times as fast as the browser's
it runs, and `offset`, its seconds before UTC."""


def register(app: Flask, content: Content, people: People, clock: Clock) -> None:
    """Add the pages."""
    blueprint = Blueprint("pages", __name__)

    @blueprint.get("/")
    @login_required
    def home() -> ResponseReturnValue:
        return redirect(url_for(_home_of(current_user.role)), 303)

    @blueprint.get("/agent")
    @login_required
    def agent() -> ResponseReturnValue:
        language = language_now()
        extra = clock() | {
            "sheets": content.sheets(language),
            "people": _names(people, "agent"),
            "supervisors": _names(people, "supervisor"),
            "counting": content.counting(language, desk_counting() | further_actions_counting()),
            "proposed": dict(AGENTS_REASONS),
            "reasons": content.reasons(language),
            "most": {"at_once": MOST_AT_ONCE, "services": MOST_SERVICES},
        }
        wording = desk_wording() | further_actions_wording() | emergency_wording()
        return _page("agent", content, wording, extra)

    @blueprint.get("/supervisor")
    @login_required
    def supervisor() -> ResponseReturnValue:
        extra = clock() | {
            "people": _names(people, "agent"),
            "supervisors": _names(people, "supervisor"),
            "proposed": dict(SUPERVISORS_REASONS),
            "reasons": content.reasons(language_now()),
        }
        wording = overview_wording() | interventions_wording() | emergency_wording()
        return _page("supervisor", content, wording, extra)

    app.register_blueprint(blueprint)


def _home_of(role: Role) -> str:
    """Return the page on which somebody begins."""
    return f"pages.{role}" if role in {"agent", "supervisor"} else "notices.index"


def _names(people: People, role: Role) -> dict[str, str]:
    everybody = people.list()
    return {person.name: person.display_name for person in everybody if person.role == role}


def _page(
    role: str, content: Content, wording: Wording, extra: dict[str, object]
) -> ResponseReturnValue:
    if current_user.role != role:
        abort(403)
    data = content.for_script(language_now(), wording) | extra
    return render_template(f"{role}.html", data=data, person=current_user)
