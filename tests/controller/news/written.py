"""Feeds and calendars as sites write them."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from controller.news.feed import Feed
from controller.news.network import Answer

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
YESTERDAY = NOW - timedelta(days=1)

COUNCIL = "انعقاد دورة المجلس الجماعي"
WORKS = "أشغال صيانة الإنارة العمومية"

MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'
CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def a_feed(**fields: Any) -> Feed:
    return Feed(
        **{"name": "commune", "url": "https://site.test/feed", "languages": ("ar",)} | fields
    )


def an_item(guid: str, title: str = COUNCIL, more: str = "", at: datetime = YESTERDAY) -> str:
    date = f"<pubDate>{at:%a, %d %b %Y %H:%M:%S} +0000</pubDate>"
    named = f'<guid isPermaLink="false">{guid}</guid><title>{title}</title>'
    return f"<item>{named}{date}<link>https://site.test/{guid}</link>{more}</item>"


def rss(*items: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    channel = f"<channel><title>Commune</title><language>ar</language>{''.join(items)}</channel>"
    return f'{head}<rss version="2.0" {MEDIA} {CONTENT}>{channel}</rss>'.encode()


def as_answer(body: bytes, kind: str = "application/rss+xml", url: str = "") -> Answer:
    return Answer(url or "https://site.test/feed", body, kind)


def a_post(number: int, **fields: Any) -> dict[str, Any]:
    return {
        "id": number,
        "guid": {"rendered": f"https://site.test/?p={number}"},
        "link": f"https://site.test/{number}",
        "title": {"rendered": "Travaux d&#8217;&eacute;clairage"},
        "content": {"rendered": "<p>La rue est <b>ferm&eacute;e</b>.</p>"},
        "date_gmt": "2026-11-22T09:00:00",
    } | fields


def posts(*each: Any) -> Answer:
    return as_answer(json.dumps(each).encode(), "application/json")


def a_calendar(*events: str, head: str = "") -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//commune//FR", head, *events]
    text = "\n".join(line for line in [*lines, "END:VCALENDAR"] if line)
    return text.replace("\n", "\r\n").encode()


def an_event(uid: str, start: str, *more: str, title: str = COUNCIL) -> str:
    return "\n".join(
        ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART{start}", f"SUMMARY:{title}", *more, "END:VEVENT"]
    )
