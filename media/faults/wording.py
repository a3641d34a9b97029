"""Words by which a sheet would ask for what law 55-19, article 7, forbids."""

import re
from collections.abc import Iterator

from media.faults.numbers import without_marks
from media.pack.procedures import Procedure
from media.pack.walking import words_in
from media.toml import Problem, TomlFile
from media.toml_lines import Path
from media.words import Words

ARABIC = re.compile(
    r"مصادق[اة]? علي\w*|المصادقة على (?:الإمضاء|التوقيع)|مشهود[اة]? (?:بمطابق\w*|بصح\w*|على)"
    r"|مطابق[اة]? (?:للأصل|لأصل\w*|لأصول\w*)|طبق الأصل|مصحح[اة]? (?:الإمضاء|التوقيع)"
)
FRENCH = re.compile(
    r"\bl[ée]galis[ée]e?s?\b|\bl[ée]galisation\b|\bfaire (?:l[ée]galiser|certifier)\b"
    r"|\bcertifi[ée]e?s?\b|\bcopies?\s+conformes?\b|\bconformes?\s+[àa]\s+l.original",
    re.IGNORECASE,
)
ENGLISH = re.compile(r"(?<!to be )\b(?:legali[sz]ed|certified|notari[sz]ed)\b", re.IGNORECASE)
SEVERAL = re.compile(
    r"(?:[2-9]|\d\d+|deux|trois|quatre|two|three|four)\s+(?:photo)?cop(?:ies|y)"
    r"|نسخت(?:ان|ين)|(?:[2-9]|\d\d+|ثلاث|أربع|خمس)\s+نسخ",
    re.IGNORECASE,
)
"""More than one copy, in words."""

DENIALS = re.compile(
    r"(?:^|\s)(?:لا|ليس|ليست|لم|دون|بدون|غير)\s|\b(?:ne|aucune?|sans|pas)\b|\bn.|\b(?:no|not|without)\b",
    re.IGNORECASE,
)
"""By which a note tells that it is not asked for."""

ASKING = frozenset({"documents", "conditions", "steps", "notes"})
"""The fields of a sheet that ask something of the visitor."""


def unlawful_words(name: str, value: object, file: TomlFile) -> Iterator[Problem]:
    """Tell where a sheet, or the catalogue of documents, asks for it in words.

    A note may name it to say that it is not asked for. A procedure by which signatures are
    legalised bears that in its own name, which asks nothing.
    """
    if not (isinstance(value, Procedure) or name == "documents.toml"):
        return
    for field, words in words_in(value):
        if field[0] in ASKING:
            yield from _asked(field, words, file)


def _asked(field: Path, words: Words, file: TomlFile) -> Iterator[Problem]:
    for language, pattern in (("ar", ARABIC), ("fr", FRENCH), ("en", ENGLISH)):
        text: str = without_marks(getattr(words, language))
        if field[0] == "notes" and DENIALS.search(text):
            continue
        if found := pattern.search(text):
            told = (
                f'"{found.group()}" asks for a legalised signature or a certified copy, '
                "which the law forbids (law 55-19, art. 7)"
            )
            yield file.problem(told, *field, language)
        if found := SEVERAL.search(text):
            told = (
                f'no more than one copy may be asked for, not "{found.group()}" (law 55-19, art. 7)'
            )
            yield file.problem(told, *field, language)
