"""The page of the hall's screens: how each is, and new devices let in by the code they show."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import uuid4
from zoneinfo import ZoneInfo

import structlog
from flask import Blueprint, Flask, Response, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required

from controller.fleet.pairing import Naming, Pairings, Unpaired, as_entered
from controller.fleet.watch import Sighting
from controller.fleet.wishes import DeviceWish, TooSoon, Wishes, WishKind
from controller.signage import Publisher
from controller.signage.tally import ScreenStanding, tally
from controller.web.attempts import Attempts, TooManyAttempts
from controller.web.live import Changes, live
from controller.web.machine_facts import facts_of
from controller.web.presence import Presence
from media.dates import clock_time
from media.texts.devices import DARK, NO_PICTURE, TROUBLES
from media.texts.pairing import UNPAIRED
from media.texts.publishing import STANDINGS
from wire.messages import DeviceTrouble


@dataclass(frozen=True, slots=True)
class ScreenCard:
    """One screen, as the page shows it."""

    seen: Sighting
    standing: ScreenStanding
    troubles: tuple[DeviceTrouble, ...]


@dataclass(frozen=True, slots=True)
class Halls:
    """What the page reads of the hall."""

    presence: Presence
    publisher: Publisher
    now: Callable[[], datetime]
    """The hall's clock."""

    zone: ZoneInfo

    def cards(self) -> list[ScreenCard]:
        """Return all screens, by name."""
        seen = [each for each in self.presence.seen() if each.kind == "screen"]
        said = ((each.name, each.said) for each in seen)
        standings = tally(self.publisher.published, said, self.now()).screens
        return [
            ScreenCard(each, standing, self._troubles(each.name))
            for each, standing in zip(seen, standings, strict=True)
        ]

    def here(self) -> frozenset[str]:
        """Return the names of the screens that are connected."""
        seen = self.presence.seen()
        return frozenset(each.name for each in seen if each.kind == "screen" and each.is_connected)

    def wall(self, at: datetime) -> str:
        """Return what the hall's clock showed then."""
        return clock_time(at.astimezone(self.zone))

    def clock(self) -> str:
        """Return what the hall's clock shows."""
        return clock_time(self.now().astimezone(self.zone))

    def _troubles(self, name: str) -> tuple[DeviceTrouble, ...]:
        return tuple(each.trouble for each in self.presence.alarms if each.device == name)


@dataclass(frozen=True, slots=True)
class ScreensPage:
    """What the page shows and does."""

    hall: Halls
    pairings: Pairings
    wishes: Wishes
    attempts: Attempts
    """Limits the wrong codes of an address."""

    machine_now: Callable[[], datetime]
    """By which codes hold."""

    changes: Changes

    def index(self, problem: str = "") -> ResponseReturnValue:
        """Show the screens, and the form for a new device."""
        page = render_template(
            "screens/index.html",
            person=current_user,
            problem=UNPAIRED.get(problem, ""),
            values=request.form,
            paired=request.args.get("paired", "")[:40],
            **self._told(),
        )
        return page, 409 if problem else 200

    def pair(self) -> ResponseReturnValue:
        """Let the device in that shows the code."""
        form = request.form
        naming = Naming(
            as_entered(form.get("code", "")), form.get("name", "").strip(), "replace" in form
        )
        problem = self._paired(naming)
        if problem:
            return self.index(problem)
        return redirect(f"/screens?paired={naming.name}", 303)

    def wish(self, name: str, what: str) -> ResponseReturnValue:
        """Ask something of a screen that is connected."""
        if what not in set(WishKind) or name not in self.hall.here():
            abort(404)
        wish = DeviceWish(uuid4().hex, name, WishKind(what), current_user.name, self.machine_now())
        with suppress(TooSoon):  # the picture of just now stands there
            self.wishes.add(wish)
        return redirect("/screens", 303)

    def picture(self, name: str) -> ResponseReturnValue:
        """Answer with the latest picture of a screen."""
        found = self.wishes.picture(name)
        if found is None:
            abort(404)
        answer = Response(found, mimetype="image/jpeg")
        answer.headers["Cache-Control"] = "private, no-store"
        return answer

    def live(self) -> ResponseReturnValue:
        """Tell the page how the screens are, as that changes."""
        return live(self.changes, self._look)

    def _paired(self, naming: Naming) -> str:
        """Return why the device is not in; nothing when it is."""
        try:
            kind = self.attempts.make(request.remote_addr or "", partial(self._try, naming))
        except TooManyAttempts:
            return "too_many"
        except Unpaired as unpaired:
            return unpaired.code
        return "" if kind else "unknown_code"

    def _try(self, naming: Naming) -> str | None:
        """Return the kind of the device that is in; nothing for a wrong code, which is charged."""
        try:
            kind = self.pairings.pair(naming, self.machine_now())
        except Unpaired as unpaired:
            if unpaired.code == "unknown_code":
                return None
            raise
        structlog.get_logger().info("paired", device=naming.name, kind=kind, by=current_user.name)
        return kind

    def _look(self) -> tuple[str, str, bool]:
        return render_template("screens/now.html", **self._told()), self.hall.clock(), False

    def _told(self) -> dict[str, object]:
        return {
            "cards": self.hall.cards(),
            "standings": STANDINGS,
            "troubles": TROUBLES,
            "facts_of": facts_of,
            "dark": DARK,
            "pictures": self.wishes.latest(),
            "waiting": {each.device for each in self.wishes.open(self.machine_now())},
            "no_picture": NO_PICTURE,
            "clock": self.hall.wall,
        }


def register(app: Flask, page: ScreensPage) -> None:
    """Add the page at `/screens`, for supervisors."""
    for listen in (page.hall.presence.listen, page.hall.presence.listen_to_players):
        listen(page.changes.wake)
    blueprint = Blueprint("screens", __name__, url_prefix="/screens")
    blueprint.before_request(login_required(_check))
    blueprint.add_url_rule("", "index", page.index)
    blueprint.add_url_rule("/live", "live", page.live)
    blueprint.add_url_rule("/<name>/picture.jpg", "picture", page.picture)
    blueprint.add_url_rule("/<name>/<what>", "wish", page.wish, methods=["POST"])
    blueprint.add_url_rule("/pair", "pair", page.pair, methods=["POST"])
    app.register_blueprint(blueprint)


def _check() -> None:
    if current_user.role != "supervisor":
        abort(403)
