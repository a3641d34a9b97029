"""A revision survives being written and read, and what a screen could not play is refused."""

import json
from dataclasses import replace

import pytest

from media.playlist.content import Captions, Document, News, Video
from media.playlist.manifest import (
    MOST_BYTES,
    BadManifest,
    fingerprint,
    read_manifest,
    written,
)
from media.playlist.model import Asset, Item, Placement, Playlist, Strength
from media.playlist.validity import Validity, Window
from media.words import Words
from tests.media.playlist.building import (
    CAPTIONS,
    FILM,
    POSTER,
    TITLE,
    lasting,
    notice,
    revision,
    rich_revision,
    wall,
)


def told(data: bytes) -> list[str]:
    with pytest.raises(BadManifest) as refused:
        read_manifest(data)
    return [str(fault) for fault in refused.value.faults]


def changed(*path, to: object) -> bytes:
    """Give the manifest of the rich revision with another value at this place."""
    data = json.loads(written(rich_revision()))
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return json.dumps(data).encode()


def test_what_was_written_is_read_as_it_was():
    assert read_manifest(written(rich_revision())) == rich_revision()


def test_the_same_revision_is_always_the_same_bytes():
    data = written(rich_revision())

    turned = json.dumps(dict(reversed(json.loads(data).items())), indent=2).encode()
    assert turned != data
    assert written(read_manifest(turned)) == data
    assert fingerprint(read_manifest(turned)) == fingerprint(rich_revision())
    assert fingerprint(replace(rich_revision(), number=2)) != fingerprint(rich_revision())


def test_what_is_not_known_is_refused_with_what_was_meant():
    assert told(changed("playlist", to=[])) == [
        'playlist: is not known here: did you mean "playlists"?'
    ]
    assert told(changed("items", 0, "content", "colour", to="red")) == [
        "items.0.content.notice.colour: is not known here"
    ]


def test_another_form_of_the_manifest_is_refused():
    assert told(changed("form", to=2)) == ["form: Input should be 1, not 2"]


@pytest.mark.parametrize("seconds", [9999999999999, 1e308, 0, -1, 0.2, "20", True])
def test_a_duration_that_would_freeze_or_flash_a_screen_is_refused(seconds):
    [fault] = told(changed("items", 1, "seconds", to=seconds))
    assert fault.startswith("items.1.seconds: ")


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_what_is_no_number_is_no_duration(text):
    data = changed("items", 1, "seconds", to="HERE").replace(b'"HERE"', text.encode())
    assert told(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"null", b"[]", b"<html>busy</html>", b"\xff\xfe\x00", b"[" * 100_000, b"9" * 9999],
    ids=["empty", "cut", "null", "a list", "a page", "not UTF-8", "deep", "a long number"],
)
def test_what_is_no_manifest_is_refused(data):
    assert told(data)


def test_a_manifest_that_fills_the_memory_is_not_even_read():
    assert told(b" " * (MOST_BYTES + 1)) == [
        f"manifest: has {MOST_BYTES + 1} bytes; {MOST_BYTES} at most"
    ]


def test_what_says_something_twice_is_refused():
    data = written(rich_revision()).replace(b'"number":1', b'"number":1,"number":2')
    assert told(data) == ['manifest: "number" stands twice in one place']


def test_a_half_of_a_character_is_refused():
    title = ("items", 0, "content", "title", "fr")
    assert told(changed(*title, to="HERE").replace(b"HERE", b"\\ud800"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2026-11-23T08:00:30", "whole minute"),
        ("2026-11-23T08:00:00Z", "without a zone"),
        ("9999-12-31T23:59:00", "between the years"),
        ("0001-01-01T00:00:00", "between the years"),
        ("tomorrow", "datetime"),
    ],
)
def test_a_start_that_no_clock_of_the_hall_shows_is_refused(value, text):
    faults = told(changed("items", 0, "validity", "since", to=value))
    assert text in faults[0]


def test_a_start_needs_an_end_after_it():
    with pytest.raises(ValueError, match="needs a start and an end"):
        Validity(since=wall("2026-11-23 08:00"))
    with pytest.raises(ValueError, match="not after its start"):
        Validity(wall("2026-11-23 08:00"), wall("2026-11-23 08:00"))
    with pytest.raises(ValueError, match="same time"):
        Window(wall("2026-11-23 08:00").time(), wall("2026-11-23 08:00").time())


def test_what_tells_of_a_day_and_what_replaces_the_rest_needs_an_end():
    with pytest.raises(ValueError, match="a news needs an end"):
        Item("news", News(TITLE, "commune"))
    with pytest.raises(ValueError, match="replaces everything else needs an end"):
        lasting(strength=Strength.REPLACE)


def test_a_film_is_understood_by_who_does_not_hear_it():
    with pytest.raises(ValueError, match="needs captions"):
        Video(FILM, TITLE)
    assert Video(FILM, TITLE, (Captions("ar", CAPTIONS),)).captions[0].language == "ar"


def faults_of_written(*items: Item, **more) -> list[str]:
    return told(written(revision(*items, **more)))


def test_a_file_that_is_not_listed_or_of_another_sort_is_refused():
    item = Item("poster", Document((POSTER, FILM), TITLE))
    film = Asset(FILM, "video/mp4", 9, 1920, 1080, 42.5)
    assert faults_of_written(item, assets=[film]) == [
        f"items.poster: its file {POSTER} is not among the assets",
        "items.poster: needs a file of kind image, not video/mp4",
    ]


def test_a_film_of_unknown_length_and_a_picture_of_unknown_size_are_refused():
    film = Item("film", Video(FILM, TITLE, is_silent=True))
    assert faults_of_written(film, assets=[Asset(FILM, "video/mp4", 9, 1920, 1080)]) == [
        f"items.film: the length of its film {FILM} is not known"
    ]
    assert faults_of_written(film, assets=[Asset(FILM, "video/mp4", 9, seconds=4.0)]) == [
        f"items.film: the width and the height of its file {FILM} are not known"
    ]


def test_what_no_screen_would_show_and_what_leads_nowhere_is_told_all_at_once():
    content = replace(
        revision(lasting("one"), lasting("one"), lasting("two")),
        playlists=(Playlist("all", "All", ("one", "three")), Playlist("none", "None", ("one",))),
        placements=(Placement("all"), Placement("some")),
        assets=(Asset(POSTER, "image/png", 9, 10, 10),),
    )
    assert told(written(content)) == [
        "items.one: is there twice",
        'playlists.all: there is no item "three"',
        'placements[2]: there is no playlist "some"',
        "playlists.none: no screen plays it",
        "items.two: is in no playlist",
        f"assets.{POSTER}: no item shows it",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("x" * 2001, "2001 letters"),
        ("a\u0000b", "U+0000"),
        ("\u202edessert", "U+202E"),
        ("tab\tbed", "U+0009"),
    ],
    ids=["long", "nothing", "turned round", "a tabulator"],
)
def test_words_that_a_screen_could_not_set_are_refused(text, fault):
    item = notice()
    wrong = replace(item, content=replace(item.content, text=Words(ar="نص", fr=text)))
    [told_fault] = faults_of_written(wrong)
    assert told_fault.startswith("items.closing: text.fr has")
    assert fault in told_fault
