from datetime import date, time

import pytest

from media.dates import clock_time, full_date, long_date, month, short_date, weekday

DAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "الأربعاء 1 يوليوز 2026"),
        ("zgh", "ⴰⴽⵕⴰⵙ 1 ⵢⵓⵍⵢⵓⵣ 2026"),
        ("fr", "mercredi 1er juillet 2026"),
        ("en", "Wednesday 1 July 2026"),
    ],
)
def test_a_day_is_told_as_morocco_writes_it(language, text):
    assert full_date(language, DAY) == text
    assert long_date(language, DAY) == text.partition(" ")[2]


def test_the_months_are_those_of_morocco():
    assert [month("ar", date(2026, number, 1)) for number in range(1, 13)] == [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "ماي",
        "يونيو",
        "يوليوز",
        "غشت",
        "شتنبر",
        "أكتوبر",
        "نونبر",
        "دجنبر",
    ]


def test_the_days_of_the_week_are_told_in_tamazight():
    assert [weekday("zgh", date(2026, 11, number)) for number in range(22, 29)] == [
        "ⴰⵙⴰⵎⴰⵙ",
        "ⴰⵢⵏⴰⵙ",
        "ⴰⵙⵉⵏⴰⵙ",
        "ⴰⴽⵕⴰⵙ",
        "ⴰⴽⵡⴰⵙ",
        "ⴰⵙⵉⵎⵡⴰⵙ",
        "ⴰⵙⵉⴹⵢⴰⵙ",
    ]


def test_figures_are_latin_in_every_language():
    assert (short_date(DAY), clock_time(time(9, 5))) == ("01/07/2026", "09:05")
