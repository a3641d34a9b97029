"""News and sessions as items of a playlist, and their pictures as its assets."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from controller.news.album import Album
from controller.news.shown import NewsItem, Session
from media.playlist.content import CouncilSession, News
from media.playlist.model import Asset, Item, Rank
from media.playlist.validity import Validity
from media.words import Words

AHEAD = timedelta(days=14)
"""How long before it begins a session is announced."""

MINUTE = timedelta(minutes=1)


def played(value: NewsItem | Session, source: str, zone: ZoneInfo) -> Item:
    """Return the item that screens play.

    `source` is who wrote it, as visitors know them; `zone` the hall's, by whose clocks the item
    begins and ends.
    """
    match value:
        case NewsItem():
            return _news(value, source, zone)
        case Session():
            return _session(value, zone)


def assets(values: Iterable[NewsItem | Session], album: Album) -> tuple[Asset, ...]:
    """Return the pictures of the news, each once.

    Raises `OSError` when a file of the album is missing.
    """
    names = {each.picture: None for each in values if isinstance(each, NewsItem) and each.picture}
    return tuple(_asset(name, album) for name in names)


def _news(news: NewsItem, source: str, zone: ZoneInfo) -> Item:
    content = News(
        _words(news.headline),
        source,
        _words("\n".join(news.paragraphs)) if news.paragraphs else None,
        news.picture or None,
        _words(news.headline) if news.picture else None,
        news.language,
    )
    return Item(news.name, content, validity=_validity(news.starts, news.ends, zone))


def _session(session: Session, zone: ZoneInfo) -> Item:
    content = CouncilSession(
        _words(session.title),
        _wall(session.starts, zone),
        _words(session.place) if session.place else None,
        session.is_cancelled,
        session.language,
    )
    validity = _validity(session.starts - AHEAD, session.ends, zone)
    return Item(session.name, content, rank=Rank.EVENT, validity=validity)


def _words(text: str) -> Words:
    """Return what was written in one language; `only_in` says which."""
    return Words(text, text)


def _validity(starts: datetime, ends: datetime, zone: ZoneInfo) -> Validity:
    since = _wall(starts, zone)
    until = _wall(ends + MINUTE - timedelta(microseconds=1), zone)  # a minute that was begun
    return Validity(since, max(until, since + MINUTE))


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return the minute that the hall's clocks show."""
    return moment.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)


def _asset(name: str, album: Album) -> Asset:
    width, height = album.size_of(name)
    return Asset(name, "image/jpeg", album.file(name).stat().st_size, width, height)
