"""The posts of a WordPress site, by its own interface."""

from datetime import UTC, datetime

import pytest

from controller.news.network import Answer
from controller.news.problem import FeedProblem, Problem
from controller.news.reading import address_of, read
from media.zone import time_zone
from tests.controller.news.written import NOW, a_feed, a_post, as_answer, posts

SITE = a_feed(kind="wordpress", url="https://site.test/", languages=("fr",))
RABAT = time_zone("Africa/Casablanca")


def reading(answer: Answer):
    return read(SITE, answer, NOW, RABAT)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        (
            "https://site.test/",
            "https://site.test/wp-json/wp/v2/posts?_embed=wp:featuredmedia,wp:term&per_page=20",
        ),
        ("https://site.test/wp-json/wp/v2/posts?tags=3", None),
    ],
)
def test_the_sites_posts_are_asked_for(url, asked) -> None:
    assert address_of(a_feed(kind="wordpress", url=url)) == (asked or url)


def test_a_post_has_its_featured_picture_and_categories() -> None:
    large = {"large": {"source_url": "https://site.test/l.jpg", "width": 1024}}
    media = {"source_url": "https://site.test/whole.jpg", "media_details": {"sizes": large}}
    terms = [[{"name": "Travaux", "taxonomy": "category"}], [{"name": "x", "taxonomy": "tag"}]]
    embedded = {"wp:featuredmedia": [media], "wp:term": terms}

    (entry,) = reading(posts(a_post(7, _embedded=embedded))).entries

    assert (entry.guid, entry.categories) == ("https://site.test/?p=7", ("Travaux",))
    assert entry.pictures == ("https://site.test/l.jpg", "https://site.test/whole.jpg")
    assert entry.published == datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_a_picture_that_may_not_be_seen_is_none_and_the_text_counts() -> None:
    error = {"code": "rest_forbidden", "message": "no", "data": {"status": 401}}
    content = {"rendered": '<p><img src="/in.jpg">x</p>'}

    (entry,) = reading(
        posts(a_post(7, content=content, _embedded={"wp:featuredmedia": [error]}))
    ).entries

    assert entry.pictures == ("https://site.test/in.jpg",)


def test_a_post_of_another_form_is_left_out_and_told() -> None:
    got = reading(posts(a_post(1), {"id": 2}, a_post(3)))

    assert ([each.guid[-1] for each in got.entries], got.problem, got.detail) == (
        ["1", "3"],
        Problem.NOT_WELL_FORMED,
        "1 of 3 posts",
    )


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b'{"code": "rest_no_route", "message": "no"}', Problem.OTHER_FORMAT),
        (b'[{"id": 1}', Problem.OTHER_FORMAT),
        (b"[1, 2]", Problem.OTHER_FORMAT),
        (b"[]", Problem.NO_ENTRIES),
        (b"<html>login</html>", Problem.HTML),
    ],
)
def test_what_is_no_list_of_posts_is_told(body, problem) -> None:
    with pytest.raises(FeedProblem) as raised:
        reading(as_answer(body))

    assert raised.value.problem is problem
