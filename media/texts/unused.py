"""Which texts of the catalogues nothing writes any more: they only wait to grow old.

A text counts as used where it stands whole between quotation marks, in Python code, in a
template or in a script: tables hold texts that are asked for elsewhere.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from media.texts.catalogue import LOCALE, read_catalogue
from media.texts.extraction import PROGRAMS
from wire.messages import LANGUAGES, Language

_QUOTED = (re.compile(r'"([^"\n]+)"'), re.compile(r"'([^'\n]+)'"))
"""Each by itself: an attribute may hold a template's call."""

_PAGES = frozenset({".html", ".js"})


def unused_texts(root: Path, folder: Path = LOCALE) -> Iterator[str]:
    """Yield a sentence for each text of a catalogue that no program has."""
    written = frozenset(text for program in PROGRAMS for text in _written_in(root / program))
    for language in LANGUAGES:
        for text in _texts(language, folder):
            if text not in written:
                yield f'"{text}" is in the {language} catalogue, and nothing uses it'


def _texts(language: Language, folder: Path) -> Iterator[str]:
    """Yield each English text; a plural's singular stands for both."""
    for message in read_catalogue(language, folder):
        if message.id:
            yield message.id if isinstance(message.id, str) else message.id[0]


def _written_in(program: Path) -> Iterator[str]:
    for path in program.rglob("*.py"):
        yield from _constants(ast.parse(path.read_text(encoding="utf-8")))
    for path in program.rglob("*"):
        if path.suffix in _PAGES and "vendor" not in path.parts:
            for quoted in _QUOTED:
                yield from quoted.findall(path.read_text(encoding="utf-8"))


def _constants(node: ast.AST) -> Iterator[str]:
    """Yield the texts of the code. The names that a module exports are none."""
    match node:
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return
        case ast.Constant(value=str(text)):
            yield text
    for child in ast.iter_child_nodes(node):
        yield from _constants(child)
