"""The editors' page of news: what the feeds brought, accepted or refused by a person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Blueprint, Flask, abort, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required

from controller.news.item import Item, Standing
from controller.news.shelf import Shelf
from controller.signage import Declined, Publisher
from controller.signage.wishes import TellNews
from controller.web.notices import check
from media.texts import msgid

MOST = 60
"""Items of each standing that the page shows, the newest first."""


@dataclass(frozen=True, slots=True)
class NewsDesk:
    """The news of a hall that has feeds."""

    shelf: Shelf
    now: Callable[[], datetime]
    """The clock by which they came: the machine's."""

    publishes_at_once: bool = True
    """Whether screens tell what is accepted at once; else with the next publishing."""


@dataclass(frozen=True, slots=True)
class NewsPage:
    """What the page shows and does."""

    desk: NewsDesk | None
    """Nothing where the settings name no feeds."""

    publisher: Publisher
    zone: ZoneInfo

    def index(self) -> ResponseReturnValue:
        """Show what waits, what screens tell, and what was refused."""
        found = () if self.desk is None else self.desk.shelf.items(self.desk.now())
        return render_template(
            "notices/news.html",
            groups=[(title, _of(found, standing)) for standing, title in _titles().items()],
            has_feeds=self.desk is not None,
            zone=self.zone,
            person=current_user,
        )

    def decide(self, number: int, what: str) -> ResponseReturnValue:
        """Accept or refuse an item, and let the screens know."""
        standings = {"accept": Standing.ACCEPTED, "refuse": Standing.REFUSED}
        if what not in standings or self.desk is None:
            abort(404)
        name, at = current_user.name, self.desk.now()
        if self.desk.shelf.decide(number, standings[what], name, at) is None:
            abort(404)
        if self.desk.publishes_at_once:
            self._tell(name)
        return redirect("/notices/news", 303)

    def _tell(self, name: str) -> None:
        try:
            self.publisher.carry_out(TellNews(), name)
        except Declined as declined:
            if declined.code != "nothing_new":
                raise


def register(app: Flask, page: NewsPage) -> None:
    """Add the pages below `/notices/news`, for editors and supervisors."""
    blueprint = Blueprint("news", __name__, url_prefix="/notices/news")
    blueprint.before_request(login_required(check))
    blueprint.add_url_rule("", "index", page.index)
    blueprint.add_url_rule("/<int:number>/<what>", "decide", page.decide, methods=["POST"])
    app.register_blueprint(blueprint)


def _titles() -> dict[Standing, str]:
    return {
        Standing.PENDING: msgid("They wait for a decision"),
        Standing.ACCEPTED: msgid("Accepted: told by the screens"),
        Standing.REFUSED: msgid("Refused"),
    }


def _of(found: Sequence[Item], standing: Standing) -> list[Item]:
    return [each for each in found if each.standing is standing][:MOST]
