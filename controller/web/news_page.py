"""The editors' page of news: what the feeds brought, accepted or refused by a person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from flask import Blueprint, Flask, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required

from controller.identity import APPROVING
from controller.news.cleaning import headline, paragraphs
from controller.news.item import Edited, Item, OwnItem, Standing, accepted_by
from controller.news.shelf import Shelf
from controller.signage import Declined, Publisher
from controller.signage.wishes import TellNews
from controller.web.notices import check
from media.texts import msgid
from media.texts.publishing import DECLINED

NO_HEADLINE = msgid("A piece of news has a headline.")

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

    needs_approval: bool = False
    """Whether two people have to accept it."""


@dataclass(frozen=True, slots=True)
class NewsPage:
    """What the page shows and does."""

    desk: NewsDesk | None
    """Nothing where the settings name no feeds."""

    publisher: Publisher
    zone: ZoneInfo

    def index(self, problem: str = "") -> ResponseReturnValue:
        """Show what waits, what screens tell, and what was refused."""
        found = () if self.desk is None else self.desk.shelf.items(self.desk.now())
        page = self._index(found, problem)
        return (page, 409) if problem else page

    def _index(self, found: Sequence[Item], problem: str) -> str:
        return render_template(
            "notices/news.html",
            groups=[(title, _of(found, standing)) for standing, title in _titles().items()],
            has_feeds=self.desk is not None,
            may_accept=self._may_accept,
            problem=problem,
            zone=self.zone,
            person=current_user,
        )

    def decide(self, number: int, what: str) -> ResponseReturnValue:
        """Accept or refuse an item, and let the screens know."""
        item, name = self._item(number), current_user.name
        match what:
            case "accept":
                try:
                    standing = self._accepted(item, name)
                except OwnItem:
                    return self.index(DECLINED["own_notice"])
            case "refuse":
                standing = Standing.REFUSED
            case _:
                abort(404)
        desk = self._desk()
        desk.shelf.decide(number, standing, name, desk.now())
        if desk.publishes_at_once:
            self._tell(name)
        return redirect("/notices/news", 303)

    def edit(self, number: int) -> ResponseReturnValue:
        """Keep the words that an editor gives to an item that is not shown yet."""
        item, desk = self._item(number), self._desk()
        if item.standing is Standing.ACCEPTED:
            return self.index(DECLINED["wrong_stage"])
        title, text = (escape(request.form.get(name, "")) for name in ("headline", "text"))
        head = headline(title)
        if not head:
            return self.index(NO_HEADLINE)
        told = paragraphs("".join(f"<p>{line}</p>" for line in text.splitlines()))
        edited = Edited(head, told, current_user.name, desk.now(), item.draft.fingerprint)
        desk.shelf.edit(number, edited)
        return redirect("/notices/news", 303)

    def _accepted(self, item: Item, name: str) -> Standing:
        is_second = item.standing is Standing.PROPOSED
        if is_second and current_user.role not in APPROVING:
            abort(403)
        return accepted_by(item, name, needs_approval=self._desk().needs_approval)

    def _may_accept(self, item: Item) -> bool:
        """Whether this person's word would bring it on."""
        if item.standing is not Standing.PROPOSED:
            return item.standing is not Standing.ACCEPTED
        own = {item.decided_by, item.edited.by if item.edited else item.decided_by}
        return current_user.role in APPROVING and current_user.name not in own

    def _desk(self) -> NewsDesk:
        if self.desk is None:
            abort(404)
        return self.desk

    def _item(self, number: int) -> Item:
        desk = self._desk()
        found = (each for each in desk.shelf.items(desk.now()) if each.number == number)
        item = next(found, None)
        if item is None:
            abort(404)
        return item

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
    blueprint.add_url_rule("/<int:number>/edit", "edit", page.edit, methods=["POST"])
    blueprint.add_url_rule("/<int:number>/<what>", "decide", page.decide, methods=["POST"])
    app.register_blueprint(blueprint)


def _titles() -> dict[Standing, str]:
    return {
        Standing.PROPOSED: msgid("They wait for another person’s approval"),
        Standing.PENDING: msgid("They wait for a decision"),
        Standing.ACCEPTED: msgid("Accepted: told by the screens"),
        Standing.REFUSED: msgid("Refused"),
    }


def _of(found: Sequence[Item], standing: Standing) -> list[Item]:
    return [each for each in found if each.standing is standing][:MOST]
