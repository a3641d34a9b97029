"""RSS and Atom: what is taken of them, and what only looks like a feed."""

from datetime import timedelta

import pytest

from controller.news.entry import Reading
from controller.news.network import Answer
from controller.news.problem import FeedProblem, Problem
from controller.news.reading import MOST_ENTRIES, read
from media.zone import time_zone
from tests.controller.news.written import (
    COUNCIL,
    NOW,
    WORKS,
    YESTERDAY,
    a_feed,
    an_item,
    as_answer,
    rss,
)

RABAT = time_zone("Africa/Casablanca")
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Commune</title>
<entry><id>tag:site.test,2026:1</id><title type="html">Une &amp;lt;b&gt; et deux</title>
<updated>2026-11-22T09:00:00Z</updated><link href="/one"/><link rel="enclosure" type="image/png"
href="https://site.test/one.png"/><content type="html">&lt;p&gt;Texte&lt;/p&gt;</content></entry>
</feed>"""


def reading(answer: Answer) -> Reading:
    return read(a_feed(), answer, NOW, RABAT)


def problem_of(answer: Answer) -> Problem:
    with pytest.raises(FeedProblem) as raised:
        reading(answer)
    return raised.value.problem


def test_items_are_known_by_their_guid_the_newest_first() -> None:
    older = an_item("1", at=YESTERDAY - timedelta(days=1))
    got = reading(as_answer(rss(older, an_item("2", WORKS))))

    assert [(each.guid, each.title, each.published) for each in got.entries] == [
        ("2", WORKS, YESTERDAY),
        ("1", COUNCIL, YESTERDAY - timedelta(days=1)),
    ]
    assert (got.is_whole, got.since) == (True, YESTERDAY - timedelta(days=1))


def test_an_item_without_a_guid_is_known_by_its_link_and_one_without_a_title_is_none() -> None:
    linked = "<item><title>A</title><link>https://site.test/a</link></item>"
    got = reading(as_answer(rss(linked, "<item><guid>x</guid></item>", "<item></item>")))

    assert [each.guid for each in got.entries] == ["https://site.test/a"]


def test_a_guid_stays_the_same_wherever_a_redirect_led() -> None:
    body = rss("<item><guid>7</guid><title>A</title></item>")
    first, other = (
        reading(as_answer(body, url=url)).entries[0].guid
        for url in ("https://site.test/feed", "https://www.site.test/feed/")
    )

    assert first == other


def test_an_item_that_is_told_twice_is_one() -> None:
    assert len(reading(as_answer(rss(an_item("1"), an_item("1", WORKS)))).entries) == 1


def test_pictures_are_found_where_sites_put_them_the_best_first() -> None:
    more = (
        '<media:content url="https://site.test/film.mp4" type="video/mp4"/>'
        '<media:content url="https://site.test/content.jpg" medium="image"/>'
        '<media:thumbnail url="https://site.test/thumbnail.jpg"/>'
        '<enclosure url="https://site.test/sound.mp3" type="audio/mpeg" length="1"/>'
        '<enclosure url="https://site.test/enclosure.jpg" type="image/jpeg" length="1"/>'
        '<content:encoded><![CDATA[<p>x <img src="data:image/gif;base64,R0" '
        'data-src="/late.jpg"><img src="in.jpg"></p>]]></content:encoded>'
    )

    assert reading(as_answer(rss(an_item("1", more=more)))).entries[0].pictures == (
        "https://site.test/content.jpg",
        "https://site.test/thumbnail.jpg",
        "https://site.test/enclosure.jpg",
        "https://site.test/late.jpg",
        "https://site.test/in.jpg",
    )


def test_atom_is_read_too() -> None:
    (entry,) = reading(as_answer(ATOM.encode())).entries

    assert (entry.guid, entry.title, entry.body) == (
        "tag:site.test,2026:1",
        "Une &lt;b> et deux",
        "<p>Texte</p>",
    )
    assert (entry.published, entry.pictures) == (YESTERDAY, ("https://site.test/one.png",))


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", Problem.EMPTY),
        (b" \r\n ", Problem.EMPTY),
        (b"<!DOCTYPE html><html><body>Maintenance</body></html>", Problem.HTML),
        (b"\xef\xbb\xbf\n<!-- x --><HTML lang='fr'><p>", Problem.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML"><html/>', Problem.HTML),
        (b'{"error": "no"}', Problem.OTHER_FORMAT),
        (b"\x89PNG\r\n\x1a\n", Problem.OTHER_FORMAT),
        (rss(), Problem.NO_ENTRIES),
    ],
)
def test_what_is_no_feed_is_told(body, problem) -> None:
    assert problem_of(as_answer(body)) is problem


def test_a_feed_that_was_cut_off_only_brings_what_came_whole() -> None:
    whole = rss(an_item("1"), an_item("2"), an_item("3", more="<description>long</description>"))
    got = reading(as_answer(whole[: whole.index(b"long") + 2]))

    assert ({each.guid for each in got.entries}, got.problem) == (
        {"1", "2"},
        Problem.NOT_WELL_FORMED,
    )


def test_wherever_a_feed_is_cut_off_no_item_is_half_a_one() -> None:
    title = f"{COUNCIL} — {WORKS}"
    whole = rss(*(an_item(str(n), title) for n in range(3)))
    for end in range(0, len(whole), 7):
        try:
            got = reading(as_answer(whole[:end]))
        except FeedProblem:
            continue
        assert {each.title for each in got.entries} <= {title}
        assert not got.is_whole


@pytest.mark.parametrize("kind", ["text/xml", "text/html", "application/rss+xml; charset=utf-8"])
def test_a_wrong_label_is_no_harm_to_a_good_feed(kind) -> None:
    got = reading(as_answer(rss(an_item("1")), kind))

    assert (got.is_whole, got.entries[0].title) == (True, COUNCIL)


def test_a_bomb_of_entities_does_not_go_off() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]>'

    got = reading(as_answer(rss(an_item("1"), an_item("2", "&e8;"), head=head)))

    assert max(len(each.title) for each in got.entries) < 100


def test_of_too_many_items_the_newest_are_taken() -> None:
    items = [an_item(str(n), at=NOW - timedelta(hours=n)) for n in range(MOST_ENTRIES + 20)]
    got = reading(as_answer(rss(*reversed(items))))

    assert [each.guid for each in got.entries] == [str(n) for n in range(MOST_ENTRIES)]
    assert got.since == NOW - timedelta(hours=MOST_ENTRIES - 1)
