"""How a new device asks for a code to show, and learns that it is in: `POST /api/pairing`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from flask import Blueprint, Flask, jsonify, request
from flask.typing import ResponseReturnValue
from flask_wtf import CSRFProtect
from pydantic import Field

from controller.fleet.pairing import (
    Newcomer,
    Pairings,
    Shown,
    TooMany,
    look_up,
    new_code,
)
from controller.web.allowance import Allowance
from controller.web.attempts import TooManyAttempts
from controller.web.problems import refusal
from wire.codec import BadMessage, decode, encode
from wire.messages import AskToPair, PairingCode

CODES = "60 per hour"
"""New codes for an address: a device that stays on shows six an hour."""


@dataclass(frozen=True, slots=True)
class AskedNow(AskToPair):
    """What a device may ask."""

    key: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True)
class Threshold:
    """Answers devices that want to come in. A device asks again and again with the same key."""

    pairings: Pairings
    allowance: Allowance
    now: Callable[[], datetime]
    """The machine's clock: a code holds for real minutes."""

    def ask(self) -> ResponseReturnValue:
        """Answer with a code to show, or with the name under which the device is in."""
        try:
            asked = decode(AskedNow, request.get_json(silent=True))
            found = self._found(asked)
        except BadMessage as problem:
            return refusal(400, "bad_request", str(problem))
        except (TooMany, TooManyAttempts):
            return refusal(429, "too_many_attempts")
        return jsonify(encode(found))

    def _found(self, asked: AskedNow) -> PairingCode:
        at, address = self.now(), request.remote_addr or ""
        found = look_up(self.pairings, asked.key, at)
        if isinstance(found, str):
            return PairingCode("", 0, found)
        if found is None:
            with self.allowance.one(address):
                newcomer = Newcomer(asked.key, asked.kind, address)
                found = self.pairings.show(newcomer, new_code(), at)
        return _code(found, at)


def register(app: Flask, threshold: Threshold) -> None:
    """Add the way in. A browser's cookie counts for nothing here."""
    blueprint = Blueprint("pairing", __name__, url_prefix="/api")
    blueprint.add_url_rule("/pairing", "ask", threshold.ask, methods=["POST"])
    csrf: CSRFProtect = app.extensions["csrf"]
    app.register_blueprint(csrf.exempt(blueprint))


def _code(shown: Shown, at: datetime) -> PairingCode:
    return PairingCode(shown.code, (shown.until - at).total_seconds())
