"""Items and revisions for the tests of what screens play."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from media.playlist.content import Commitments, Picture, TextNotice, Video
from media.playlist.model import Asset, Item, Placement, Playlist, Rank, Revision, Spot, Strength
from media.playlist.validity import WEEK, Validity, Window
from media.words import Words
from media.zone import time_zone

CASABLANCA: ZoneInfo = time_zone("Africa/Casablanca")
HERE = Spot("hall-1", "civil_status")
PUBLISHED = datetime(2026, 11, 23, 9, tzinfo=UTC)
POSTER, FILM, CAPTIONS = (letter * 64 for letter in "abc")

TITLE = Words(ar="إغلاق المصلحة", fr="Fermeture du service", en="The office closes")


def wall(text: str) -> datetime:
    """What the hall's clocks show: `2026-11-23 08:30`."""
    return datetime.fromisoformat(text)


def at(text: str, fold: int = 0) -> datetime:
    """A moment of the hall; of an hour that is shown twice, the first or the second."""
    return wall(text).replace(tzinfo=CASABLANCA, fold=fold)


def day(text: str) -> date:
    return date.fromisoformat(text)


def window(start: str, end: str, *days: str) -> Window:
    return Window(time.fromisoformat(start), time.fromisoformat(end), days or WEEK)


def lasting(key="charter", weight=1, rank=Rank.NORMAL, strength=Strength.TURN, **when) -> Item:
    """An item that has no end, unless it is told one."""
    content = Commitments()
    validity = Validity(**when)
    return Item(key, content, None, weight, rank, strength, validity)


def notice(key="closing", since="2026-11-23 08:00", until="2026-11-23 16:00", **more) -> Item:
    return Item(key, TextNotice(TITLE), validity=Validity(wall(since), wall(until)), **more)


def replacing(key="storm", rank=Rank.URGENT, **more) -> Item:
    return notice(key, rank=rank, strength=Strength.REPLACE, **more)


def revision(*items: Item, holidays=(), assets=(), number=1) -> Revision:
    """A revision whose items play on every screen."""
    ids = tuple(each.id for each in items)
    lists = (Playlist("all", "Everything", ids),) if ids else ()
    placed = (Placement("all"),) if ids else ()
    return Revision(number, PUBLISHED, items, lists, placed, tuple(assets), tuple(holidays))


def rich_revision() -> Revision:
    """A revision with words, a picture and a film."""
    return revision(
        notice(),
        Item("poster", Picture(POSTER, TITLE), 20.0),
        Item("film", Video(FILM, TITLE, is_silent=True), weight=2),
        assets=(
            Asset(POSTER, "image/png", 40_000, 1920, 1080),
            Asset(FILM, "video/mp4", 9_000_000, 1920, 1080, 42.5),
        ),
        holidays=[day("2027-01-11")],
    )
