"""Hands wishes on to the screens that are here, and takes the pictures that they send."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, Flask, abort, g, jsonify, request
from flask.typing import ResponseReturnValue
from flask_socketio import SocketIO
from flask_wtf import CSRFProtect

from controller.fleet.wishes import (
    IDENTITY_SECONDS,
    Answer,
    DeviceWish,
    Wishes,
    WishKind,
    is_picture,
)
from controller.web.presence import Presence
from controller.web.rounds import go_on
from controller.web.signage import Fetching
from wire.codec import encode
from wire.messages import LARGEST_PICTURE, Identify, PictureWanted

POLL = 0.5
"""Seconds between looks for wishes: the command line and other controllers write them too."""


class Errands:
    """One controller's part: what it has handed on it does not hand on again."""

    def __init__(
        self,
        socketio: SocketIO,
        presence: Presence,
        wishes: Wishes,
        now: Callable[[], datetime],
        tell: Callable[[], None],
    ) -> None:
        """`now` is the machine's clock; `tell` is called when a wish comes or is answered."""
        self._socketio, self._presence, self._wishes = socketio, presence, wishes
        self._now, self._tell = now, tell
        self._waiting: frozenset[str] = frozenset()
        self._handed: frozenset[str] = frozenset()

    def start(self) -> None:
        """Go on looking, for ever."""
        self._socketio.start_background_task(go_on, "wishes", self.look, POLL)

    def look(self) -> None:
        """Hand on what is new; raises `StoreError`."""
        waiting = self._wishes.open(self._now())
        ids = frozenset(each.id for each in waiting)
        if ids != self._waiting:
            self._waiting = ids
            self._tell()
        handed = {each.id for each in waiting if each.id in self._handed or self._hand_on(each)}
        self._handed = frozenset(handed)

    def _hand_on(self, wish: DeviceWish) -> bool:
        """Tell whether its screen is connected here."""
        sids = self._presence.sids_of(wish.device)
        for sid in sids:
            event, message = _message(wish)
            self._socketio.emit(event, encode(message), namespace="/screens", to=sid)
        if sids and wish.kind is WishKind.IDENTIFY:
            self._wishes.answer(wish.id, wish.device, Answer(None), self._now())
        return bool(sids)


@dataclass(frozen=True, slots=True)
class Inbox:
    """Takes pictures from screens, each with its token."""

    wishes: Wishes
    now: Callable[[], datetime]
    """The machine's clock."""

    tell: Callable[[], None]

    def take(self, wish: str) -> ResponseReturnValue:
        """Keep the picture, if it was asked of this very screen, and is one."""
        data = request.get_data()
        if len(data) > LARGEST_PICTURE:
            abort(413)
        if not is_picture(data):
            abort(400)
        if not self.wishes.answer(wish, g.device.name, Answer(data), self.now()):
            abort(404)
        self.tell()
        return jsonify({})


def register(app: Flask, fetching: Fetching, inbox: Inbox) -> None:
    """Add `POST /signage/pictures/<wish>`. A browser's cookie counts for nothing here."""
    blueprint = Blueprint("pictures", __name__, url_prefix="/signage/pictures")
    blueprint.before_request(fetching.check)
    blueprint.add_url_rule("/<wish>", "take", inbox.take, methods=["POST"])
    csrf: CSRFProtect = app.extensions["csrf"]
    app.register_blueprint(csrf.exempt(blueprint))


def _message(wish: DeviceWish) -> tuple[str, Identify | PictureWanted]:
    match wish.kind:
        case WishKind.IDENTIFY:
            return "identify", Identify(wish.device, IDENTITY_SECONDS)
        case WishKind.PICTURE:
            return "picture", PictureWanted(wish.id)
