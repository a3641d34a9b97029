"""Letters that are one letter to whoever types: a search must not fail on a hamza or an accent."""

import re
import unicodedata

_SAME = str.maketrans(
    {
        "ى": "ي",
        "ة": "ه",
        "ء": "",
        "ٱ": "ا",
        "ـ": "",
        "œ": "oe",
        "æ": "ae",
        "ⵕ": "ⵔ",
        "ⵚ": "ⵙ",
        "ⵟ": "ⵜ",
        "ⴹ": "ⴷ",
        "ⵥ": "ⵣ",
        "ⴻ": "",
        "ⵯ": "",
    }
)
"""In Tifinagh emphatic letters, the neutral vowel and the sign of rounding are often left out."""

_WORD = re.compile(r"\w+")

_ARTICLES = ("وال", "بال", "لل", "ال")
"""Arabic articles, alone and after the prepositions that are written onto them."""

SHORTEST = 3
"""Letters that a word keeps at least when its article is taken away."""

_FRENCH = "de du des la le les un une et ou d l a au aux en pour par sur"
_ENGLISH = "of the an and or to"
_ARABIC = "من او في علي عن و"
_FILLERS = frozenset(f"{_FRENCH} {_ENGLISH} {_ARABIC}".split())
"""Words that say nothing, folded."""


def folded(text: str) -> str:
    """Return the text in small letters, without accents, vowel signs and hamzas; figures Latin."""
    parts = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(_figure(each) for each in parts if not unicodedata.combining(each))
    return plain.translate(_SAME)


def _figure(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text that say what it is about; without them, all of them."""
    every = tuple(map(_without_article, _WORD.findall(folded(text))))
    telling = tuple(each for each in every if each and each not in _FILLERS)
    return telling or tuple(filter(None, every))


def _without_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= SHORTEST:
            return word.removeprefix(article)
    return word
