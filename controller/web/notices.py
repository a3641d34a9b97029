"""The editors' pages: notices published, approved, taken down, and which screens show them."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from flask import Blueprint, Flask, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required
from gevent.lock import Semaphore

from controller.identity import APPROVING, WRITING
from controller.signage import Declined
from controller.signage.steps import about
from controller.signage.tally import tally
from controller.signage.wishes import Approve, Discard, Propose, Publish, TakeDown
from controller.web.composing import ComposingPage
from controller.web.desk_of_notices import NoticesDesk, title_of
from controller.web.live import Changes, live
from controller.web.notice_wording import names
from controller.web.old_notice import is_for_the_form
from controller.web.presence import Presence
from controller.web.preview import PreviewPage
from controller.web.signage import Signage
from controller.web.uploads import ADDRESS, Uploads
from media.dates import clock_time

MOST_OVER = 30
"""Notices that are over, and still shown to editors."""

MOST_STEPS = 200
"""That the page of who did what goes back."""


@dataclass(frozen=True, slots=True)
class NoticesPage:
    """What the page shows and does."""

    desk: NoticesDesk
    changes: Changes

    def index(self, problem: Declined | None = None) -> ResponseReturnValue:
        """Show all notices, the ways to write one, and the tally."""
        drafts = self.desk.signage.publisher.drafts()
        ready = list(drafts.ready(needs_approval=self.desk.needs_approval))
        latest = sorted(drafts.drafts.values(), key=lambda each: -each.seq)
        over = [each for each in latest if self.desk.is_over(each)]
        page = render_template(
            "notices/index.html",
            current_ones=[each for each in latest if each not in over],
            over=over[:MOST_OVER],
            playing=drafts.playing,
            current=drafts.current,
            needs_approval=self.desk.needs_approval,
            ready=ready,
            waiting=self.desk.waiting(drafts.drafts.values()),
            may_approve=self.desk.may_approve,
            may_change=lambda draft: is_for_the_form(draft.notice),
            title=title_of,
            problem=problem,
            person=current_user,
            **self._told(),
            **names(),
        )
        return page, 200 if problem is None else 409

    def do(self, name: str, what: str) -> ResponseReturnValue:
        """Do something with a notice."""
        try:
            self._do(name, what)
        except Declined as declined:
            return self.index(declined)
        return redirect("/notices", 303)

    def publish(self) -> ResponseReturnValue:
        """Publish all that is ready, unless somebody published since the page was made."""
        try:
            self.desk.wish(Publish(request.form.get("seen", 0, type=int)))
        except Declined as declined:
            return self.index(declined)
        return redirect("/notices", 303)

    def history(self) -> ResponseReturnValue:
        """Show who did what to which notice, the latest first."""
        signage = self.desk.signage
        drafts, entries = signage.publisher.drafts(), signage.archive.after(0)
        return render_template(
            "notices/history.html",
            entries=entries[: -MOST_STEPS - 1 : -1],
            titles={name: title_of(draft) for name, draft in drafts.drafts.items()},
            about=about,
            zone=self.desk.zone,
            person=current_user,
            **names(),
        )

    def live(self) -> ResponseReturnValue:
        """Tell the page how many screens show it, as that changes."""
        return live(self.changes, self._look)

    def _look(self) -> tuple[str, str, bool]:
        told = render_template("notices/now.html", **self._told(), **names())
        at = self.desk.signage.now().astimezone(self.desk.zone)
        return told, clock_time(at), False

    def _told(self) -> dict[str, object]:
        signage = self.desk.signage
        said = self.desk.presence.said()
        found = tally(signage.publisher.published, said, signage.now())
        clock = self.desk.clock
        return {"tally": found, "since": clock(found.since), "clock": clock}

    def _do(self, name: str, what: str) -> None:
        match what:
            case "stage":
                self.desk.wish(Propose(name))
            case "publish":
                self.desk.wish(Propose(name))
                self.desk.publish()
            case "approve" if current_user.role in APPROVING:
                self.desk.wish(Approve(name, request.form.get("seen", 0, type=int)))
                self.desk.publish()
            case "approve":
                abort(403)
            case "discard":
                self.desk.wish(Discard(name))
            case "take-down":
                self.desk.wish(TakeDown(name))
            case _:
                abort(404)


def register(app: Flask, signage: Signage, presence: Presence, zone: ZoneInfo) -> None:
    """Add the pages below `/notices`, for editors and supervisors."""
    changes = Changes()
    presence.listen(changes.wake)
    presence.listen_to_players(changes.wake)
    signage.publisher.listen(changes.wake)
    desk = NoticesDesk(signage, presence, zone)
    blueprint = Blueprint("notices", __name__, url_prefix="/notices")
    blueprint.before_request(login_required(check))
    _add_lists(blueprint, NoticesPage(desk, changes))
    preview = PreviewPage(desk)
    blueprint.add_url_rule("/preview/<template>", "draw", preview.draw, methods=["POST"])
    _add_forms(blueprint, ComposingPage(desk, preview), Uploads(signage.files, Semaphore(1)))
    app.register_blueprint(blueprint)


def check() -> None:
    """Let editors and supervisors in alone."""
    if current_user.role not in WRITING:
        abort(403)


def _add_lists(blueprint: Blueprint, page: NoticesPage) -> None:
    blueprint.add_url_rule("", "index", page.index)
    blueprint.add_url_rule("/live", "live", page.live)
    blueprint.add_url_rule("/history", "history", page.history)
    blueprint.add_url_rule("/publish", "publish", page.publish, methods=["POST"])
    blueprint.add_url_rule("/<name>/<what>", "do", page.do, methods=["POST"])


def _add_forms(blueprint: Blueprint, page: ComposingPage, uploads: Uploads) -> None:
    both = ["GET", "POST"]
    blueprint.add_url_rule("/new/<template>", "new", page.new, methods=both)
    blueprint.add_url_rule("/<name>/change", "change", page.change, methods=both)
    place = ADDRESS.removeprefix(str(blueprint.url_prefix))
    blueprint.add_url_rule(place, "take", uploads.take, methods=["POST"])
    blueprint.add_url_rule(f"{place}/<sha256>", "show", uploads.show)
