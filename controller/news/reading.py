"""Reads an answer by the kind of its feed, and says no to what only looks like one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from controller.news.council import read_council
from controller.news.entry import Entry, Reading
from controller.news.feed import Feed
from controller.news.network import Answer
from controller.news.problem import FeedProblem, Problem
from controller.news.rss import read_rss
from controller.news.wordpress import posts_url, read_wordpress

MOST_ENTRIES = 100
"""Items of one answer: of more, the newest."""

HEAD = 2000
_ROOT = re.compile(rb"<\s*(!doctype\s+html|html|rss|feed|rdf:rdf)\b", re.IGNORECASE)
_EARLIEST = datetime.min.replace(tzinfo=UTC)


def address_of(feed: Feed) -> str:
    """Return what is asked for."""
    return posts_url(feed) if feed.kind == "wordpress" else feed.url


def read(feed: Feed, answer: Answer, now: datetime, zone: ZoneInfo) -> Reading:
    """Return what the source says; raises `FeedProblem` when it says nothing.

    Whatever fails in the reading of something that strangers wrote is a problem of that feed.
    """
    if not answer.body.strip():
        raise FeedProblem(Problem.EMPTY)
    if _is_page(answer.body):
        raise FeedProblem(Problem.HTML)
    try:
        return _read(feed, answer, now, zone)
    except FeedProblem:
        raise
    except Exception as error:
        raise FeedProblem(Problem.LOST, f"{type(error).__name__}: {error}"[:120]) from error


def _read(feed: Feed, answer: Answer, now: datetime, zone: ZoneInfo) -> Reading:
    match feed.kind:
        case "rss":
            return _newest(read_rss(feed, answer))
        case "wordpress":
            return _newest(read_wordpress(feed, answer))
        case "calendar":
            return _first(read_council(answer, now, zone))
        case _:
            assert_never(feed.kind)


def _is_page(body: bytes) -> bool:
    root = _ROOT.search(body[:HEAD])
    return root is not None and root[1].lower().endswith(b"html")


def _newest(reading: Reading) -> Reading:
    entries = _once(reading.entries)
    entries.sort(key=lambda each: each.published or _EARLIEST, reverse=True)
    latest = entries[:MOST_ENTRIES]
    dated = [each.published for each in latest if each.published]
    return replace(reading, entries=latest, since=min(dated, default=None))


def _first(reading: Reading) -> Reading:
    entries = _once(reading.entries)[:MOST_ENTRIES]
    if len(entries) < MOST_ENTRIES or entries[-1].sitting is None:
        return replace(reading, entries=entries)
    return replace(reading, entries=entries, until=entries[-1].sitting.starts)


def _once(entries: Sequence[Entry]) -> list[Entry]:
    """Return each item once, however often the source says it."""
    return list({each.guid: each for each in reversed(entries)}.values())[::-1]
