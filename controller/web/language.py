"""The language of a page, and its texts."""

import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import cast, get_args

from flask import Blueprint, Flask, redirect, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from markupsafe import Markup, escape
from werkzeug import Response

from controller.web.content import Content
from media.words import Parts
from wire.messages import LANGUAGES, Language

COOKIE = "language"
OUR_PAGE = re.compile(r"/(?:[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*)?")
OWN_NAMES: Mapping[Language, str] = MappingProxyType(
    {
        "ar": "العربية",
        "zgh": "ⵜⴰⵎⴰⵣⵉⵖⵜ",
        "fr": "Français",
        "en": "English",
    }
)


def register(app: Flask, content: Content) -> None:
    """Let people choose a language, and give the templates their texts."""
    app.register_blueprint(_blueprint())

    texts = content.texts

    @app.context_processor
    def for_templates() -> dict[str, object]:
        language = language_now()
        return {
            "language": language,
            "direction": direction(language),
            "languages": OWN_NAMES,
            "spans": spans,
            "words": lambda text, **values: spans(texts.parts(language, text, **values)),
            "counted": lambda one, many, n: spans(texts.plural_parts(language, one, many, n)),
            "line": partial(texts.text, language),
            "commune": spans(content.commune(language)),
            "is_demonstration": content.is_demonstration,
        }


def _blueprint() -> Blueprint:
    blueprint = Blueprint("language", __name__)

    @blueprint.get("/language/<language>")
    def choose(language: str) -> ResponseReturnValue:
        answer = redirect(_local(request.args.get("next", "/")), 303)
        if language in LANGUAGES:
            answer.set_cookie(COOKIE, language, max_age=31_536_000, httponly=True, samesite="Lax")
        return answer

    return blueprint


def _local(address: str) -> str:
    # Browsers drop tabs and turn backslashes round: only what our own pages are made of passes.
    return address if OUR_PAGE.fullmatch(address) else "/"


def language_now() -> Language:
    """Return the language chosen, else the person's own, else the browser's, else Arabic."""
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    if current_user.is_authenticated:
        return cast(Language, current_user.language)
    return cast(Language, request.accept_languages.best_match(get_args(Language), "ar"))


def forget_language(answer: Response) -> Response:
    """Let the next person at this tablet have their own language."""
    answer.delete_cookie(COOKIE)
    return answer


def direction(language: Language) -> str:
    """Return the direction that a page in this language is read in."""
    return "rtl" if language == "ar" else "ltr"


def spans(parts: Parts) -> Markup:
    """Return a text for a template: plain, or a span for each language that stands in."""
    if len(parts) == 1:
        return escape(parts[0][1])
    inner = (
        Markup('<span lang="{}" dir="{}">{}</span>').format(language, direction(language), text)
        for language, text in parts
    )
    return Markup('<span class="parts">{}</span>').format(Markup("").join(inner))
