"""How people come in through Socket.IO: with a token, or with the cookie of the page."""

from typing import Any

from flask import Flask
from flask_login import current_user

from controller.web.door import Door, Unwelcome, token_of
from controller.web.identity import People, Person
from controller.web.tokens import Tokens


class Entrance:
    """Finds out which person is connecting."""

    def __init__(self, app: Flask, people: People, tokens: Tokens) -> None:
        self._app, self._people, self._tokens = app, people, tokens

    def person(self, environ: dict[str, Any], auth: object, role: str) -> Person:
        """Return the person, or raise `Unwelcome` when unknown or of another role."""
        name = self._tokens.name(token_of(auth)) if token_of(auth) else self._in_cookie(environ)
        person = self._people.find(name) if name else None
        if person is None:
            raise Unwelcome("sign_in_first")
        if person.role != role:
            raise Unwelcome("not_allowed")
        return person

    def _in_cookie(self, environ: dict[str, Any]) -> str | None:
        with self._app.request_context(environ):
            return current_user.name if current_user.is_authenticated else None


class StaffDoor(Door[Person]):
    """A namespace for one role of the staff."""

    def __init__(self, namespace: str, role: str, entrance: Entrance) -> None:
        super().__init__(namespace)
        self._role, self._entrance = role, entrance

    def identify(self, environ: dict[str, Any], auth: object) -> Person:
        """Let in who has signed in and has this role."""
        return self._entrance.person(environ, auth, self._role)
