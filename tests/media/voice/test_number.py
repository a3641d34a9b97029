import re

import pytest

from media.voice.number.amazigh import digits
from media.voice.number.word import NumberTooLargeError, number_words, words_after_hundreds

VOWEL_BEFORE_SHADDA = re.compile("[\u064b-\u0650]\u0651")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_no_two_numbers_sound_alike(language):
    assert len({number_words(number, language) for number in range(10_000)}) == 10_000


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "صِفْر"),
        (2, "اِثْنَان"),
        (11, "أَحَدَ عَشَر"),
        (12, "اِثْنَا عَشَر"),
        (20, "عِشْرُون"),
        (45, "خَمْسَة وَأَرْبَعُون"),
        (100, "مِئَة"),
        (102, "مِئَة وَاثْنَان"),
        (200, "مِئَتَان"),
        (318, "ثَلَاثُمِئَة وَثَمَانِيَةَ عَشَر"),
        (999, "تِسْعُمِئَة وَتِسْعَة وَتِسْعُون"),
        (2000, "أَلْفَان"),
        (3001, "ثَلَاثَةُ آلَاف وَوَاحِد"),
    ],
)
def test_arabic_counts_units_before_tens_and_is_fully_vocalised(number, said):
    assert number_words(number, "ar") == re.sub("([\u064b-\u0650])\u0651", "\u0651\\1", said)


def test_an_arabic_shadda_always_stands_before_its_vowel():
    numbers = [number_words(number, "ar") for number in range(1000)]

    assert [said for said in numbers if VOWEL_BEFORE_SHADDA.search(said)] == []


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "zéro"),
        (21, "vingt-et-un"),
        (71, "soixante-et-onze"),
        (77, "soixante-dix-sept"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (99, "quatre-vingt-dix-neuf"),
        (100, "cent"),
        (200, "deux-cents"),
        (280, "deux-cent-quatre-vingts"),
        (1000, "mille"),
        (2001, "deux-mille-un"),
    ],
)
def test_french_counts_as_in_france_and_morocco(number, said):
    assert number_words(number, "fr") == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (12, "twelve"),
        (45, "forty-five"),
        (105, "one hundred and five"),
        (1080, "one thousand and eighty"),
        (1180, "one thousand one hundred and eighty"),
    ],
)
def test_english_counts_in_the_british_manner(number, said):
    assert number_words(number, "en") == said


def test_numbers_after_hundreds_are_joined_as_each_language_joins_them():
    assert words_after_hundreds(2, "ar") == "وَاثْنَان"
    assert words_after_hundreds(5, "en") == "and five"
    assert words_after_hundreds(5, "fr") == "cinq"


def test_amazigh_numbers_are_told_digit_by_digit():
    assert digits(102) == "ⵢⴰⵏ ⴰⵎⵢⴰ ⵙⵉⵏ"


@pytest.mark.parametrize("number", [-1, 10_000])
def test_numbers_that_no_ticket_has_are_refused(number):
    with pytest.raises(NumberTooLargeError):
        number_words(number, "ar")
