"""How people sign in: on the page with a cookie, from a program with a token."""

from dataclasses import dataclass

from flask import (
    Blueprint,
    Flask,
    abort,
    jsonify,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, login_user, logout_user
from flask_wtf import CSRFProtect, FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, Length

from controller.web.attempts import Attempts
from controller.web.identity import People, Person
from controller.web.language import forget_language
from controller.web.problems import refusal
from controller.web.tokens import LIFE, Tokens
from media.texts import msgid
from wire.codec import BadMessage, decode

LONGEST = 200
"""Characters of a name or a password; more is not hashed."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a program signs in with."""

    name: str
    password: str


class SignInForm(FlaskForm):
    """What the page asks for."""

    name = StringField(validators=[DataRequired(), Length(max=LONGEST)])
    password = PasswordField(validators=[DataRequired(), Length(max=LONGEST)])


class SignedIn(UserMixin):
    """The person of a browser's session, as Flask-Login wants it."""

    def __init__(self, person: Person) -> None:
        self.id = self.name = person.name
        self.role, self.language = person.role, person.language
        self.display_name = person.display_name


def register(app: Flask, people: People, tokens: Tokens, attempts: str) -> None:
    """Add the ways to sign in and out; `attempts` limits the wrong ones of an address."""
    app.config.update(
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_NAME="nouba",
        PERMANENT_SESSION_LIFETIME=LIFE,
        WTF_CSRF_TIME_LIMIT=LIFE,
    )
    login = LoginManager(app)
    login.login_view = "sign_in.page"
    login.login_message = None
    login.user_loader(lambda name: _signed_in(people.find(name)))
    csrf = CSRFProtect(app)
    app.register_blueprint(_blueprint(Entry(people, Attempts(attempts)), tokens, csrf))


def _signed_in(person: Person | None) -> SignedIn | None:
    return None if person is None else SignedIn(person)


class Entry:
    """Tells who somebody is by name and password, to those who have not tried too often."""

    def __init__(self, people: People, attempts: Attempts) -> None:
        self._people, self._attempts = people, attempts

    def person(self, name: str, password: str) -> Person | None:
        """Return whose these are, or nothing; too many wrong attempts end the request."""
        address = request.remote_addr or ""
        if not self._attempts.begin(address):
            abort(429)
        if max(len(name), len(password)) > LONGEST:
            return None
        person = self._people.verify(name, password)
        if person is not None:
            self._attempts.was_right(address)
        return person


def _blueprint(entry: Entry, tokens: Tokens, csrf: CSRFProtect) -> Blueprint:
    blueprint = Blueprint("sign_in", __name__)

    @blueprint.get("/sign-in")
    def page() -> ResponseReturnValue:
        return render_template("sign_in.html", form=SignInForm(), problem=None)

    @blueprint.post("/sign-in", endpoint="enter")
    def enter() -> ResponseReturnValue:
        return _enter(entry)

    @blueprint.post("/sign-out")
    def leave() -> ResponseReturnValue:
        logout_user()
        return forget_language(redirect(url_for("sign_in.page"), 303))

    @blueprint.post("/api/sign-in")
    @csrf.exempt  # it gives a token and sets no cookie: nothing that another site could use
    def api() -> ResponseReturnValue:
        return _sign_in_program(entry, tokens)

    return blueprint


def _enter(entry: Entry) -> ResponseReturnValue:
    form = SignInForm()
    is_filled = form.validate_on_submit()
    person = entry.person(form.name.data, form.password.data) if is_filled else None
    if person is None:
        problem = msgid("The name or the password is wrong.")
        return render_template("sign_in.html", form=form, problem=problem), 401
    session.clear()
    session.permanent = True
    login_user(SignedIn(person))
    return redirect(url_for("pages.home"), 303)


def _sign_in_program(entry: Entry, tokens: Tokens) -> ResponseReturnValue:
    try:
        given = decode(Credentials, request.get_json(silent=True))
    except RecursionError:
        return refusal(400, "bad_request", "the data is nested too deeply")
    except BadMessage as problem:
        return refusal(400, "bad_request", str(problem))
    person = entry.person(given.name, given.password)
    if person is None:
        return refusal(401, "wrong_name_or_password")
    return jsonify(token=tokens.issue(person.name), name=person.name, role=person.role)
