"""What is left out of a manuscript is its template's habit."""

from datetime import datetime, timedelta

import pytest

from controller.signage.habits import HABITS
from controller.signage.manuscript import Files, Manuscript, notice_of
from controller.signage.notice import Template
from media.playlist.content import (
    CouncilSession,
    Document,
    News,
    Picture,
    ProcedureOfTheDay,
    QueueState,
    Video,
    Vigilance,
)
from media.playlist.model import Asset, Rank, Strength
from media.words import Words
from tests.controller.signage.drafting import TITLE, WALL

PAGES = tuple(Asset(digit * 64, "image/jpeg", 10, 20, 30) for digit in "ab")
FILM = Asset("c" * 64, "video/mp4", 10, 20, 30, 5.0)
CAPTIONS = Asset("d" * 64, "text/vtt", 10)


def test_every_template_has_its_habit():
    assert set(HABITS) == set(Template)


def test_the_end_is_prefilled_as_long_after_the_start_as_such_notices_live():
    notice = notice_of(Manuscript(TITLE, Template.CLOSURE), WALL.replace(second=7), "salma")

    validity = notice.item.validity
    assert (validity.since, validity.until) == (WALL, WALL + timedelta(days=1))
    assert (notice.item.rank, notice.item.strength) == (Rank.URGENT, Strength.FIRST)
    assert notice.id == "closure-20261123-100007"


def test_a_session_is_over_on_the_evening_of_its_day():
    start = datetime.fromisoformat("2026-12-03T10:00")
    notice = notice_of(Manuscript(TITLE, Template.SESSION, start=start), WALL, "salma")

    assert notice.item.content == CouncilSession(TITLE, start)
    assert notice.item.validity.until == datetime.fromisoformat("2026-12-04T00:00")


def test_a_warning_of_the_weather_says_what_to_do():
    with pytest.raises(ValueError, match="says what to do"):
        Manuscript(TITLE, Template.WEATHER)
    notice = notice_of(Manuscript(TITLE, Template.WEATHER, text=TITLE), WALL, "salma")

    assert isinstance(notice.item.content, Vigilance)


@pytest.mark.parametrize(
    ("files", "fields", "kind", "needed"),
    [
        (Files(PAGES[:1]), {"picture": "a.jpg"}, Picture, PAGES[:1]),
        (Files(PAGES), {"document": "a.pdf"}, Document, PAGES),
        (
            Files(film=FILM, captions=(("ar", CAPTIONS),)),
            {"film": "a.mp4", "captions": {"ar": "a.vtt"}},
            Video,
            (FILM, CAPTIONS),
        ),
    ],
)
def test_files_are_shown_and_named_as_assets(files, fields, kind, needed):
    notice = notice_of(Manuscript(TITLE, **fields), WALL, "salma", files)

    assert isinstance(notice.item.content, kind)
    assert notice.assets == needed


@pytest.mark.parametrize("fields", [{"picture": "a.jpg"}, {"document": "a.pdf"}])
def test_the_title_of_a_picture_stands_below_it_where_its_editor_wishes(fields):
    shown = notice_of(Manuscript(TITLE, **fields), WALL, "salma", Files(PAGES))
    told = notice_of(Manuscript(TITLE, **fields, shows_title=True), WALL, "salma", Files(PAGES))

    assert (shown.item.content.title, told.item.content.title) == (None, TITLE)


@pytest.mark.parametrize(
    ("fields", "content"),
    [
        ({"procedure": "birth_copy"}, ProcedureOfTheDay("birth_copy")),
        ({"queue": True, "services": ("birth_copy",)}, QueueState(("birth_copy",))),
        ({"source": "ainnour.ma", "text": TITLE}, News(TITLE, "ainnour.ma", TITLE)),
    ],
)
def test_what_the_hall_tells_by_itself_and_news_are_asked_for(fields, content):
    assert notice_of(Manuscript(TITLE, **fields), WALL, "salma").item.content == content


def test_news_may_have_a_picture_which_its_title_describes():
    manuscript = Manuscript(TITLE, source="ainnour.ma", picture="a.jpg")
    news = notice_of(manuscript, WALL, "salma", Files(PAGES[:1])).item.content

    assert news == News(TITLE, "ainnour.ma", None, "a" * 64, TITLE)


def test_a_session_has_an_agenda():
    start = datetime.fromisoformat("2026-12-03T10:00")
    manuscript = Manuscript(TITLE, Template.SESSION, start=start, agenda=TITLE)

    assert notice_of(manuscript, WALL, "salma").item.content.agenda == TITLE


def test_a_film_without_captions_is_refused_unless_it_is_silent():
    with pytest.raises(ValueError, match="needs captions"):
        notice_of(Manuscript(TITLE, film="a.mp4"), WALL, "salma", Files(film=FILM))

    silent = Manuscript(TITLE, film="a.mp4", is_silent=True)
    assert notice_of(silent, WALL, "salma", Files(film=FILM)).assets == (FILM,)


def test_two_sorts_of_files_are_refused():
    with pytest.raises(ValueError, match="one of picture"):
        Manuscript(TITLE, picture="a.jpg", film="a.mp4")


def test_the_tamazight_that_an_editor_wrote_is_shown():
    words = Words("ماء", "eau", zgh="ⴰⵎⴰⵏ")
    notice = notice_of(Manuscript(words), WALL, "salma")

    assert notice.item.content.title.parts("zgh") == (("zgh", "ⴰⵎⴰⵏ"),)
