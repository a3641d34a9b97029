"""The staff's pages: an agent's desk and the supervisor's overview."""

from collections.abc import Callable

from flask import Blueprint, Flask, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required

from controller.identity import People
from controller.web.content import Content
from controller.web.language import language_now
from controller.web.more_wording import (
    AGENTS_REASONS,
    SUPERVISORS_REASONS,
    interventions_wording,
    more_counting,
    more_wording,
)
from controller.web.wording import Wording, desk_counting, desk_wording, overview_wording

Clock = Callable[[], dict[str, object]]
"""What a page must know of the hall's clock: `pace`, how many times as fast as the browser's
it runs, and `offset`, its seconds before UTC."""


def register(app: Flask, content: Content, people: People, clock: Clock) -> None:
    """Add the pages."""
    blueprint = Blueprint("pages", __name__)

    @blueprint.get("/")
    @login_required
    def home() -> ResponseReturnValue:
        return redirect(url_for(f"pages.{current_user.role}"), 303)

    @blueprint.get("/agent")
    @login_required
    def agent() -> ResponseReturnValue:
        language = language_now()
        extra = clock() | {
            "sheets": content.sheets(language),
            "counting": content.counting(language, desk_counting() | more_counting()),
            "reasons": content.reasons(language, AGENTS_REASONS),
        }
        return _page("agent", content, desk_wording() | more_wording(), extra)

    @blueprint.get("/supervisor")
    @login_required
    def supervisor() -> ResponseReturnValue:
        extra = clock() | {
            "people": {person.name: person.display_name for person in people.list()},
            "reasons": content.reasons(language_now(), SUPERVISORS_REASONS),
        }
        wording = overview_wording() | interventions_wording()
        return _page("supervisor", content, wording, extra)

    app.register_blueprint(blueprint)


def _page(
    role: str, content: Content, wording: Wording, extra: dict[str, object]
) -> ResponseReturnValue:
    if current_user.role != role:
        abort(403)
    data = content.for_script(language_now(), wording) | extra
    return render_template(f"{role}.html", data=data, person=current_user)
