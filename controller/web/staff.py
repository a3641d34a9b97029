"""How people come in through Socket.IO: with a token, or with the cookie of the page."""

from typing import Any

from flask import Flask
from flask_login import current_user

from controller.identity import Person, Role, Sessions
from controller.web.door import Admission, Door, Unwelcome, token_of


class Entrance:
    """Finds out which person is connecting."""

    def __init__(self, app: Flask, sessions: Sessions) -> None:
        self._app, self.sessions = app, sessions

    def person(self, environ: dict[str, Any], auth: object, role: Role) -> tuple[Person, str]:
        """Return the person and the session's token.

        Raises `Unwelcome` when the session has ended or the person has another role, and
        `StoreError`.
        """
        token = token_of(auth) or self._in_cookie(environ)
        person = self.sessions.find(token)
        if person is None:
            raise Unwelcome("sign_in_first")
        if person.role != role:
            raise Unwelcome("not_allowed")
        return person, token

    def _in_cookie(self, environ: dict[str, Any]) -> str:
        with self._app.request_context(environ):
            return current_user.get_id() or ""


class StaffDoor(Door[Person]):
    """A namespace for one role of the staff."""

    def __init__(self, role: Role, entrance: Entrance) -> None:
        register = entrance.sessions
        admission = Admission(register, "sign_in_first", is_looked_up_at_each_event=True)
        super().__init__(f"/{role}s", admission)
        self._role, self._entrance = role, entrance

    def identify(self, environ: dict[str, Any], auth: object) -> tuple[Person, str]:
        """Let in who has signed in and has this role."""
        return self._entrance.person(environ, auth, self._role)
