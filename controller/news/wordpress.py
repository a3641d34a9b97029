"""Reads the posts of a WordPress site by its own interface (REST API, `wp/v2/posts`).

It tells the featured picture of a post, which WordPress's RSS does not.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import urljoin, urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from controller.news.entry import Entry, Reading
from controller.news.feed import Feed
from controller.news.markup import pictures_in
from controller.news.network import Answer
from controller.news.problem import FeedProblem, Problem

POSTS = "wp-json/wp/v2/posts"
ASKED = "_embed=wp:featuredmedia,wp:term&per_page=20"


def _rendered(value: object) -> object:
    """Return what is shown of a field that has a raw form as well."""
    return value.get("rendered", "") if isinstance(value, Mapping) else value


Rendered = Annotated[str, BeforeValidator(_rendered)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", populate_by_name=True)


class _Size(_Part):
    source_url: str
    width: int = 0


class _Details(_Part):
    sizes: Mapping[str, _Size] = {}


class _Media(_Part):
    source_url: str = ""
    media_type: str = "image"
    details: Annotated[_Details | None, Field(alias="media_details")] = None


class _Term(_Part):
    name: str = ""
    taxonomy: str = ""


class _Embedded(_Part):
    media: Annotated[tuple[_Media, ...], Field(alias="wp:featuredmedia")] = ()
    terms: Annotated[tuple[tuple[_Term, ...], ...], Field(alias="wp:term")] = ()


class _Post(_Part):
    guid: Annotated[Rendered, Field(min_length=1)]
    link: str = ""
    title: Annotated[Rendered, Field(min_length=1)]
    content: Rendered = ""
    excerpt: Rendered = ""
    date_gmt: datetime | None = None
    embedded: Annotated[_Embedded, Field(alias="_embedded")] = _Embedded()


_LIST = TypeAdapter(list[dict[str, Any]])


def posts_url(feed: Feed) -> str:
    """Return where the newest posts of the site are told."""
    if urlsplit(feed.url).path.rstrip("/").endswith("/posts"):
        return feed.url
    return f"{feed.url.rstrip('/')}/{POSTS}?{ASKED}"


def read_wordpress(feed: Feed, answer: Answer) -> Reading:
    """Return the posts; raises `FeedProblem` for what is no list of posts.

    A post that has not the form of one is left out, and the reading is not whole.
    """
    try:
        posts = _LIST.validate_json(answer.body)
    except ValidationError:
        raise FeedProblem(Problem.OTHER_FORMAT, "not a list of posts") from None
    if not posts:
        raise FeedProblem(Problem.NO_ENTRIES)
    entries = [entry for each in posts if (entry := _entry(feed, each))]
    wrong = len(posts) - len(entries)
    if wrong:
        return Reading(entries, Problem.NOT_WELL_FORMED, f"{wrong} of {len(posts)} posts")
    return Reading(entries)


def _entry(feed: Feed, data: Mapping[str, Any]) -> Entry | None:
    try:
        post = _Post.model_validate(data)
    except ValidationError:
        return None
    body = post.content or post.excerpt
    pictures = (*_featured(post.embedded.media), *pictures_in(body))
    named = (term for terms in post.embedded.terms for term in terms)
    return Entry(
        post.guid,
        post.title,
        body,
        post.link,
        _in_utc(post.date_gmt),
        "",
        tuple(term.name for term in named if term.taxonomy == "category" and term.name),
        tuple(dict.fromkeys(urljoin(post.link or feed.url, each) for each in pictures)),
    )


def _featured(media: tuple[_Media, ...]) -> tuple[str, ...]:
    """Return the picture's addresses: a large one first, for the whole one may be huge."""
    if not media or media[0].media_type != "image":
        return ()
    sizes = media[0].details.sizes if media[0].details else {}
    large = [sizes[name].source_url for name in ("1536x1536", "large") if name in sizes]
    return tuple(each for each in (*large, media[0].source_url) if each)


def _in_utc(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
