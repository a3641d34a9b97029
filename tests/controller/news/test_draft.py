"""An entry as it would be shown."""

from dataclasses import replace

import pytest

from controller.news.draft import Draft, drafted, language_of
from controller.news.entry import Entry
from controller.news.mojibake import Letters
from tests.controller.news.test_mojibake import misread
from tests.controller.news.written import COUNCIL, a_feed

ENTRY = Entry(
    "guid", COUNCIL, f"<p>{COUNCIL}</p><p>غدا</p>", pictures=("https://site.test/a.jpg?s=1",)
)


def draft_of(**fields: object) -> Draft:
    draft = drafted(a_feed(), replace(ENTRY, **fields))
    assert draft is not None
    return draft


def test_a_paragraph_that_only_says_the_title_again_is_left_out() -> None:
    assert (draft_of().headline, draft_of().paragraphs) == (COUNCIL, ("غدا",))


def test_an_entry_whose_title_has_no_word_is_none() -> None:
    assert drafted(a_feed(), replace(ENTRY, title="<img src=x><script>x</script>")) is None


def test_its_letters_are_those_of_the_worst_of_its_texts() -> None:
    assert draft_of().letters is Letters.SOUND
    assert draft_of(title=misread(COUNCIL, "cp1256")).letters is Letters.REPAIRED
    assert draft_of(body="a\ufffdb").is_damaged


def test_links_and_pictures_are_of_the_web_or_none() -> None:
    draft = draft_of(link="javascript:alert(1)", pictures=("file:///etc/passwd", "data:x", "//a/b"))

    assert (draft.link, draft.pictures) == ("", ())


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "x"},
        {"body": "x"},
        {"pictures": ()},
        {"pictures": ("https://site.test/b.jpg",)},
    ],
)
def test_its_fingerprint_changes_with_what_is_seen_of_it(fields) -> None:
    assert draft_of(**fields).fingerprint != draft_of().fingerprint


@pytest.mark.parametrize(
    "fields",
    [
        {"link": "https://site.test/other"},
        {"categories": ("x",)},
        {"body": f"<p class='new'>{COUNCIL}</p><div>غدا</div><script>count()</script>"},
        {"pictures": ("https://site.test/a.jpg?signed=again",)},
    ],
)
def test_its_fingerprint_stays_where_nothing_is_seen(fields) -> None:
    assert draft_of(**fields).fingerprint == draft_of().fingerprint


@pytest.mark.parametrize(
    ("text", "declared", "usual", "language"),
    [
        ("إعلان من الجماعة", "fr", ("fr",), "ar"),
        ("ⴰⵙⵉⵏⴰⴳ", "", ("ar",), "zgh"),
        ("Avis de la commune", "", ("ar", "fr"), "fr"),
        ("Avis", "fr-FR", ("en",), "fr"),
        ("A notice", "en-GB", ("ar", "fr"), "en"),
        ("A notice", "", ("ar", "en"), "en"),
        ("2026", "", ("ar", "fr"), "ar"),
    ],
)
def test_its_language_is_told_by_its_letters(text, declared, usual, language) -> None:
    assert language_of(text, declared, usual) == language
