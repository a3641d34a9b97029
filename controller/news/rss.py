"""Reads RSS and Atom."""

import calendar
from collections.abc import Iterator
from datetime import UTC, datetime
from time import struct_time
from typing import Any
from urllib.parse import urljoin

import feedparser
from feedparser.exceptions import CharacterEncodingOverride, NonXMLContentType

from controller.news.entry import Entry, Reading
from controller.news.feed import Feed
from controller.news.markup import pictures_in
from controller.news.network import Answer
from controller.news.problem import FeedProblem, Problem

HARMLESS = (CharacterEncodingOverride, NonXMLContentType)
"""What feedparser calls ill-formed, and is only badly labelled."""


def read_rss(feed: Feed, answer: Answer) -> Reading:
    """Return the items of the feed.

    Of one that is not well-formed, as when it was cut off, the last item that could be read is
    left out: it may be half of one. Raises `FeedProblem` for what is no feed.
    """
    # The feed's own address, not where a redirect led: it makes a guid of a bare number.
    headers = {"content-type": answer.content_type, "content-location": feed.url}
    parsed = feedparser.parse(
        _without_half_letter(answer.body),
        response_headers=headers,
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.get("version"):
        raise FeedProblem(Problem.OTHER_FORMAT)
    language = parsed.feed.get("language") or ""
    entries = [entry for each in parsed.entries if (entry := _entry(feed, each, language))]
    error = parsed.get("bozo_exception")
    if parsed.bozo and not isinstance(error, HARMLESS):
        return Reading(entries[:-1], Problem.NOT_WELL_FORMED, " ".join(str(error).split())[:80])
    if not entries:
        raise FeedProblem(Problem.NO_ENTRIES)
    return Reading(entries)


def _without_half_letter(body: bytes) -> bytes:
    """Return UTF-8 that was cut off in a letter without that one; for it, all would be misread."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        is_cut_off = error.end == len(body) and error.reason == "unexpected end of data"
        return body[: error.start] if is_cut_off else body
    return body


def _entry(feed: Feed, item: Any, language: str) -> Entry | None:  # noqa: ANN401 - feedparser's own
    link = item.get("link") or ""
    guid = item.get("id") or link
    title = item.get("title") or ""
    if not guid or not title.strip():
        return None
    contents = [each.get("value") or "" for each in item.get("content") or ()]
    body = max([*contents, item.get("summary") or ""], key=len)
    pictures = (urljoin(link or feed.url, each) for each in (*_attached(item), *pictures_in(body)))
    return Entry(
        guid,
        title,
        body,
        link,
        _moment(item.get("published_parsed") or item.get("updated_parsed")),
        language,
        tuple(each["term"] for each in item.get("tags") or () if each.get("term")),
        tuple(dict.fromkeys(pictures)),
    )


def _attached(item: Any) -> Iterator[str]:  # noqa: ANN401 - feedparser's own
    """Give the addresses of the pictures beside the text, the best first."""
    for each in item.get("media_content") or ():
        kind = each.get("medium") or each.get("type") or ""
        if kind.startswith("image") and each.get("url"):
            yield each["url"]
    yield from (each["url"] for each in item.get("media_thumbnail") or () if each.get("url"))
    for each in item.get("enclosures") or ():
        if (each.get("type") or "").startswith("image/") and each.get("href"):
            yield each["href"]


def _moment(parsed: struct_time | None) -> datetime | None:
    if parsed is None:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        return None
