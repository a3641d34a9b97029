"""Warnings, news, sessions, procedures and the queue in pages: in which words, and how many."""

from datetime import datetime

import pytest

from display.item_pages import LINES_AT_ONCE, ItemPages
from display.page import QueuePage, Still
from display.pages import PageMaker
from media.isolation import plain
from media.playlist.content import CouncilSession, Level, News, QueueState, Vigilance
from media.playlist.validity import Validity
from media.texts import Texts
from media.words import Words
from tests.display.builders import demo_pack, everything_fits
from tests.media.playlist.building import wall
from wire.messages import Expected, Queue

TITLE = Words(ar="رياح قوية", fr="Vents forts")
TEXT = Words(ar="الزموا بيوتكم.", fr="Restez chez vous.")
DAY = Validity(wall("2026-11-23 08:00"), wall("2026-11-24 18:00"))


@pytest.fixture(scope="module")
def pages():
    maker = PageMaker(("ar", "fr", "zgh", "en"), everything_fits)
    return ItemPages(maker, Texts(), demo_pack())


def told(leaves):
    return [(each.language, each.title, plain(each.text).split("\n")) for each in leaves]


def test_a_warning_says_until_when_it_holds_and_what_to_do(pages):
    leaves = pages.of_vigilance("storm", Vigilance(Level.ORANGE, TITLE, TEXT), DAY)

    assert told(leaves) == [
        ("ar", "رياح قوية", ["إلى غاية الثلاثاء 24 نونبر 2026 · 18:00", "الزموا بيوتكم."]),
        ("fr", "Vents forts", ["Jusqu’à mardi 24 novembre 2026 · 18:00", "Restez chez vous."]),
    ]
    assert {each.level for each in leaves} == {Level.ORANGE}


def test_news_shows_its_picture_with_the_title_then_its_words_with_source_and_day(pages):
    news = News(TITLE, "ainnour.ma", TEXT, "a" * 64, TITLE)
    still, page, *_ = pages.of_news("n", news, wall("2026-11-23 08:00"))

    assert (type(still), still.asset, still.title) == (Still, "a" * 64, "رياح قوية")
    assert (page.source, str(page.dated)) == ("ainnour.ma", "2026-11-23")
    assert told([page]) == [("ar", "رياح قوية", ["الزموا بيوتكم."])]


def test_news_of_one_language_is_shown_in_that_one(pages):
    words = Words("Marché fermé", "Marché fermé")
    leaves = pages.of_news("n", News(words, "ainnour.ma", None, only_in="fr"), None)

    assert told(leaves) == [("fr", "Marché fermé", [""])]


def test_a_session_tells_when_and_where_it_is_and_its_agenda_line_by_line(pages):
    agenda = Words(ar="الميزانية\nالطرق", fr="Le budget\nLes routes")
    place = Words(ar="القاعة الكبرى", fr="Grande salle")
    session = CouncilSession(TITLE, datetime.fromisoformat("2027-02-04T10:00"), place, True, None)
    cancelled = pages.of_session("s", session)
    held = pages.of_session("s", CouncilSession(TITLE, session.start, place, agenda=agenda))

    when = "jeudi 4 février 2027 · 10:00"
    assert told(cancelled)[1][2] == ["Cette session est annulée", when, "Grande salle"]
    assert told(held)[1][2] == [
        when,
        "Grande salle",
        "Ordre du jour\u00a0:",
        "• Le budget",
        "• Les routes",
    ]


def test_a_procedure_tells_every_document_its_fee_and_its_time_limit(pages):
    pack = demo_pack()
    procedure = next(each for each in pack.procedures if len(each.documents) > 2)
    leaves = pages.of_procedure("p", procedure.id)
    arabic = told(leaves)[0]

    assert arabic[:2] == ("ar", procedure.name.ar)
    assert sum(line.startswith("• ") for line in arabic[2]) == len(procedure.documents)
    assert any(procedure.delay.ar in line for line in arabic[2])


def test_a_procedure_that_the_pack_has_lost_shows_nothing(pages):
    assert pages.of_procedure("p", "no_such_thing") == ()


def test_the_queue_tells_each_service_once_in_each_language(pages):
    leaves = pages.of_queue("q", QueueState())
    services = [each.id for each in demo_pack().services]

    for language in ("ar", "fr"):
        own = [each for each in leaves if each.language == language]
        assert [line.service for each in own for line in each.lines] == services
        assert max(len(each.lines) for each in own) <= LINES_AT_ONCE


def test_who_waits_now_stands_beside_each_service_and_is_left_open_while_it_is_not_known(pages):
    (page, *_) = pages.of_queue("q", QueueState(("birth_copy", "legalisation")))
    wait = Expected(5, 9, 15)
    now = page.now({"birth_copy": Queue("birth_copy", 7, wait)})

    assert isinstance(page, QueuePage)
    assert [(each.waiting, each.wait) for each in now.lines] == [(7, wait), (None, None)]
