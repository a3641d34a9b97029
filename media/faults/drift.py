"""Where the Arabic and the French of a text tell different things."""

import re
from collections.abc import Iterator

from media.faults.numbers import numbers_in
from media.nearest import listed
from media.pack.procedures import Procedure
from media.pack.walking import words_in
from media.toml import Problem, TomlFile
from media.toml_lines import Path
from media.words import Words

ARABIC_LETTER = re.compile("[\u0621-\u064a]")
LATIN_LETTER = re.compile(r"[A-Za-zÀ-ÿ]")
_SEPARATOR = re.compile(r"\s*[;؛\n•]\s*")


def drift_of(value: object, file: TomlFile) -> Iterator[Problem]:
    """Tell each text of a file whose languages tell different numbers or numbers of things."""
    for field, words in words_in(value):
        told = (*_scripts(words), *_lengths(words), *_numbers(words))
        yield from (file.problem(text, *field) for text in told)
    if isinstance(value, Procedure):
        yield from _keywords(value, file)


def _scripts(words: Words) -> Iterator[str]:
    if not ARABIC_LETTER.search(words.ar) and LATIN_LETTER.search(words.ar):
        yield "its Arabic is not written in Arabic"
    if ARABIC_LETTER.search(words.fr):
        yield "its French has Arabic letters"


def _lengths(words: Words) -> Iterator[str]:
    arabic, french = _things(words.ar), _things(words.fr)
    if arabic != french:
        yield f"the Arabic tells {_counted(arabic)}, the French {french}"


def _things(text: str) -> int:
    return len([each for each in _SEPARATOR.split(text) if each])


def _counted(number: int) -> str:
    return f"{number} thing" if number == 1 else f"{number} things"


def _numbers(words: Words) -> Iterator[str]:
    arabic, french = numbers_in(words.ar), numbers_in(words.fr)
    only = (("Arabic", arabic.lacking(french)), ("French", french.lacking(arabic)))
    told = [f"{listed(numbers)} only in {language}" for language, numbers in only if numbers]
    if told:
        yield f"the Arabic and the French tell different numbers: {', '.join(told)}"


def _keywords(sheet: Procedure, file: TomlFile) -> Iterator[Problem]:
    """Tell when the search knows a word of the procedure in one of the two languages only."""
    arabic, french = sheet.keywords.ar, sheet.keywords.fr
    if bool(arabic) != bool(french):
        lacking = "French" if arabic else "Arabic"
        path: Path = ("keywords",)
        yield file.problem(f"there is no {lacking} word", *path)
