"""How a hall publishes: of its pack, its settings and its news."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine

from controller.settings import Settings
from controller.signage import Archive, Customs, Publisher
from controller.signage.told import Tell, Told, nothing_told
from media.pack import Pack
from media.playlist.content import Commitments
from media.playlist.model import Item


class Folder(Protocol):
    """Where the screens' files are."""

    def has(self, name: str) -> bool:
        """Return whether the bytes with this SHA-256 are there."""

    def keep(self, data: bytes) -> str:
        """Write the bytes; raises `controller.identity.StoreError`."""


def publisher_of(
    archive: Archive,
    has_file: Callable[[str], bool],
    pack: Pack,
    settings: Settings,
    now: Callable[[], datetime],
    tell: Tell = nothing_told,
) -> Publisher:
    """Return the publisher of the hall's notices; `now` is its clock, `tell` looks up its news."""
    needs_approval = settings.notices_need_approval
    customs = Customs(pack.hall.zone, has_file, standing(pack), needs_approval, tell)
    return Publisher(archive, customs, now)


def standing(pack: Pack) -> tuple[Item, ...]:
    """Return what every screen plays beside the notices: the commune's commitments, if it has any.

    Without it, a hall that published one notice would show nothing else all day.
    """
    return (Item("commitments", Commitments()),) if pack.charter else ()


def news_of(
    settings: Settings,
    engine: Engine,
    folder: Folder,
    pack: Pack,
    now: Callable[[], datetime],
) -> Tell:
    """Return what looks up the accepted news that are not over; their pictures are kept first."""
    if not settings.news.feeds:
        return nothing_told
    # Only who has feeds pays for the imports.
    from controller.news.album import Album  # noqa: PLC0415 - see above
    from controller.news.playing import assets, played  # noqa: PLC0415 - see above
    from controller.news.shown import NewsItem, shown  # noqa: PLC0415 - see above
    from controller.store.news import SqlShelf  # noqa: PLC0415 - see above

    shelf, album = SqlShelf(engine, settings.hall), Album(settings.news.pictures)

    def has_picture(value: NewsItem) -> bool:
        file = album.file(value.picture)
        return folder.has(value.picture) or _kept(file, folder)

    def tell() -> Told:
        at = now()
        values = [
            replace(each, picture="")
            if isinstance(each, NewsItem) and each.picture and not has_picture(each)
            else each
            for each in shown(shelf.items(at), at)
        ]
        names = {each: getattr(pack.commune.name, each) or pack.commune.name.fr for each in LANGUAGES}
        items = (played(each, names[each.language], pack.hall.zone) for each in values)
        return Told(tuple(items), assets(values, album))

    return tell


def _kept(file: Path, folder: Folder) -> bool:
    """Keep the picture for the screens; return whether it is there at all."""
    if not file.is_file():
        return False
    folder.keep(file.read_bytes())
    return True
