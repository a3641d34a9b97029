"""How people sign in and out: on the page with a cookie, from a program with a token."""

import json
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from flask import (
    Blueprint,
    Flask,
    abort,
    g,
    jsonify,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user, login_user
from flask_wtf import CSRFProtect, FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, Length

from controller.identity import LONGEST_PASSWORD, People, Person, Sessions, StoreError
from controller.web.attempts import Attempts, TooManyAttempts
from controller.web.language import forget_language
from controller.web.problems import refusal, store_away
from media.texts import msgid
from wire.codec import BadMessage, decode

Shape = TypeVar("Shape")

LONGEST = LONGEST_PASSWORD
"""Characters of a name or a password; more is not looked at."""

COOKIE_LIFE = 12 * 3600
"""Seconds. The session that the cookie names may end earlier, and decides."""


class NoJson(ValueError):  # noqa: N818 - it is an answer to a sender, not a fault of ours
    """The body is not JSON; the text says why it is not."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a program signs in with."""

    name: str
    password: str


@dataclass(frozen=True, slots=True)
class Farewell:
    """What a program signs out with."""

    token: str


class SignInForm(FlaskForm):
    """What the page asks for."""

    name = StringField(validators=[DataRequired(), Length(max=LONGEST)])
    password = PasswordField(validators=[DataRequired(), Length(max=LONGEST)])


class SignedIn(UserMixin):
    """The person of a browser's session, as Flask-Login wants it."""

    def __init__(self, person: Person, token: str) -> None:
        self.id = token
        self.name, self.display_name = person.name, person.display_name
        self.role, self.language = person.role, person.language


def register(app: Flask, people: People, sessions: Sessions, attempts: str) -> None:
    """Add the ways to sign in and out; `attempts` limits the wrong ones of an address."""
    app.config.update(
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_NAME="nouba",
        PERMANENT_SESSION_LIFETIME=COOKIE_LIFE,
        WTF_CSRF_TIME_LIMIT=COOKIE_LIFE,
    )
    _know_people(LoginManager(app), sessions)
    csrf = CSRFProtect(app)
    entry = Entry(people, sessions, Attempts(attempts))
    app.register_blueprint(_pages(entry))
    app.register_blueprint(csrf.exempt(_api(entry)))


def _know_people(login: LoginManager, sessions: Sessions) -> None:
    @login.user_loader
    def load(token: str) -> SignedIn | None:
        try:
            person = sessions.find(token)
        except StoreError as error:
            g.store_error = error  # the page of this problem asks who reads it: once is enough
            return None
        return None if person is None else SignedIn(person, token)

    @login.unauthorized_handler
    def turn_away() -> ResponseReturnValue:
        error = g.get("store_error")
        return redirect(url_for("sign_in.page")) if error is None else store_away(error)


class Entry:
    """Tells who somebody is by name and password, to those who have not tried too often."""

    def __init__(self, people: People, sessions: Sessions, attempts: Attempts) -> None:
        self._people, self._attempts, self.sessions = people, attempts, sessions

    def person(self, name: str, password: str) -> Person | None:
        """Return whose these are, or nothing; too many wrong attempts end the request."""
        try:
            return self._attempts.make(
                request.remote_addr or "", partial(self._whose, name, password)
            )
        except TooManyAttempts:
            abort(429)

    def _whose(self, name: str, password: str) -> Person | None:
        if max(len(name), len(password)) > LONGEST:
            return None
        return self._people.verify(name, password)


def _pages(entry: Entry) -> Blueprint:
    blueprint = Blueprint("sign_in", __name__)

    @blueprint.get("/sign-in")
    def page() -> ResponseReturnValue:
        return render_template("sign_in.html", form=SignInForm(), problem=None)

    @blueprint.post("/sign-in", endpoint="enter")
    def enter() -> ResponseReturnValue:
        return _enter(entry)

    @blueprint.post("/sign-out")
    def leave() -> ResponseReturnValue:
        _end_session(entry.sessions)
        return forget_language(redirect(url_for("sign_in.page"), 303))

    return blueprint


def _api(entry: Entry) -> Blueprint:
    # A browser's cookie counts for nothing here: there is nothing that another site could use.
    blueprint = Blueprint("sign_in_api", __name__, url_prefix="/api")

    @blueprint.post("/sign-in")
    def enter() -> ResponseReturnValue:
        given = _given(Credentials)
        person = entry.person(given.name, given.password)
        if person is None:
            return refusal(401, "wrong_name_or_password")
        token = entry.sessions.begin(person.name)
        return jsonify(token=token, name=person.name, role=person.role)

    @blueprint.post("/sign-out")
    def leave() -> ResponseReturnValue:
        entry.sessions.end(_given(Farewell).token)
        return jsonify({})

    @blueprint.errorhandler(BadMessage)
    def misunderstood(problem: BadMessage) -> ResponseReturnValue:
        return refusal(400, "bad_request", str(problem))

    @blueprint.errorhandler(NoJson)
    def unreadable(problem: NoJson) -> ResponseReturnValue:
        return refusal(400, "malformed", str(problem))

    return blueprint


def _enter(entry: Entry) -> ResponseReturnValue:
    form = SignInForm()
    is_filled = form.validate_on_submit()
    person = entry.person(form.name.data, form.password.data) if is_filled else None
    if person is None:
        problem = msgid("The name or the password is wrong.")
        return render_template("sign_in.html", form=form, problem=problem), 401
    _end_session(entry.sessions)
    session.permanent = True
    login_user(SignedIn(person, entry.sessions.begin(person.name)))
    return redirect(url_for("pages.home"), 303)


def _end_session(sessions: Sessions) -> None:
    """End this browser's session, and forget all that its cookie holds."""
    token = current_user.get_id()
    if token is not None:
        sessions.end(token)
    session.clear()


def _given(shape: type[Shape]) -> Shape:
    if not request.is_json:
        raise NoJson("the Content-Type is not application/json")
    try:
        data = json.loads(request.get_data())
    except RecursionError:
        raise BadMessage("the data is nested too deeply") from None
    except ValueError:
        raise NoJson("the body is not JSON") from None
    if not isinstance(data, dict):
        raise BadMessage("an object is expected")
    return decode(shape, data)
