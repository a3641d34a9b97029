"""The pages of the hall screens: one page for each, its fonts and files, and what it says back."""

import hmac
import io
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from flask import Flask, Response, abort, redirect, render_template, request, send_file, url_for

from display.rhythm import Rhythm
from display.web.glass import BEAT, Size
from display.web.page_texts import page_texts
from display.web.screen import BrowserScreen
from display.web.stream import Stamp, events
from media.look import css
from media.texts import Texts

COOKIE = "nouba-screen"
YEAR = 31_536_000
"""Seconds."""

LEAST, MOST = 320, 8192
"""Pixels that a screen's side may have."""

PARTS = ("fit.js", "parts.js", "stage.js", "sound.js", "screen.js", "screen.css", "stage.css")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; media-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""Nothing but what comes from here."""

Screens = Mapping[str, BrowserScreen]
"""By their tokens."""


@dataclass(frozen=True)
class Pages:
    """All that the pages are made of."""

    screens: Screens
    fonts: Mapping[str, Path]
    """Files by their names."""

    run: str
    """Another one each time that the program starts: sounds are counted anew then."""

    @cached_property
    def version(self) -> str:
        """Another one for each change of the page: one that is out of date loads itself anew."""
        folder = Path(__file__).parent / "static"
        content = b"".join((folder / name).read_bytes() for name in PARTS)
        return sha256(content).hexdigest()[:8]

    def screen_of(self, token: str) -> BrowserScreen | None:
        """Return the screen that a token names; it takes as long for one that names none."""
        found = [
            screen
            for known, screen in self.screens.items()
            if hmac.compare_digest(known.encode(), token.encode())
        ]
        return found[0] if found else None

    def asked(self) -> BrowserScreen:
        """Return the screen that the request's cookie names; without one the answer is 403."""
        return self.screen_of(request.cookies.get(COOKIE, "")) or abort(403)


def create_app(screens: Screens, fonts: Mapping[str, Path]) -> Flask:
    """Return the application. The screens are to be started by whoever made them."""
    app = Flask(__name__)
    pages = Pages(screens, MappingProxyType(dict(fonts)), secrets.token_hex(4))
    _show(app, pages)
    _tell(app, pages)
    _hear(app, pages)
    app.after_request(_protect)
    return app


def _show(app: Flask, pages: Pages) -> None:
    texts = page_texts(Texts())

    @app.get("/screen/<token>")
    def arrive(token: str) -> Response:
        """Take the token out of the address into a cookie."""
        if pages.screen_of(token) is None:
            abort(404)
        answer = redirect(url_for("page"))
        answer.set_cookie(COOKIE, token, max_age=YEAR, httponly=True, samesite="Strict")
        return answer  # type: ignore[return-value]  # Flask's own redirects are its responses

    @app.get("/")
    def page() -> tuple[str, int]:
        screen = pages.screen_of(request.cookies.get(COOKIE, ""))
        if screen is None:
            return render_template("stranger.html", texts=texts), 403
        told = texts | {"version": pages.version, "isMute": screen.screen.is_mute} | _times()
        return render_template("screen.html", told=told, name=screen.screen.name), 200

    @app.get("/tokens.css")
    def tokens() -> Response:
        return Response(css.tokens(), mimetype="text/css")

    @app.get("/fonts/<name>")
    def font(name: str) -> Response:
        path = pages.fonts.get(name) or abort(404)
        return send_file(path, mimetype="font/ttf", max_age=YEAR)


def _tell(app: Flask, pages: Pages) -> None:
    @app.get("/shown")
    def shown() -> Response:
        glass, name = pages.asked().glass, request.args.get("page", "")[:40]
        glass.attach(name, Size(_side("width"), _side("height")))
        stamp = Stamp(pages.version, pages.run)
        answer = Response(events(glass, name, stamp), mimetype="text/event-stream")
        answer.headers["X-Accel-Buffering"] = "no"  # a proxy passes each event on at once
        return answer

    @app.get("/sounds/<int:number>")
    def sound(number: int) -> Response:
        playing = pages.asked().glass.now.sound
        if playing is None or playing.number != number:
            abort(404)
        return send_file(io.BytesIO(playing.wav), mimetype="audio/wav", max_age=0)

    @app.get("/logo")
    def logo() -> Response:
        path = pages.asked().logo or abort(404)
        return send_file(path, mimetype="image/png", max_age=YEAR)

    @app.get("/assets/<asset>")
    def asset(asset: str) -> Response:
        is_name = len(asset) == 64 and set(asset) <= set("0123456789abcdef")
        path = pages.asked().file(asset) if is_name else None
        if path is None or not path.is_file():
            abort(404)
        return send_file(path, mimetype=_kind(path), max_age=YEAR, etag=asset)


def _hear(app: Flask, pages: Pages) -> None:
    @app.post("/drawn")
    def drawn() -> tuple[str, int]:
        said = _said()
        pages.asked().glass.drawn(str(said.get("page"))[:40], _whole(said.get("number")))
        return "", 204

    @app.post("/heard")
    def heard() -> tuple[str, int]:
        said = _said()
        why = str(said.get("why") or "")[:120]
        pages.asked().speaker.heard(_whole(said.get("number")), why)
        return "", 204


def _times() -> dict[str, object]:
    """Return after how many seconds of silence a page warns, and how long in one language."""
    rhythm = Rhythm()
    return {"silence": BEAT + rhythm.offline, "warning": rhythm.warning}


def _said() -> Mapping[str, object]:
    said = request.get_json()
    return said if isinstance(said, dict) else abort(400)


def _whole(value: object) -> int:
    return value if isinstance(value, int) else abort(400)


def _side(name: str) -> int:
    """Return a side of the page's window; one that no screen has is brought within bounds."""
    return max(LEAST, min(MOST, request.args.get(name, LEAST, type=int)))


def _kind(path: Path) -> str:
    """Return what a file is, by its first bytes: its name tells nothing."""
    with path.open("rb") as opened:
        first = opened.read(12)
    if first[:4] == b"RIFF" and first[8:] == b"WEBP":
        return "image/webp"
    return "image/png" if first.startswith(b"\x89PNG") else "image/jpeg"


def _protect(answer: Response) -> Response:
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers.setdefault("Cache-Control", "no-store")
    return answer
