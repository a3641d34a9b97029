"""Every number up to three digits, against a library that others wrote, where it is right."""

import re
import unicodedata

import pytest
from num2words import num2words

from media.voice.number import amazigh
from media.voice.number.word import number_words

NUMBERS = range(1000)
SIGNS = re.compile("[\u064b-\u0652]")


def letters(words):
    """The words without signs and hyphens, the hundred spelt the new way, and joined by its «و»."""
    plain = SIGNS.sub("", unicodedata.normalize("NFC", words)).replace("-", " ")
    return " ".join(plain.replace("مائ", "مئ").replace(" و ", " و").split())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_french_and_english_number_is_num2wordss(language):
    wrong = {
        number: (ours, theirs)
        for number in NUMBERS
        if (ours := letters(number_words(number, language)))
        != (theirs := letters(num2words(number, lang=language)))
    }

    assert wrong == {}


def test_every_arabic_number_is_num2wordss_but_for_the_one_that_it_says_wrong():
    # It says 200 in the construct state, as if a noun followed.
    wrong = {
        number: (ours, theirs)
        for number in NUMBERS
        if (ours := letters(number_words(number, "ar")))
        != (theirs := letters(num2words(number, lang="ar")))
    }

    assert wrong == {200: ("مئتان", "مئتا")}


def test_every_amazigh_number_is_its_digits():
    names = dict(zip("0123456789", amazigh.UNITS, strict=True))

    said = [number_words(number, "zgh") for number in NUMBERS]

    assert said == [" ".join(names[digit] for digit in str(number)) for number in NUMBERS]


@pytest.mark.parametrize("language", ["ar", "fr", "en", "zgh"])
def test_no_two_numbers_are_said_alike(language):
    assert len({letters(number_words(number, language)) for number in NUMBERS}) == 1000
