"""What is said of texts, and of screens that change in part."""

import pytest

from kiosk.speech.reading import Control, Reading, spelled, spoken
from media.isolation import isolate
from media.words import on_one_line


@pytest.mark.parametrize(
    ("text", "screen", "said"),
    [
        ("الحالة المدنية", "ar", (("ar", "الحالة المدنية"),)),
        ("État civil", "fr", (("fr", "État civil"),)),
        ("Civil status", "en", (("en", "Civil status"),)),
        ("ⵜⴰⵎⴰⵣⵉⵖⵜ", "fr", (("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),)),
        ("État civil", "zgh", (("fr", "État civil"),)),
        (f"الهاتف: {isolate('05 23')}", "ar", (("ar", "الهاتف: 05 23"),)),
        (
            on_one_line((("ar", "الرجوع"), ("fr", "Retour"))),
            "zgh",
            (("ar", "الرجوع"), ("fr", "Retour")),
        ),
        ("12", "ar", (("ar", "12"),)),
        ("   ", "fr", ()),
    ],
)
def test_each_text_is_said_in_the_language_of_its_letters(text, screen, said):
    assert spoken(text, screen) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "A, zero, four, two"),
        ("fr", "A, zéro, quatre, deux"),
        ("ar", "أَلِف, صِفْر, أَرْبَعَة, اِثْنَان"),
        ("zgh", "A, ⴰⵎⵢⴰ, ⴽⴽⵓⵥ, ⵙⵉⵏ"),
    ],
)
def test_a_tickets_number_is_said_figure_by_figure(language, said):
    assert spelled("A042", language) == said


def reading(*told, title="Your number"):
    return Reading("ticket", "en", (("en", title),), tuple(("en", each) for each in told), ())


def test_of_a_screen_that_changed_in_part_only_what_is_new_is_said():
    before, after = reading("A, one", "It is being printed"), reading("A, one", "Take it")
    assert before.subject == after.subject
    assert after.news_since(before) == (("en", "Take it"),)
    assert reading().subject != reading(title="Choose the office").subject


def test_a_choice_that_is_still_there_keeps_its_place():
    controls = tuple(Control(each, ()) for each in ("back", "more", "home"))
    shown = Reading("services", "en", (), (), controls)
    assert [shown.place_of(each) for each in ("more", "less")] == [1, None]
