"""Pictures and papers that editors send from the page, and as which they come back in its form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import (
    Flask,
    Response,
    abort,
    current_app,
    jsonify,
    render_template_string,
    request,
    send_file,
)
from flask.typing import ResponseReturnValue
from flask_login import current_user
from gevent.lock import Semaphore
from itsdangerous import BadSignature, URLSafeSerializer
from pydantic import TypeAdapter

from controller.identity import WRITING
from controller.intake import BadFile, Made, taken_in
from controller.intake.apart import is_paper
from controller.intake.pictures import MOST_BYTES
from controller.web.arrivals import ARRIVAL
from controller.web.problems import LARGEST_BODY
from controller.web.refusals import Environ
from controller.web.signage import Files
from media.playlist.model import Asset
from media.texts.publishing import DECLINED

ADDRESS = "/notices/files"

UPLOAD_PATIENCE = 180.0
"""Seconds that a file may take on its way: 30 MB over a slow wireless network."""

FIRST_BYTES = b"\xff\xd8\xff"
"""Of a JPEG; what intake makes is one, or a PNG."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the form hands it back."""

    assets: tuple[Asset, ...]
    """One picture, or the pages of a paper."""

    is_paper: bool


@dataclass(frozen=True, slots=True)
class Uploads:
    """Takes in one file at a time: each may keep the processor busy for seconds."""

    files: Files
    one_by_one: Semaphore

    def take(self) -> ResponseReturnValue:
        """Take the body for a file, and return what stands for it; or a sentence that refuses."""
        data = request.get_data(cache=False)
        try:
            with self.one_by_one:
                made = taken_in(data)
        except BadFile as bad:
            text = DECLINED[bad.reason]
            return jsonify(problem=render_template_string("{{ words(text) }}", text=text))
        return jsonify(self._kept(made, is_paper=is_paper(data)))

    def show(self, sha256: str) -> ResponseReturnValue:
        """Send a picture to the page that shows it small."""
        path = self.files.path(sha256)
        if path is None:
            abort(404)
        with path.open("rb") as reader:
            is_jpeg = reader.read(len(FIRST_BYTES)) == FIRST_BYTES
        mime = "image/jpeg" if is_jpeg else "image/png"
        answer: Response = send_file(path, mime, conditional=True)
        answer.cache_control.private = True
        return answer

    def _kept(self, made: tuple[Made, ...], *, is_paper: bool) -> dict[str, object]:
        for each in made:
            self.files.keep(each.data)
        upload = Upload(tuple(each.asset for each in made), is_paper)
        return {"token": token_of(upload), "pages": [each.asset.sha256 for each in made]}


def longest_body(app: Flask) -> Callable[[Environ], int]:
    """Return how many bytes a request may bring: an editor's file, or what anybody may send."""

    def longest(environ: Environ) -> int:
        if environ.get("PATH_INFO") != ADDRESS or not _is_editors(app, environ):
            return LARGEST_BODY
        if ARRIVAL in environ:
            environ[ARRIVAL].grant(UPLOAD_PATIENCE)
        return MOST_BYTES

    return longest


def token_of(upload: Upload) -> str:
    """Return what a form may hold of a file, signed: nobody else says how large it is."""
    return _signer().dumps(TypeAdapter(Upload).dump_python(upload, mode="json"))


def upload_of(token: str) -> Upload | None:
    """Return the file that the form holds; nothing when it holds none, or another's."""
    try:
        told: Any = _signer().loads(token) if token else None
    except BadSignature:
        return None
    return None if told is None else TypeAdapter(Upload).validate_python(told)


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), "upload")


def _is_editors(app: Flask, environ: Environ) -> bool:
    with app.request_context(environ | {"wsgi.input": None}):
        return current_user.is_authenticated and current_user.role in WRITING
