"""The numbers that a text tells, in digits or in words."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

_AMOUNT = re.compile(r"\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile("[\u064b-\u0652\u0640]")

WORDS: Mapping[str, int] = MappingProxyType(
    {
        "درهم": 1,
        "واحد": 1,
        "واحدة": 1,
        "الواحد": 1,
        "الواحدة": 1,
        "سنة": 1,
        "شهر": 1,
        "يوم": 1,
        "فاتح": 1,
        "الأول": 1,
        "درهمان": 2,
        "درهمين": 2,
        "اثنان": 2,
        "اثنين": 2,
        "نسختان": 2,
        "نسختين": 2,
        "يومان": 2,
        "يومين": 2,
        "شهران": 2,
        "شهرين": 2,
        "سنتان": 2,
        "سنتين": 2,
        "شاهدان": 2,
        "شاهدين": 2,
        "ثلاثة": 3,
        "ثلاث": 3,
        "أربعة": 4,
        "خمسة": 5,
        "عشرة": 10,
        "un": 1,
        "une": 1,
        "premier": 1,
        "première": 1,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "dix": 10,
        "one": 1,
        "first": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "ten": 10,
    }
)
"""Numbers that are often written in words: the Arabic dual says two by its ending."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a text tells: digits must be told by its translation too, words only may be."""

    digits: Counter[str]
    """Of `3,5` the 3 and the 5, of `55-19` the 55 and the 19: languages write them differently."""

    words: Counter[str]
    amounts: frozenset[Decimal]

    def lacking(self, other: "Numbers") -> tuple[str, ...]:
        """Return the digits here that the other text tells neither in digits nor in words."""
        return tuple((self.digits - (other.digits + other.words)).elements())

    def may_tell(self, amount: Decimal) -> bool:
        """Whether the amount is among them, in digits or in a word."""
        return amount in self.amounts or str(amount) in self.words


def numbers_in(text: str) -> Numbers:
    """Return the numbers of a text."""
    whole = _THOUSANDS.sub("", text)
    words = (WORDS.get(each) for each in _WORD.findall(without_marks(whole).lower()))
    return Numbers(
        Counter(str(int(each)) for each in re.findall(r"\d+", whole)),
        Counter(str(each) for each in words if each is not None),
        frozenset(Decimal(each.replace(",", ".")) for each in _AMOUNT.findall(whole)),
    )


def without_marks(text: str) -> str:
    """Return an Arabic text without vowel signs and without the line that stretches words."""
    return _MARKS.sub("", text)
