"""The names of the letters that begin a ticket number.

In Arabic a hall calls A, B, C, D as Arabic lists count: «أَلِف، بَاء، جِيم، دَال».
The other letters have the name of the Arabic letter of the same sound, and where there
is none the Latin letter's own name as it is said in Morocco. No two share a
name. A hall that says it otherwise changes this table, and makes its clips anew.
"""

from types import MappingProxyType
from typing import assert_never

from wire.messages import Language

ARABIC = MappingProxyType(
    {
        "A": "أَلِف",
        "B": "بَاء",
        "C": "جِيم",
        "D": "دَال",
        "E": "هَاء",
        "F": "فَاء",
        "G": "غَيْن",
        "H": "حَاء",
        "I": "يَاء",
        "J": "جِي",
        "K": "كَاف",
        "L": "لَام",
        "M": "مِيم",
        "N": "نُون",
        "O": "أُو",
        "P": "بِي",
        "Q": "قَاف",
        "R": "رَاء",
        "S": "سِين",
        "T": "تَاء",
        "U": "وَاو",
        "V": "فِي",
        "W": "دُوبْل فِي",
        "X": "إِكْس",
        "Y": "إِغْرِيك",
        "Z": "زَاي",
    }
)


def letter_name(letter: str, language: Language) -> str:
    """Return how the letter, A to Z, is said."""
    match language:
        case "ar":
            return ARABIC[letter]
        case "fr" | "en" | "zgh":
            return letter
        case _:
            assert_never(language)
