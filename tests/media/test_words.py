import pytest

from media.isolation import isolate, plain
from media.words import Confidence, Words

COUNTER = Words(ar="الشباك", fr="Guichet", en="Counter", zgh="ⴰⵙⴽⵙⵍ")


def test_a_text_is_told_in_its_language():
    assert [COUNTER.text(language) for language in ("ar", "fr", "en")] == [
        "الشباك",
        "Guichet",
        "Counter",
    ]


@pytest.mark.parametrize("confidence", [Confidence.HIGH, Confidence.MEDIUM])
def test_confirmed_tamazight_is_shown(confidence):
    back = Words(ar="رجوع", fr="Retour", zgh="ⴰⵖⵓⵍ", zgh_confidence=confidence)

    assert back.parts("zgh") == (("zgh", "ⴰⵖⵓⵍ"),)


def test_unsure_tamazight_is_never_shown_arabic_and_french_stand_for_it():
    assert COUNTER.parts("zgh") == (("ar", "الشباك"), ("fr", "Guichet"))


def test_two_languages_on_one_line_are_isolated_from_one_another():
    assert COUNTER.text("zgh") == "\u2068الشباك\u2069 — \u2066Guichet\u2069"


def test_missing_english_gives_french():
    assert Words(ar="الشباك", fr="Guichet").parts("en") == (("fr", "Guichet"),)


def test_french_signs_never_begin_a_line():
    words = Words(ar="؟", fr="Prêt ? Oui : « déjà » !")

    assert words.text("fr") == "Prêt\u00a0? Oui\u00a0: «\u00a0déjà\u00a0»\u00a0!"


@pytest.mark.parametrize(
    ("value", "isolated"),
    [
        ("A042", "\u2066A042\u2069"),
        ("+212 535", "\u2066+212 535\u2069"),
        ("مكناس", "\u2068مكناس\u2069"),
    ],
)
def test_figures_are_isolated_left_to_right_and_names_by_their_first_letter(value, isolated):
    assert isolate(value) == isolated
    assert plain(isolated) == value
