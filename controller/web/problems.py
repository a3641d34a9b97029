"""Answers to requests that cannot be served: JSON for programs, a page for people."""

import structlog
from flask import Flask, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import BadRequest, HTTPException

from controller.identity import StoreError
from controller.reception import JournalError
from media.texts import msgid
from wire.codec import NUL

FOR_PROGRAMS = ("/api/", "/signage/")
"""Addresses that no person ever opens."""

LARGEST_BODY = 100_000
"""Bytes. No honest request comes near."""


def register(app: Flask) -> None:
    """Answer every HTTP error clearly."""
    app.before_request(_refuse_nul)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(HTTPException, _problem)
    app.register_error_handler(StoreError, store_away)
    app.register_error_handler(JournalError, store_away)


def _refuse_nul() -> None:
    """Refuse addresses and forms with a NUL character, which not every database can look up."""
    if any(NUL in text for text in (request.path, *request.values.values())):
        raise BadRequest("a text has a NUL character (U+0000)")


def refusal(status: int, code: str, why: str = "") -> ResponseReturnValue:
    """Return a refusal as JSON."""
    told = {"refused": code, "why": why} if why else {"refused": code}
    return jsonify(told), status


def store_away(error: Exception) -> ResponseReturnValue:
    """Answer that the database is away: nothing has changed, and it is worth trying again."""
    structlog.get_logger().error("not_served", path=request.path, why=str(error))
    return _told(503, "try_again")


def _code(status: int) -> str:
    match status:
        case 404:
            return "not_found"
        case 429:
            return "too_many_attempts"
        case _:
            return "bad_request"


def _problem(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    return _told(status, _code(status), error.description or "")


def _told(status: int, code: str, why: str = "") -> ResponseReturnValue:
    is_program = request.path.startswith(FOR_PROGRAMS) or request.is_json
    if is_program:
        return refusal(status, code, why)
    return render_template("problem.html", problem=_sentence(status)), status


def _sentence(status: int) -> str:
    match status:
        case 403:
            return msgid("You are not allowed to do this.")
        case 404:
            return msgid("There is no such page")
        case 429:
            return msgid("Too many attempts. Please wait a few minutes.")
        case 500 | 503:
            return msgid("Something went wrong. Please try again.")
        case _:
            return msgid("The request could not be understood.")


def _stale_form(_: CSRFError) -> ResponseReturnValue:
    return render_template(
        "problem.html", problem=msgid("Something went wrong. Please try again.")
    ), 400
