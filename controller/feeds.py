"""What a hall has by its settings: feeds of news, complaints."""

from datetime import UTC, datetime

from sqlalchemy import Engine

from controller.settings import Settings
from controller.signage.told import Tell, nothing_told
from controller.store.asset_folder import AssetFolder
from controller.store.complaints import SqlComplaints
from controller.store.news import SqlShelf
from controller.web.complaining import Complaining
from controller.web.news_page import NewsDesk
from media.pack import Pack


def complaining_of(settings: Settings, engine: Engine) -> Complaining:
    """Return what is kept of complaints."""
    kept = SqlComplaints(engine, settings.hall)
    return Complaining(kept, settings.complaints.personal_days)


def news_of(settings: Settings, engine: Engine, files: AssetFolder, pack: Pack) -> Tell:
    """Return what looks up the news that screens tell."""
    if not settings.news.feeds:
        return nothing_told
    from controller.newsroom import news_teller  # noqa: PLC0415 - it takes a third of a second

    return news_teller(settings, engine, files, pack, machine_now)


def news_desk(settings: Settings, engine: Engine) -> NewsDesk | None:
    """Return what editors decide on."""
    if not settings.news.feeds:
        return None
    shelf = SqlShelf(engine, settings.hall)
    return NewsDesk(
        shelf, machine_now, settings.news.publish_at_once, settings.notices_need_approval
    )


def machine_now() -> datetime:
    """Return the moment by the machine's clock, by which feeds are visited."""
    return datetime.now(UTC)
