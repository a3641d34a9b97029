"""How a hall publishes: of its pack and its settings."""

from collections.abc import Callable
from datetime import datetime

from controller.settings import Settings
from controller.signage import Archive, Customs, Publisher
from media.pack import Pack
from media.playlist.content import Commitments
from media.playlist.model import Item


def publisher_of(
    archive: Archive,
    has_file: Callable[[str], bool],
    pack: Pack,
    settings: Settings,
    now: Callable[[], datetime],
) -> Publisher:
    """Return the publisher of the hall's notices; `now` is its clock."""
    needs_approval = settings.notices_need_approval
    customs = Customs(pack.hall.zone, has_file, standing(pack), needs_approval)
    return Publisher(archive, customs, now)


def standing(pack: Pack) -> tuple[Item, ...]:
    """Return what every screen plays beside the notices: the commune's commitments, if it has any.

    Without it, a hall that published one notice would show nothing else all day.
    """
    return (Item("commitments", Commitments()),) if pack.charter else ()
