"""Fully vocalised Arabic text to phones, with the names that the Arabic HTS voice knows.

The text is written as it is said before a rest: a final vowel that is not said is not written.
"""

import re
from types import MappingProxyType

FATHA, DAMMA, KASRA, SHADDA, SUKUN = "\u064e", "\u064f", "\u0650", "\u0651", "\u0652"
VOWELS = MappingProxyType({FATHA: "a", DAMMA: "u", KASRA: "i"})
TANWIN = MappingProxyType({"\u064b": "a", "\u064c": "u", "\u064d": "i"})
ALIF = "ا"

CONSONANTS = MappingProxyType(
    {
        "ء": "ah",
        "أ": "ah",
        "إ": "ah",
        "ؤ": "ah",
        "ئ": "ah",
        "ب": "b",
        "ت": "t",
        "ث": "^",
        "ج": "j",
        "ح": "H",
        "خ": "x",
        "د": "d",
        "ذ": "th",
        "ر": "r",
        "ز": "z",
        "س": "s",
        "ش": "ch",
        "ص": "S",
        "ض": "D",
        "ط": "T",
        "ظ": "Z",
        "ع": "E",
        "غ": "g",
        "ف": "f",
        "ق": "q",
        "ك": "k",
        "ل": "l",
        "م": "m",
        "ن": "n",
        "ه": "h",
        "و": "w",
        "ي": "y",
    }
)
DOUBLED = MappingProxyType({"^": "^^", "th": "thh", "ch": "chh", "ah": "ahh"})
LONG = MappingProxyType({"a": "aa", "i": "ii", "u": "uu"})
EMPHATIC = frozenset({"D", "DD", "S", "SS", "T", "TT", "Z", "ZZ", "q", "qq", "g", "gg", "x", "xx"})
SUN_LETTERS = frozenset("تثدذرزسشصضطظلن")

Phones = tuple[str, ...]


class NotVocalisedError(ValueError):
    """The text holds something that is neither a vocalised Arabic word nor a rest."""


def shadda_first(text: str) -> str:
    """Return the text with each shadda before its vowel, as speech engines want it."""
    return re.sub("([\u064b-\u0650])\u0651", "\u0651\\1", text)


def phrases(text: str) -> tuple[tuple[Phones, ...], ...]:
    """Return the text's phrases, each the phones of its words, or raise `NotVocalisedError`."""
    parts = (part.split() for part in re.split("[،.؛:!؟]", text))
    return tuple(tuple(word_phones(word) for word in part) for part in parts if part)


def word_phones(word: str) -> Phones:
    """Return the phones of one vocalised word, or raise `NotVocalisedError`."""
    written = _opened(shadda_first(word))
    said: list[str] = []
    for place, letter in enumerate(written):
        _say(letter, written[place + 1 : place + 3], said)
    return _coloured(said)


def _opened(word: str) -> str:
    """Write out the beginning that is said differently from how it is written."""
    if word.startswith("ال") and word[2:3] in SUN_LETTERS and word[3:4] == SHADDA:
        return f"أ{FATHA}{word[2:]}"
    if word.startswith("ال"):
        return f"أ{FATHA}{word[1:]}"
    if word.startswith(ALIF) and word[1:2] in VOWELS:
        return f"أ{word[1:]}"
    return word


def _say(letter: str, following: str, said: list[str]) -> None:
    after = following[:1]
    if letter in CONSONANTS:
        _say_consonant(letter, after, said)
    elif letter == SHADDA and said:
        said[-1] = DOUBLED.get(said[-1], said[-1] * 2)
    elif letter in VOWELS:
        said.append(VOWELS[letter])
    elif letter in TANWIN:
        said.extend((TANWIN[letter], "n"))
    elif letter in {ALIF, "ى"}:
        _lengthen(following, said)
    elif letter == "آ":
        said.extend(("ah", "aa"))
    elif letter == "ة":
        said.extend("t" if after in VOWELS or after in TANWIN else "")
    elif letter != SUKUN:
        raise NotVocalisedError(f"U+{ord(letter):04X} is not said in Arabic")


def _say_consonant(letter: str, after: str, said: list[str]) -> None:
    has_mark = after in VOWELS or after in {SHADDA, SUKUN}
    glides = {"و": "u", "ي": "i"}
    if said and said[-1] == glides.get(letter) and not has_mark:
        said[-1] = LONG[said[-1]]
        return
    said.append(CONSONANTS[letter])


def _lengthen(following: str, said: list[str]) -> None:
    # An alif before a bare consonant is the silent one of «وَاثْنَان».
    if said and said[-1] == "a" and following[1:2] != SUKUN:
        said[-1] = "aa"


def _coloured(said: list[str]) -> Phones:
    """Darken each vowel that an emphatic consonant precedes."""
    plain = frozenset({"a", "aa", "i", "ii", "u", "uu"})
    return tuple(
        phone.upper() if phone in plain and place and said[place - 1] in EMPHATIC else phone
        for place, phone in enumerate(said)
    )
