"""What is made of pictures and papers: which page, with which title, for how long."""

from display.page import PAPER_SECONDS
from display.pages import PageMaker
from media.playlist.content import Document, Picture
from media.words import Words
from tests.display.builders import everything_fits

ONE, TWO, THREE = (letter * 64 for letter in "abc")
TITLE = Words(ar="إعلان", fr="Avis")


def maker(*languages):
    return PageMaker(languages or ("ar", "fr", "zgh"), everything_fits)


def told(leaves):
    return [(each.asset[0], each.language, each.title, each.part, each.parts) for each in leaves]


def test_a_picture_without_a_title_is_shown_once():
    assert told(maker().of_picture("x", Picture(ONE, TITLE))) == [("a", None, "", 1, 1)]


def test_a_pictures_title_is_told_in_each_language_that_it_has():
    assert told(maker().of_picture("x", Picture(ONE, TITLE, TITLE))) == [
        ("a", "ar", "إعلان", 1, 1),
        ("a", "fr", "Avis", 1, 1),
    ]


def test_a_title_in_none_of_the_screens_languages_is_left_away_and_the_picture_is_not():
    assert told(maker("zgh").of_picture("x", Picture(ONE, TITLE, TITLE))) == [("a", None, "", 1, 1)]


def test_each_page_of_a_paper_has_its_time():
    leaves = maker().of_document("x", Document((ONE, TWO, THREE), TITLE))
    assert told(leaves) == [("a", None, "", 1, 3), ("b", None, "", 2, 3), ("c", None, "", 3, 3)]
    assert {each.seconds for each in leaves} == {PAPER_SECONDS}


def test_a_short_papers_title_is_told_in_all_its_languages():
    assert told(maker().of_document("x", Document((ONE,), TITLE, TITLE))) == [
        ("a", "ar", "إعلان", 1, 1),
        ("a", "fr", "Avis", 1, 1),
    ]


def test_a_long_papers_title_changes_its_language_from_page_to_page():
    leaves = maker().of_document("x", Document((ONE, TWO, THREE), TITLE, TITLE))
    assert [(each.asset[0], each.language) for each in leaves] == [
        ("a", "ar"),
        ("b", "fr"),
        ("c", "ar"),
    ]
