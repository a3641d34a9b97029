"""A role's Socket.IO namespace: who may come in, and one answer to each event.

Flask-SocketIO would push a request context around every event; ours need none, and a
call would cost twice as much. So events go straight to `answer`.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import structlog
from flask_socketio import ConnectionRefusedError as Unwelcome
from flask_socketio import Namespace

from controller.reception import JournalError
from wire.codec import BadMessage, encode
from wire.messages import Refusal

Guest = TypeVar("Guest")
Answer = Callable[[Guest, str, object], object | None]
"""Gets the guest, the guest's connection and the data; returns the acknowledgement's message."""


class Door(Namespace, Generic[Guest]):
    """One namespace. Sub-classes say who is let in and what is sent to them at first."""

    def __init__(self, namespace: str) -> None:
        super().__init__(namespace)
        self.guests: dict[str, Guest] = {}
        """Who is connected, by connection."""

    # -- For sub-classes --

    def identify(self, environ: dict[str, Any], auth: object) -> Guest:
        """Return who this is, or raise `Unwelcome` with a code."""
        raise NotImplementedError

    def answers(self) -> dict[str, Answer[Guest]]:
        """Return what answers each event."""
        raise NotImplementedError

    def welcome(self, sid: str, guest: Guest) -> None:
        """Send the whole state to somebody who has just come in."""
        raise NotImplementedError

    def leave(self, sid: str, guest: Guest) -> None:
        """Note that a guest has gone."""

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
        guest = self.identify(environ, auth)
        self.guests[sid] = guest
        # The first state must follow the acceptance, which is sent when this returns.
        self.socketio.start_background_task(self._greet, sid)

    def _greet(self, sid: str) -> None:
        guest = self.guests.get(sid)
        if guest is not None:
            self.welcome(sid, guest)

    def _disconnect(self, sid: str) -> None:
        guest = self.guests.pop(sid, None)
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
            message = answer(guest, sid, data[0])
        except BadMessage as problem:
            return encode(Refusal("bad_request", str(problem)[:500]))
        except JournalError as error:
            structlog.get_logger().error("journal_failed", why=str(error))
            return encode(Refusal("try_again"))
        return None if message is None else encode(message)


def token_of(auth: object) -> str:
    """Return the token in an auth payload, or an empty text."""
    token = auth.get("token") if isinstance(auth, dict) else None
    return token if isinstance(token, str) else ""


__all__ = ["Answer", "Door", "Unwelcome", "token_of"]
