"""Long texts in parts; long lists in leaves."""

from hypothesis import given
from hypothesis import strategies as st

from display.page import Kind, Page
from display.paging import cut_text, leaf


def page(text: str, title: str = "Title") -> Page:
    return Page(Kind.NOTICE, "key", "fr", "megaphone", title, text)


def up_to(most: int):
    return lambda page: len(page.title) + len(page.text) <= most


def test_what_fits_is_one_page():
    assert cut_text(page("Short."), up_to(30)) == (page("Short."),)


def test_a_long_text_has_parts_of_about_the_same_length():
    text = "one two three four five six seven eight"
    parts = cut_text(page(text), up_to(30))
    assert [(each.text, each.part, each.parts) for each in parts] == [
        ("one two three four …", 1, 2),
        ("five six seven eight", 2, 2),
    ]


def test_a_long_title_has_a_page_of_its_own():
    parts = cut_text(page("one two three four five six", "A title of many words"), up_to(25))
    assert [(each.title, each.text) for each in parts] == [
        ("A title of many words", ""),
        ("", "one two three …"),
        ("", "four five six"),
    ]


def test_a_text_is_cut_between_its_sentences_where_they_fit():
    text = "One two. Three four five! Six? سبعة ثمانية؟ تسعة."
    parts = cut_text(page(text, ""), up_to(26))
    assert [each.text for each in parts] == ["One two. Three four five!", "Six? سبعة ثمانية؟ تسعة."]


def test_a_page_without_text_stays_one_page():
    assert cut_text(page(""), lambda _: False) == (page(""),)


@given(st.lists(st.text("abcة ", min_size=1, max_size=12), max_size=40), st.integers(8, 90))
def test_no_word_is_lost_or_moved(words, most):
    text = " ".join(words)
    parts = cut_text(page(text, ""), up_to(most))
    told = " ".join(each.text.removesuffix(" …") for each in parts)
    assert told.split() == text.split()


@given(st.lists(st.integers(), max_size=30), st.integers(1, 9))
def test_leaves_hold_every_item_once_and_never_more_than_fit(items, size):
    count = max(1, -(-len(items) // size))
    leaves = [leaf(items, size, number) for number in range(count)]
    assert [item for each in leaves for item in each] == items
    assert max(map(len, leaves)) - min(map(len, leaves)) <= 1
    assert max(map(len, leaves)) <= size
    assert leaf(items, size, count) == leaves[0]
