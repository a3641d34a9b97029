"""The editors' page: notices written, published, taken down, and which screens show them."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Blueprint, Flask, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required

from controller.signage import Declined, Draft, Drafts, Template
from controller.signage.tally import tally
from controller.signage.wishes import Approve, Compose, Discard, Propose, Publish, TakeDown, Wish
from controller.web.live import Changes, live
from controller.web.notice_form import Unfit, notice_in, prefilled
from controller.web.presence import Presence
from controller.web.signage import Signage
from media.dates import clock_time
from media.playlist.content import words_of
from media.playlist.validity import WEEK
from media.texts import msgid
from media.texts.publishing import DECLINED, STAGES, STANDINGS, TEMPLATES
from media.words import Words


@dataclass(frozen=True, slots=True)
class NoticesPage:
    """What the page shows and does."""

    signage: Signage
    presence: Presence
    zone: ZoneInfo
    changes: Changes

    def index(self, problem: Declined | None = None) -> ResponseReturnValue:
        """Show all notices, the ways to write one, and the tally."""
        drafts = self.signage.publisher.drafts()
        page = render_template(
            "notices/index.html",
            drafts=sorted(drafts.drafts.values(), key=lambda each: -each.seq),
            playing=drafts.playing,
            current=drafts.current,
            needs_approval=self.signage.publisher.customs.needs_approval,
            can_publish=any(self._ready(drafts)),
            may_approve=self._may_approve,
            title=title_of,
            problem=problem,
            person=current_user,
            **self._told(),
            **names(),
        )
        return page, 200 if problem is None else 409

    def new(self, template: str) -> ResponseReturnValue:
        """Show the form, and keep what was filled in; publish it at once if that is asked."""
        kind = _template(template)
        if request.method == "GET":
            return self._form(kind, prefilled(kind, self._wall()))
        try:
            notice = notice_in(request.form, kind, self._wall(), current_user.name)
            self._wish(Compose(notice))
            if request.form.get("do") == "publish":
                self._wish(Propose(notice.id))
                self._publish()
        except Unfit as unfit:
            return self._form(kind, request.form.to_dict(), unfit=unfit), 400
        except Declined as declined:
            return self._form(kind, request.form.to_dict(), declined=declined), 409
        return redirect("/notices", 303)

    def do(self, name: str, what: str) -> ResponseReturnValue:
        """Do something with a notice."""
        try:
            self._wish(self._asked(name, what))
        except Declined as declined:
            return self.index(declined)
        return redirect("/notices", 303)

    def publish(self) -> ResponseReturnValue:
        """Publish all that is ready, unless somebody published since the page was made."""
        try:
            self._wish(Publish(request.form.get("seen", 0, type=int)))
        except Declined as declined:
            return self.index(declined)
        return redirect("/notices", 303)

    def live(self) -> ResponseReturnValue:
        """Tell the page how many screens show it, as that changes."""
        return live(self.changes, self._look)

    def _look(self) -> tuple[str, str, bool]:
        told = render_template("notices/now.html", **self._told(), **names())
        return told, clock_time(self.signage.now().astimezone(self.zone)), False

    def _told(self) -> dict[str, object]:
        at = self.signage.now()
        found = tally(self.signage.publisher.published, self.presence.said(), at)
        return {"tally": found, "since": self._clock(found.since), "clock": self._clock}

    def _clock(self, at: datetime | None) -> str:
        return "" if at is None else clock_time(at.astimezone(self.zone))

    def _wall(self) -> datetime:
        return self.signage.now().astimezone(self.zone).replace(tzinfo=None)

    def _form(
        self,
        template: Template,
        values: dict[str, str],
        unfit: Unfit | None = None,
        declined: Declined | None = None,
    ) -> str:
        screens = [name for name, _ in self.presence.said()]
        return render_template(
            "notices/new.html",
            template=template.value,
            values=values,
            chosen=request.form.getlist,
            screens=screens,
            unfit=unfit,
            declined=declined,
            needs_approval=self.signage.publisher.customs.needs_approval,
            person=current_user,
            **names(),
        )

    def _asked(self, name: str, what: str) -> Wish:
        match what:
            case "stage":
                return Propose(name)
            case "approve":
                return Approve(name, request.form.get("seen", 0, type=int))
            case "discard":
                return Discard(name)
            case "take-down":
                return TakeDown(name)
        return abort(404)

    def _publish(self) -> None:
        """Publish unless another person has to approve it first."""
        publisher = self.signage.publisher
        if not publisher.customs.needs_approval:
            self._wish(Publish(publisher.drafts().current.number))

    def _wish(self, wish: Wish) -> None:
        self.signage.publisher.carry_out(wish, current_user.name)

    def _ready(self, drafts: Drafts) -> list[Draft]:
        customs = self.signage.publisher.customs
        return list(drafts.ready(needs_approval=customs.needs_approval))

    def _may_approve(self, draft: Draft) -> bool:
        is_asked = self.signage.publisher.customs.needs_approval
        return is_asked and draft.stage == "staged" and draft.author != current_user.name


def register(app: Flask, signage: Signage, presence: Presence, zone: ZoneInfo) -> None:
    """Add the pages below `/notices`, for supervisors."""
    changes = Changes()
    presence.listen(changes.wake)
    presence.listen_to_players(changes.wake)
    signage.publisher.listen(changes.wake)
    page = NoticesPage(signage, presence, zone, changes)
    blueprint = Blueprint("notices", __name__, url_prefix="/notices")
    blueprint.before_request(login_required(_check))
    blueprint.add_url_rule("", "index", page.index)
    blueprint.add_url_rule("/live", "live", page.live)
    blueprint.add_url_rule("/publish", "publish", page.publish, methods=["POST"])
    blueprint.add_url_rule("/new/<template>", "new", page.new, methods=["GET", "POST"])
    blueprint.add_url_rule("/<name>/<what>", "do", page.do, methods=["POST"])
    app.register_blueprint(blueprint)


def title_of(draft: Draft) -> Words:
    """Return what a notice is called in a list: its first text."""
    return next(words for _, words in words_of(draft.notice.item.content))


def names() -> dict[str, object]:
    """Return what templates, stages, standings and refusals are called."""
    return {
        "templates": TEMPLATES,
        "stages": STAGES,
        "standings": STANDINGS,
        "refusals": DECLINED,
        "week": dict(zip(WEEK, _day_names(), strict=True)),
        "strengths": {
            "turn": msgid("In its turn"),
            "first": msgid("As the next one"),
            "replace": msgid("Instead of all others"),
        },
        "levels": {
            "yellow": msgid("Yellow: be careful"),
            "orange": msgid("Orange: be very careful"),
            "red": msgid("Red: extreme danger"),
            "green": msgid("Green: nothing special"),
        },
    }


def _day_names() -> tuple[str, ...]:
    return (
        msgid("Monday"),
        msgid("Tuesday"),
        msgid("Wednesday"),
        msgid("Thursday"),
        msgid("Friday"),
        msgid("Saturday"),
        msgid("Sunday"),
    )


def _check() -> None:
    if current_user.role != "supervisor":
        abort(403)


def _template(name: str) -> Template:
    try:
        return Template(name)
    except ValueError:
        abort(404)
