"""What screens are told to play: sent at each publishing, and fetched by them over HTTP."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from flask import Blueprint, Flask, Response, abort, g, request, send_file
from flask.typing import ResponseReturnValue
from flask_socketio import SocketIO
from gevent.event import Event

from controller.identity import Device, Devices
from controller.signage import Archive, Publisher
from controller.studio import Studio
from controller.web.attempts import Attempts, TooManyAttempts
from controller.web.device_door import UNKNOWN
from controller.web.door import INSIDE
from controller.web.problems import refusal
from controller.web.rounds import go_on
from wire.codec import encode
from wire.messages import Published

POLL = 0.25
"""Seconds between looks for what other processes published: the command line is one."""

FOR_EVER = 31_536_000
"""Seconds: a year. What a fingerprint names never changes."""

PREFIX = "Bearer "


class Files(Protocol):
    """The screens' pictures and films."""

    def path(self, name: str) -> Path | None:
        """Return the file whose SHA-256 this is; nothing for whatever else is asked."""

    def keep(self, data: bytes) -> str:
        """Write the bytes and return their SHA-256; raises `StoreError`."""


@dataclass(frozen=True, slots=True)
class Signage:
    """The notices of the hall, and what screens fetch."""

    publisher: Publisher
    archive: Archive
    files: Files
    now: Callable[[], datetime]
    """The hall's clock."""

    studio: Studio
    """Draws what screens would show."""


class Telling:
    """Tells all screens what is published, as soon as it is."""

    def __init__(self, socketio: SocketIO, publisher: Publisher) -> None:
        self._socketio, self._publisher = socketio, publisher
        self._sent: Published | None = None
        self._news = Event()
        publisher.listen(self._news.set)

    def start(self) -> None:
        """Read what there is, so that who comes first is told the truth; then go on reading.

        Raises `StoreError`.
        """
        self._publisher.drafts()
        self._sent = self._publisher.published
        start = self._socketio.start_background_task
        start(go_on, "notices", self._read, POLL)
        start(go_on, "published", self._tell, 0, self._news)

    def _read(self) -> None:
        self._publisher.drafts()

    def _tell(self) -> None:
        published = self._publisher.published
        if published != self._sent:
            self._socketio.emit("published", encode(published), namespace="/screens", to=INSIDE)
            self._sent = published


@dataclass(frozen=True, slots=True)
class Fetching:
    """What screens fetch over HTTP, each with its token."""

    signage: Signage
    devices: Devices
    attempts: Attempts
    """Limits the wrong tokens of an address."""

    def manifest(self, sha256: str) -> ResponseReturnValue:
        """Answer with the manifest of a revision."""
        found = self.signage.archive.manifest(sha256)
        if found is None:
            abort(404)
        return _lasting(Response(found, mimetype="application/json"), sha256)

    def asset(self, sha256: str) -> ResponseReturnValue:
        """Answer with a file, or with the part of it that is asked for."""
        path = self.signage.files.path(sha256)
        if path is None:
            abort(404)
        # An absolute path: Flask takes any other for one beside its own code.
        answer = send_file(path.resolve(), "application/octet-stream", etag=sha256)
        return _lasting(answer, sha256)

    def check(self) -> ResponseReturnValue | None:
        """Refuse whoever is no screen of the hall."""
        token = request.headers.get("Authorization", "").removeprefix(PREFIX)
        try:
            device = self.attempts.make(request.remote_addr or "", partial(self._screen, token))
        except TooManyAttempts:
            return refusal(429, "too_many_attempts")
        if device is None:
            return refusal(401, UNKNOWN)
        g.device = device  # who takes what a screen sends asks whose it is
        return None

    def _screen(self, token: str) -> Device | None:
        device = self.devices.find(token) if token else None
        return device if device is not None and device.kind == "screen" else None


def register(app: Flask, fetching: Fetching) -> None:
    """Add `/signage/manifests/<sha256>` and `/signage/assets/<sha256>`."""
    blueprint = Blueprint("signage", __name__, url_prefix="/signage")
    blueprint.before_request(fetching.check)
    blueprint.add_url_rule("/manifests/<sha256>", "manifest", fetching.manifest)
    blueprint.add_url_rule("/assets/<sha256>", "asset", fetching.asset)
    app.register_blueprint(blueprint)


def _lasting(answer: Response, sha256: str) -> Response:
    answer.set_etag(sha256)
    answer.cache_control.private = True
    answer.cache_control.immutable = True
    answer.cache_control.max_age = FOR_EVER
    return answer
