"""Addresses of our own files that change with their content: a telephone asks for each once."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, request, url_for

FOR_EVER = 31_536_000
"""Seconds: a year."""

STAMP = "v"
"""The name that a stamp has in an address."""


def register(app: Flask) -> None:
    """Let templates ask for `stamped(filename)`, and browsers keep what they got there."""
    folder = Path(app.static_folder or "")

    @cache
    def stamp(filename: str) -> str:
        return sha256((folder / filename).read_bytes()).hexdigest()[:8]

    @app.template_global()
    def stamped(filename: str) -> str:
        return url_for("static", filename=filename, v=stamp(filename))

    @app.after_request
    def keep(answer: Response) -> Response:
        if request.endpoint == "static" and STAMP in request.args and answer.status_code == 200:
            answer.cache_control.no_cache = None
            answer.cache_control.max_age = FOR_EVER
            answer.cache_control.immutable = True
        return answer
