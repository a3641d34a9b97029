"""Strangers' HTML becomes text: nothing of it runs, turns around or runs over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controller.news.cleaning import (
    LONGEST_HEADLINE,
    LONGEST_TEXT,
    cut,
    headline,
    paragraphs,
    tidy,
)

PIECES = st.sampled_from(
    ["<p>", "</p>", "<script>", "</script>", "<img src=x onerror=alert(1)>", "<b", "<!--", "-->"]
)


def test_blocks_are_paragraphs_and_what_runs_is_gone() -> None:
    markup = """<div onclick="x()">Un<br>deux <b>gras</b><p>trois&nbsp;! 5 &lt; 6 &amp;amp; 7</p>
    <script>alert(1)</script><style>p {}</style><!-- secret --><iframe src="x">f</iframe>
    <table><tr><td>a</td><td>b</td></tr></table><img src=x onerror=alert(1)>
    <a href="javascript:alert(1)">lien</a></div>"""

    assert paragraphs(markup) == (
        "Un",
        "deux gras",
        "trois\u00a0! 5 < 6 &amp; 7",
        "a b",
        "lien",
    )


@pytest.mark.parametrize(
    "last",
    [
        '<p>The post <a href="x">Title</a> appeared first on <a href="y">Commune</a>.</p>',
        "<p>L’article <a>Titre</a> est apparu en premier sur <a>Commune</a>.</p>",
        "<p>ظهرت المقالة عنوان أولاً على الجماعة.</p>",
    ],
)
def test_what_plugins_write_below_every_item_is_left_out(last) -> None:
    assert paragraphs(f"<p>Texte</p>{last}") == ("Texte",)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("e\u0301te\u0301", "été"),
        ("a\u202eb\u200fc\u2067d\u2069\u00ade\u200b\ufeff", "abcde"),
        ("الجمـــاعة", "الجماعة"),
        ("عام 1448 هـ", "عام 1448 هـ"),
        ("هــــ", "هـ"),
        ("un\t\n  deux", "un deux"),
        ("prix\u00a0: 5\u202f€", "prix\u00a0: 5\u202f€"),
        ("a \u00a0 b", "a b"),
        ("suite [&hellip;]".replace("&hellip;", "…"), "suite…"),
        ("a\x00b\x1bc\ue000", "abc"),
    ],
)
def test_a_line_is_tidy(written, read) -> None:
    assert tidy(written) == read


def test_a_title_is_cut_at_a_word() -> None:
    long = "كلمة طويلة " * 20

    got = headline(long)

    assert len(got) <= LONGEST_HEADLINE
    assert got.endswith((" طويلة…", " كلمة…"))
    assert headline("Court &amp; bon") == "Court & bon"
    assert len(headline("x" * 200)) == LONGEST_HEADLINE


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab ،.«"), max_size=300), st.integers(2, 120))
def test_what_is_cut_is_never_longer(text, length) -> None:
    got = cut(text, length)

    assert len(got) <= length
    assert got == text or got.endswith("…")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=30).map("".join))
def test_whatever_is_written_comes_out_as_tidy_lines(markup) -> None:
    for each in paragraphs(markup):
        assert "\n" not in each
        assert tidy(each) == each


def test_a_text_has_an_end() -> None:
    got = paragraphs("<p>" + "mot " * 300 + "</p>" + "<p>mot</p>" * 3000)

    assert len("\n".join(got)) <= LONGEST_TEXT
