"""The page of a small tablet on a counter: it asks whom was served there how the service was."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from flask import Blueprint, Flask, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from controller.hall.commands import RateVisit
from controller.hall.ids import CounterId, TicketNumber
from controller.hall.refusals import Refused
from controller.hall.ticket import Ticket
from controller.identity import Device, Devices
from controller.request_key import request_key
from controller.web.asked_at import asked_at
from controller.web.attempts import Attempts, TooManyAttempts
from controller.web.follow import Following, read_about, read_face
from controller.web.language import direction, spans
from controller.web.live import live
from controller.web.presence import Presence
from media.dates import clock_time
from media.texts import msgid
from media.texts.satisfaction import ABOUT, FACES
from wire.messages import Language

COOKIE = "rater"
"""Where the tablet's browser keeps its token."""

LASTS = 31_536_000
"""Seconds: a year."""

LONGEST_TOKEN = 200


@dataclass(frozen=True, slots=True)
class RaterPage:
    """What the tablet shows, and what it may ask for with its token."""

    parts: Following
    devices: Devices
    presence: Presence
    attempts: Attempts
    """Limits the wrong tokens of an address."""

    def page(self, counter: int) -> ResponseReturnValue:
        """Show the question as it comes; to a tablet without its token, ask for that."""
        is_known, here = self._device() is not None, self._counter(counter)
        asked, _ = self._asked(here)
        shown = self._shown(here, asked)
        return render_template("satisfaction.html", counter=here, is_known=is_known, asked=shown)

    def enter(self, counter: int) -> ResponseReturnValue:
        """Let the tablet keep its token, if it is one."""
        written = request.form.get("token", "").strip()[:LONGEST_TOKEN]
        try:
            device = self.attempts.make(request.remote_addr or "", partial(self._found, written))
        except TooManyAttempts:
            abort(429)
        if device is None:
            problem = msgid("This device is not known to the hall.")
            here = self._counter(counter)
            page = render_template("satisfaction.html", counter=here, problem=problem)
            return page, 401
        answer = redirect(f"/satisfaction/{counter}", 303)
        answer.set_cookie(COOKIE, written, max_age=LASTS, httponly=True, samesite="Strict")
        return answer

    def live(self, counter: int) -> ResponseReturnValue:
        """Tell the tablet whom to ask, as it changes; what is told shows that it is there."""
        device = self._device() or abort(403)
        return live(
            self.parts.changes,
            partial(self._told, self._counter(counter)),
            partial(self._present, device),
        )

    def rate(self, counter: int) -> ResponseReturnValue:
        """Keep what the visitor said, unless they had said something before."""
        device, here = self._device() or abort(403), self._counter(counter)
        face, about = read_face(), read_about()
        ticket = TicketNumber(request.form.get("ticket", "")[:12])
        answer = RateVisit(ticket, face, about, here)
        with suppress(Refused):  # too late, or answered on a telephone meanwhile
            key = request_key("rater", device.name, answer, uuid4().hex)
            self.parts.reception.execute(answer, key)
        return redirect(f"/satisfaction/{counter}", 303)

    def _counter(self, counter: int) -> CounterId:
        known = self.parts.reception.read(lambda hall, _: CounterId(counter) in hall.counters)
        return CounterId(counter) if known else abort(404)

    def _device(self) -> Device | None:
        return self._found(request.cookies.get(COOKIE, ""))

    def _found(self, token: str) -> Device | None:
        device = self.devices.find(token) if token else None
        return device if device is not None and device.kind == "rater" else None

    def _told(self, counter: CounterId) -> tuple[str, str, bool]:
        asked, clock = self._asked(counter)
        told = render_template("satisfaction_now.html", **self._shown(counter, asked))
        return told, clock, self._device() is None

    def _asked(self, counter: CounterId) -> tuple[Ticket | None, str]:
        asked, at = self.parts.reception.read(lambda hall, at: (asked_at(hall, counter, at), at))
        return asked, clock_time(at.astimezone(self.parts.zone))

    def _shown(self, counter: CounterId, asked: Ticket | None) -> dict[str, object]:
        """Return the question in the language of the ticket; what is so without one, otherwise."""
        language: Language = "ar" if asked is None else asked.language
        texts = self.parts.content.texts
        return {
            "counter": counter,
            "ticket": None if asked is None else asked.number,
            "faces": FACES,
            "topics": ABOUT,
            "words": lambda text, **told: spans(texts.parts(language, text, **told)),
            "language": language,
            "direction": direction(language),
        }

    @contextmanager
    def _present(self, device: Device) -> Iterator[None]:
        sid = uuid4().hex
        self.presence.came(sid, device)
        try:
            yield
        finally:
            self.presence.went(sid)


def register(app: Flask, page: RaterPage) -> None:
    """Add the page at `/satisfaction/<counter>`."""
    blueprint = Blueprint("satisfaction", __name__, url_prefix="/satisfaction/<int:counter>")
    blueprint.add_url_rule("", "page", page.page)
    blueprint.add_url_rule("", "enter", page.enter, methods=["POST"])
    blueprint.add_url_rule("/live", "live", page.live)
    blueprint.add_url_rule("/rate", "rate", page.rate, methods=["POST"])
    app.register_blueprint(blueprint)
