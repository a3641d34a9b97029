"""How a hall publishes: of its pack, its settings and its news."""

from collections.abc import Callable
from datetime import datetime

import structlog

from controller.settings import Settings
from controller.signage import Archive, Customs, Declined, Publisher
from controller.signage.told import Tell, nothing_told
from controller.signage.wishes import TellNews
from media.pack import Pack
from media.playlist.content import Commitments
from media.playlist.model import Item

TELL_PACE = 2.0
"""Seconds between looks for news that were accepted, refused or are over."""

NEWS_DESK = "news"
"""As who the controller publishes news that somebody accepted."""


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


def tell_news(publisher: Publisher) -> None:
    """Publish the news if they are others than the screens tell; raises `StoreError`."""
    try:
        publisher.carry_out(TellNews(), NEWS_DESK)
    except Declined as declined:
        if declined.code != "nothing_new":
            structlog.get_logger().error("news_not_published", why=str(declined))
