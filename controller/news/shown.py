"""What screens may show of the news now: plain values, which know no screen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from controller.news.item import Item, Standing
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A news item that was accepted. Whoever draws it isolates what is Latin in its Arabic."""

    name: str
    """The same as long as the item lives, however it is edited."""

    feed: str
    language: Language
    headline: str
    """At most 90 characters."""

    paragraphs: tuple[str, ...]
    starts: datetime
    """From when on it may be shown: since it is known here."""

    ends: datetime
    published: datetime | None = None
    categories: tuple[str, ...] = ()
    picture: str = ""
    """The SHA-256 of a JPEG file in the album; empty when there is none."""

    link: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A session of the council."""

    name: str
    feed: str
    language: Language
    title: str
    paragraphs: tuple[str, ...]
    starts: datetime
    ends: datetime
    """From then on it is over."""

    is_whole_day: bool = False
    place: str = ""
    is_cancelled: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The sessions of the council as they are to be told at a moment."""

    now: tuple[Session, ...] = ()
    next: Session | None = None
    cancelled: tuple[Session, ...] = ()
    """Until they would have ended: whoever comes for one must read it."""

    later: tuple[Session, ...] = ()


def shown(items: Iterable[Item], now: datetime) -> tuple[NewsItem | Session, ...]:
    """Return what was accepted and is not over, in the order given."""
    accepted = (item for item in items if item.standing is Standing.ACCEPTED)
    return tuple(_shown(item) for item in accepted if not item.is_over(now))


def agenda(sessions: Iterable[Session], now: datetime) -> Agenda:
    """Return which of the sessions is held now, which is next, and which are not held."""
    left = sorted((each for each in sessions if now < each.ends), key=lambda each: each.starts)
    held = [each for each in left if not each.is_cancelled]
    ahead = [each for each in held if now < each.starts]
    return Agenda(
        tuple(each for each in held if each.starts <= now),
        ahead[0] if ahead else None,
        tuple(each for each in left if each.is_cancelled),
        tuple(ahead[1:]),
    )


def _shown(item: Item) -> NewsItem | Session:
    draft, name = item.told, f"news-{item.number}"
    if (sitting := draft.sitting) is not None:
        return Session(
            name,
            item.feed,
            draft.language,
            draft.headline,
            draft.paragraphs,
            sitting.starts,
            sitting.ends,
            sitting.is_whole_day,
            sitting.place,
            sitting.is_cancelled,
            draft.link,
        )
    return NewsItem(
        name,
        item.feed,
        draft.language,
        draft.headline,
        draft.paragraphs,
        item.first_seen,
        item.ends_at,
        draft.published,
        draft.categories,
        item.picture,
        draft.link,
    )
