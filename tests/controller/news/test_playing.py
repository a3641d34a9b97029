"""News become items of a playlist that screens can play."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PIL import Image

from controller.news.album import Album
from controller.news.cleaning import paragraphs
from controller.news.picture import reencoded
from controller.news.playing import assets, played
from controller.news.shown import NewsItem, Session
from media.playlist.content import CouncilSession, News
from media.playlist.faults import faults_of
from media.playlist.manifest import read_manifest, written
from media.playlist.model import Placement, Playlist, Rank, Revision
from media.words import Words
from media.zone import time_zone
from tests.controller.news.written import COUNCIL, NOW, WORKS

RABAT = time_zone("Africa/Casablanca")
DAY = timedelta(days=1)
NEWS = NewsItem("news-7", "commune", "ar", COUNCIL, (WORKS, "5 أكتوبر"), NOW, NOW + 7 * DAY)
RAMADAN = datetime(2026, 2, 16, 10, tzinfo=UTC)
SESSION = Session(
    "news-8", "council", "fr", "Session", (), RAMADAN, RAMADAN + DAY / 12, place="Salle 1"
)


def a_picture(album: Album) -> str:
    file = io.BytesIO()
    Image.new("RGB", (300, 200), "teal").save(file, "PNG")
    return album.keep(reencoded(file.getvalue()))


def test_a_news_item_tells_its_language_its_source_and_its_end() -> None:
    item = played(NEWS, "جماعة", RABAT)

    text = f"{WORKS}\n5 أكتوبر"
    assert item.content == News(Words(COUNCIL, COUNCIL), "جماعة", Words(text, text), only_in="ar")
    assert (item.id, item.validity.since, item.validity.until) == (
        "news-7",
        datetime.fromisoformat("2026-11-23 09:00"),
        datetime.fromisoformat("2026-11-30 09:00"),
    )


def test_a_session_is_told_by_the_clocks_of_the_hall() -> None:
    item = played(SESSION, "council", RABAT)

    ten = datetime.fromisoformat("2026-02-16 10:00")
    assert item.content == CouncilSession(
        Words("Session", "Session"), ten, Words("Salle 1", "Salle 1"), only_in="fr"
    )
    assert (item.rank, item.validity.until) == (
        Rank.EVENT,
        datetime.fromisoformat("2026-02-16 12:00"),
    )


def test_what_is_made_of_news_can_be_published(tmp_path) -> None:
    album = Album(tmp_path)
    long = replace(NEWS, name="news-9", paragraphs=paragraphs("<p>كلمة</p>" * 900))
    values = (replace(NEWS, picture=a_picture(album)), long, SESSION)
    items = tuple(played(each, "commune", RABAT) for each in values)
    playlist = Playlist("news", "News", tuple(item.id for item in items))

    revision = Revision(1, NOW, items, (playlist,), (Placement("news"),), assets(values, album))

    assert faults_of(revision) == ()
    assert read_manifest(written(revision)) == revision
    assert [(each.width, each.height) for each in revision.assets] == [(300, 200)]
