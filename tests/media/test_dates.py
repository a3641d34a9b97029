from datetime import UTC, date, datetime

import pytest

from media.dates import clock_time, full_date, long_date, named_day, short_date

DAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "1 يوليوز 2026"),
        ("zgh", "1 ⵢⵓⵍⵢⵓⵣ 2026"),
        ("fr", "1er juillet 2026"),
        ("en", "1 July 2026"),
    ],
)
def test_a_day_is_told_as_morocco_writes_it(language, text):
    assert long_date(language, DAY) == text


def test_only_the_first_of_a_french_month_is_an_ordinal():
    days = [long_date("fr", date(2026, 1, day)) for day in (1, 2, 11, 21, 31)]
    assert days == [
        "1er janvier 2026",
        "2 janvier 2026",
        "11 janvier 2026",
        "21 janvier 2026",
        "31 janvier 2026",
    ]


def test_the_months_are_those_of_morocco():
    dates = [long_date("ar", date(2026, number, 1)) for number in range(1, 13)]
    assert [text.split()[1] for text in dates] == [
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


def test_figures_are_latin_and_the_day_comes_first():
    assert (short_date(DAY), clock_time(datetime(2026, 7, 1, 9, 5, tzinfo=UTC))) == (
        "01/07/2026",
        "09:05",
    )


@pytest.mark.parametrize(
    ("language", "told", "named"),
    [
        ("ar", "الأحد 1 مارس 2026", ("الأحد", "1 مارس")),
        ("fr", "dimanche 1er mars 2026", ("dimanche", "1er mars")),
        ("en", "Sunday 1 March 2026", ("Sunday", "1 March")),
        ("zgh", "ⴰⵙⴰⵎⴰⵙ 1 ⵎⴰⵕⵚ 2026", ("ⴰⵙⴰⵎⴰⵙ", "1 ⵎⴰⵕⵚ")),
    ],
)
def test_a_day_is_told_with_its_weekday(language, told, named) -> None:
    day = date(2026, 3, 1)

    assert (full_date(language, day), named_day(language, day)) == (told, named)
