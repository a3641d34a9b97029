"""A role's Socket.IO namespace: who may come in, and one answer to each event.

Flask-SocketIO would push a request context around every event; ours need none, and a
call would cost twice as much. So events go straight to `answer`.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import structlog
from flask_socketio import ConnectionRefusedError as Unwelcome
from flask_socketio import Namespace

from controller.identity import StoreError
from controller.reception import JournalError
from wire.codec import BadMessage, encode
from wire.messages import Refusal

INSIDE = "inside"
"""The room of a namespace's guests. Socket.IO counts a connection to the namespace before it is
known who it is: what goes to the whole namespace goes to strangers too."""

Guest = TypeVar("Guest")
Answer = Callable[[Guest, str, object], object | None]
"""Gets the guest, the guest's connection and the data; returns the acknowledgement's message."""


class Register(Protocol):
    """Where it stands who may be here. Everything here raises `StoreError`."""

    def find(self, token: str) -> object | None:
        """Return whose token this is; nothing when it lets nobody in, or not any more."""

    def standing(self, tokens: Collection[str]) -> Collection[str]:
        """Return those of the tokens that still let somebody in."""


@dataclass(frozen=True, slots=True)
class Admission:
    """By which register somebody comes in, and the refusal of whoever does not stand there."""

    register: Register
    refusal: str
    """The code that they are refused with."""

    is_looked_up_at_each_event: bool
    """Whether the register is asked before each answer, beside the rounds that are made."""


class Door(Namespace, Generic[Guest]):
    """One namespace. Sub-classes say who is let in and what is sent to them at first."""

    def __init__(self, namespace: str, admission: Admission) -> None:
        super().__init__(namespace)
        self._admission = admission
        self._tokens: dict[str, str] = {}
        self.guests: dict[str, Guest] = {}
        """Who is connected, by connection."""

    # -- For sub-classes --

    def identify(self, environ: dict[str, Any], auth: object) -> tuple[Guest, str]:
        """Return who this is, and the token that says so; or raise `Unwelcome` with a code."""
        raise NotImplementedError

    def answers(self) -> dict[str, Answer[Guest]]:
        """Return what answers each event."""
        raise NotImplementedError

    def welcome(self, sid: str, guest: Guest) -> None:
        """Send the whole state to somebody who has just come in."""
        raise NotImplementedError

    def leave(self, sid: str, guest: Guest) -> None:
        """Note that a guest has gone."""

    # -- For whoever makes the rounds --

    def see_out(self) -> None:
        """End the connections of those who may not be here any more; raises `StoreError`."""
        tokens = dict(self._tokens)
        if not tokens:
            return
        standing = self._admission.register.standing(tokens.values())
        for sid, token in tokens.items():
            if token not in standing:
                self._end(sid)

    # -- The machinery --

    def trigger_event(self, event: str, sid: str, *data: Any) -> Any:  # noqa: ANN401 - theirs
        """Let in, let out, or answer."""
        match event:
            case "connect" if sid not in self.guests and data and isinstance(data[0], dict):
                return self._connect(sid, *data)
            case "disconnect" if not self._is_connected(sid):
                return self._disconnect(sid)
        return self._answer(event, sid, data)

    def _is_connected(self, sid: str) -> bool:
        """Whether Socket.IO still holds the connection: a client may emit these names too."""
        manager = self.socketio.server.manager
        is_connected: bool = manager.is_connected(sid, self.namespace)
        return is_connected

    def _connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        try:
            guest, token = self.identify(environ, auth)
        except StoreError as error:
            structlog.get_logger().error("connection_refused", why=str(error))
            raise Unwelcome("try_again") from error
        self.guests[sid], self._tokens[sid] = guest, token
        # The first state must follow the acceptance, which is sent when this returns.
        self.socketio.start_background_task(self._greet, sid)

    def _greet(self, sid: str) -> None:
        guest = self.guests.get(sid)
        if guest is None:
            return
        self.socketio.server.enter_room(sid, INSIDE, namespace=self.namespace)
        try:
            self.welcome(sid, guest)
        except JournalError as error:
            structlog.get_logger().error("not_welcomed", why=str(error))
            self._end(sid)  # who comes again is welcomed again

    def _end(self, sid: str) -> None:
        self.socketio.server.disconnect(sid, namespace=self.namespace)

    def _disconnect(self, sid: str) -> None:
        guest = self.guests.pop(sid, None)
        self._tokens.pop(sid, None)
        if guest is not None:
            self.leave(sid, guest)

    def _answer(self, event: str, sid: str, data: tuple[object, ...]) -> object:
        answer = self.answers().get(event)
        guest = self.guests.get(sid)
        if answer is None or guest is None:
            return encode(Refusal("bad_request", f"unknown event: {event!s:.40}"))
        if len(data) != 1:
            return encode(Refusal("bad_request", "exactly one argument is expected"))
        try:
            if not self._may_ask(sid):
                # The answer is sent when this returns, and then the connection ends.
                self.socketio.start_background_task(self._end, sid)
                return encode(Refusal(self._admission.refusal))
            message = answer(guest, sid, data[0])
        except BadMessage as problem:
            return encode(Refusal("bad_request", str(problem)[:500]))
        except (JournalError, StoreError) as error:
            structlog.get_logger().error("not_carried_out", event_name=event, why=str(error))
            return encode(Refusal("try_again"))
        return None if message is None else encode(message)

    def _may_ask(self, sid: str) -> bool:
        if not self._admission.is_looked_up_at_each_event:
            return True
        return self._admission.register.find(self._tokens[sid]) is not None


class StrangeDoor(Namespace):
    """Every namespace that there is not: nobody comes in, and all learn which ones there are."""

    def __init__(self, namespaces: Collection[str]) -> None:
        super().__init__("*")
        self._namespaces = list(namespaces)

    def trigger_event(self, event: str, *data: Any) -> None:
        """Refuse."""
        del data
        if event == "connect":
            raise Unwelcome("unknown_namespace", {"namespaces": self._namespaces})


def token_of(auth: object) -> str:
    """Return the token in an auth payload, or an empty text."""
    token = auth.get("token") if isinstance(auth, dict) else None
    return token if isinstance(token, str) else ""


__all__ = [
    "INSIDE",
    "Admission",
    "Answer",
    "Door",
    "Register",
    "StrangeDoor",
    "Unwelcome",
    "token_of",
]
