"""Which texts the programs ask for, found in their code, templates and scripts.

Python is read by its syntax, templates and scripts by Babel as `babel.cfg` says. In a
call of one of the functions below, whatever begins like a sentence, with a capital
letter or a `{place}`, is an English text of the catalogues.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TypeGuard

from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

from media.texts.catalogue import LOCALE, read_catalogue
from wire.messages import LANGUAGES, Language

_ASKING = frozenset(
    {"_", "msgid", "text", "parts", "plural", "plural_parts", "say", "told", "words", "counted"}
)
"""The functions and methods that take an English text."""

_KEYWORDS = MappingProxyType({"_": None, "words": None, "line": None, "counted": (1, 2)})
"""The same in templates and scripts, with the places of the text among the arguments."""

PROGRAMS = ("wire", "hardware", "media", "controller", "kiosk", "display", "nouba")
"""The folders that may ask for texts."""


def missing_texts(root: Path, folder: Path = LOCALE) -> Iterator[str]:
    """Yield a sentence for each text that is used and that a catalogue lacks."""
    known = {language: _known(language, folder) for language in LANGUAGES}
    for place, text in used_texts(root):
        for language in LANGUAGES:
            if text not in known[language]:
                yield f'{place}: "{text}" is not in the {language} catalogue'


def used_texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each place (`file:line`) and the English text that it asks for."""
    for program in PROGRAMS:
        for path in sorted((root / program).rglob("*.py")):
            for line, text in _asked_in(path):
                yield f"{path.relative_to(root)}:{line}", text
        yield from _asked_on_pages(root, program)


def _known(language: Language, folder: Path) -> frozenset[str]:
    """Return the English texts of a catalogue, plurals among them."""
    ids = (message.id for message in read_catalogue(language, folder))
    return frozenset(text for each in ids for text in ((each,) if isinstance(each, str) else each))


def _asked_in(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in _ASKING:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and _is_sentence(argument.value):
                    yield argument.lineno, argument.value


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _is_sentence(value: object) -> TypeGuard[str]:
    """Whether it begins like a sentence: not a language's code, nor the name of anything."""
    return isinstance(value, str) and (value[:1].isupper() or value[:1] == "{")


def _asked_on_pages(root: Path, program: str) -> Iterator[tuple[str, str]]:
    with (root / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel's gap
    found = extract_from_dir(root / program, methods, options, keywords=dict(_KEYWORDS))
    for path, line, message, *_ in found:
        for text in (message,) if isinstance(message, str) else message:
            if _is_sentence(text):
                yield f"{program}/{path}:{line}", text
