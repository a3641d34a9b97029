"""Any number of a ticket or a counter, in the words of any of the hall's languages."""

from typing import assert_never

from media.voice.number import amazigh, arabic, english, french
from wire.messages import Language

LARGEST = 9999


class NumberTooLargeError(ValueError):
    """The number is negative or has more than four digits: no ticket is called so."""


def number_words(number: int, language: Language) -> str:
    """Return the number in words, or raise `NumberTooLargeError`."""
    if not 0 <= number <= LARGEST:
        raise NumberTooLargeError(f"{number} is not between 0 and {LARGEST}")
    match language:
        case "ar":
            return arabic.words(number)
        case "fr":
            return french.words(number)
        case "en":
            return english.words(number)
        case "zgh":
            return amazigh.digits(number)
        case _:
            assert_never(language)


def words_after_hundreds(number: int, language: Language) -> str:
    """Return 1 to 99 as it is said after hundreds: «وَخَمْسَة», "and five", « cinq »."""
    match language:
        case "ar":
            return arabic.after(number)
        case "en":
            return english.after(number)
        case "fr" | "zgh":
            return number_words(number, language)
        case _:
            assert_never(language)
