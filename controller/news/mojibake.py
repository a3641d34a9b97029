"""Letters that were read in the wrong encoding: seen, and set right only where that is certain.

Of UTF-8 each letter that is not English has two bytes or more, the first of which always comes
from a few. Who reads Arabic so written as Windows-1256 sees every letter as `ط` or `ظ` (U+0637,
U+0638) with a sign behind it; as Windows-1252, `Ø` or `Ù`; French gets `Ã©`. Bytes that were
put together at random are hardly ever good UTF-8, so a word that becomes good UTF-8 when its
reading is undone was damaged, and is whole again.
"""

import re
from enum import StrEnum
from typing import NamedTuple


class Letters(StrEnum):
    """How the letters of a text are."""

    SOUND = "sound"
    REPAIRED = "repaired"
    DAMAGED = "damaged"


class Mended(NamedTuple):
    """A text as well as it could be set right."""

    text: str
    letters: Letters


TIMES = 3
"""How often a text may have been misread, one time on top of the other."""

_BLANKS = re.compile(r"([ \t\r\n]+)")
_TAG = re.compile(r"<[^>]*>")

_BEHIND_1256 = "".join(bytes([each]).decode("cp1256") for each in range(0x80, 0xC0))
_BEHIND_1252 = "".join(
    bytes([each]).decode("cp1252", "ignore") or chr(each) for each in range(0x80, 0xC0)
)
"""What the later bytes of a letter look like in each of the two encodings."""

_PAIR_1256 = re.compile(f"[طظ][{re.escape(_BEHIND_1256)}]")
_ANY_PAIR_1256 = re.compile(f"[\u00a0-\u06ff][{re.escape(_BEHIND_1256)}]")
_PAIR_1252 = re.compile(f"[\u00c2-\u00f4][{re.escape(_BEHIND_1252)}]")

_PLAUSIBLE = re.compile(
    "[\u0000-\u007f\u00a0-\u017f\u0192\u02c6\u02dc\u0600-\u06ff\u0750-\u077f\u1e00-\u1eff\u200b-\u206f\u20ac"
    "\u2122\u2190-\u21ff\u2200-\u22ff\u25a0-\u27bf\u2d30-\u2d7f\ufb50-\ufdff\ufe70-\ufeff"
    "\U0001f300-\U0001faff]*"
)
"""What somebody writes in Arabic, Tamazight, French or English."""

_MIXED = re.compile(
    "[A-Za-z\u00c0-\u017f][\u0621-\u063a\u0641-\u064a]"
    "|[\u0621-\u063a\u0641-\u064a][A-Za-z\u00c0-\u017f]"
)
"""No word has letters of both: French `OÙ…` is no Arabic."""

_LATIN_HIGH = re.compile("[\u00c0-\u00ff]")
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile("[\u0621-\u064a]")
_SURE_DAMAGE = re.compile(
    f"\ufffd|[\u00c2\u00c3](?:[{re.escape(_BEHIND_1252)}]|(?=\\s|$))|\u00e2\u20ac|"
    r"\?{2,}\s+\?{2,}"
)
"""Lost letters, French signs that no word has, and question marks in the place of words."""


def mended(text: str) -> Mended:
    """Return the text set right where that is certain, and how its letters are then."""
    mending = text
    for _ in range(TIMES):
        before = mending
        mending = _undone_arabic(_undone_words(before))
        if mending == before:
            break
    if _is_damaged(mending):
        return Mended(text, Letters.DAMAGED)
    return Mended(mending, Letters.SOUND if mending == text else Letters.REPAIRED)


def _undone_words(text: str) -> str:
    """Return the text whose words, one by one, are UTF-8 again where they can be."""
    if len(_ANY_PAIR_1256.findall(text)) > 1:
        text = _undone_1256(_BLANKS.split(text))
    if _PAIR_1252.search(text):
        text = "".join(_undone(word, "cp1252") for word in _BLANKS.split(text))
    return text


def _undone_1256(words: list[str]) -> str:
    """Undo all of it, or only what becomes Arabic: `أ،` by itself is no French `á`."""
    undone = [_undone(word, "cp1256") for word in words]
    foreign = [pair for pair in zip(words, undone, strict=True) if not pair[0].isascii()]
    if len(foreign) > 1 and all(word != right for word, right in foreign):
        return "".join(undone)
    return "".join(
        right if _PAIR_1256.search(word) and _ARABIC.search(right) else word
        for word, right in zip(words, undone, strict=True)
    )


def _undone(word: str, encoding: str) -> str:
    if word.isascii():
        return word
    try:
        right = _bytes(word, encoding).decode("utf-8")
    except UnicodeError:
        return word
    is_plausible = _PLAUSIBLE.fullmatch(right) and not _MIXED.search(right)
    return right if is_plausible else word


def _undone_arabic(text: str) -> str:
    """Return Arabic that was written in Windows-1256 and read as Latin: `ÇáÌãÇÚÉ`."""
    if not _is_mostly_accents(text):
        return text
    try:
        right = _bytes(text, "cp1252").decode("cp1256")
    except UnicodeError:
        return text
    # No Arabic text is without alif and lam; French has no `á`, which is that lam.
    is_arabic = {"ا", "ل"} <= set(right) and not _MIXED.search(right)
    return right if is_arabic and _PLAUSIBLE.fullmatch(right) else text


def _bytes(text: str, encoding: str) -> bytes:
    """Return the bytes that were read; those without a sign in Windows-1252 stay as they are."""
    return b"".join(
        each.encode("latin-1") if "\x80" <= each <= "\x9f" else each.encode(encoding)
        for each in text
    )


def _is_mostly_accents(text: str) -> bool:
    words = _TAG.sub(" ", text)
    accents = len(_LATIN_HIGH.findall(words))
    return accents >= 6 and accents * 10 > len(_LETTER.findall(words)) * 6


def _is_damaged(text: str) -> bool:
    if _SURE_DAMAGE.search(text) or _is_mostly_accents(text):
        return True
    return any(map(_is_misread, _BLANKS.split(text)))


def _is_misread(word: str) -> bool:
    """Return whether all its Arabic letters are `ط` and `ظ` that came of others."""
    pairs = len(_PAIR_1256.findall(word))
    return pairs > 1 and pairs == len(_ARABIC.findall(word))
