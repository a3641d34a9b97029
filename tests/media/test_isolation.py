"""Isolates among Arabic words: what somebody else wrote keeps its order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from media.isolation import isolate_runs, plain


def test_figures_and_latin_words_are_isolated_among_arabic_ones() -> None:
    text = "يوم 5 أكتوبر على الساعة 10:30 بـ Salle A، عبر www.commune.ma (الطابق 2)"

    assert isolate_runs(text) == (
        "يوم \u20665\u2069 أكتوبر على الساعة \u206610:30\u2069 بـ \u2066Salle A\u2069، "
        "عبر \u2066www.commune.ma\u2069 (الطابق \u20662\u2069)"
    )


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ابت ث،5:A é.(")))
def test_isolating_changes_nothing_that_is_read(text) -> None:
    got = isolate_runs(text)

    assert plain(got) == text
    assert got.count("\u2066") + got.count("\u2068") == got.count("\u2069")


def test_french_needs_no_isolates() -> None:
    assert isolate_runs("Le 5 octobre à 10:30") == "Le 5 octobre à 10:30"
