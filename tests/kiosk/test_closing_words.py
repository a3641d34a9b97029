"""Why something is closed and when it opens, in four languages."""

from datetime import datetime

import pytest

from kiosk.closed import Closed, Opening
from kiosk.closing_words import briefly, fully, of_hall
from media.isolation import plain
from media.texts import Texts
from tests.kiosk.conversation import NOON, PACK


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts()


def opening(day, hour=8, month=11):
    at = datetime(2026, month, day, hour, 30, tzinfo=PACK.hall.zone)
    return Opening(at, NOON.date())


def said(parts):
    return [(language, plain(text)) for language, text in parts]


@pytest.mark.parametrize(
    ("closed", "arabic", "french", "english"),
    [
        (Closed(), "مغلقة حاليا", "Fermé pour le moment", "Closed now"),
        (Closed("service_paused"), "متوقفة مؤقتا", "Suspendu pour le moment", "Paused for now"),
        (
            Closed("quota_reached"),
            "نفدت تذاكر اليوم",
            "Plus de tickets aujourd’hui",
            "No more tickets today",
        ),
        (
            Closed("service_closed", opening=opening(23, 14)),
            "تفتح على الساعة 14:30",
            "Ouvre à 14:30",
            "Opens at 14:30",
        ),
        (
            Closed("service_closed", opening=opening(24)),
            "تفتح يوم الثلاثاء على الساعة 08:30",
            "Ouvre mardi à 08:30",
            "Opens on Tuesday at 08:30",
        ),
        (
            Closed("service_closed", opening=opening(1, month=12)),
            "تفتح يوم 1 دجنبر على الساعة 08:30",
            "Ouvre le 1er décembre à 08:30",
            "Opens on 1 December at 08:30",
        ),
        (
            Closed("last_ticket_given", opening=opening(24)),
            "نفدت تذاكر اليوم",
            "Plus de tickets aujourd’hui",
            "No more tickets today",
        ),
        (
            Closed("last_ticket_given", opening=opening(23, 14)),
            "التذاكر المقبلة على الساعة 14:30",
            "Prochains tickets à 14:30",
            "Next tickets at 14:30",
        ),
    ],
)
def test_a_tile_says_in_few_words_why_or_from_when(texts, closed, arabic, french, english):
    assert said(briefly(texts, "ar", closed)) == [("ar", arabic)]
    assert said(briefly(texts, "fr", closed)) == [("fr", french)]
    assert said(briefly(texts, "en", closed)) == [("en", english)]
    assert said(briefly(texts, "zgh", closed)) == [("ar", arabic), ("fr", french)]


@pytest.mark.parametrize("written", ["Panne informatique", "عطل في النظام المعلوماتي"])
def test_a_proposed_reason_is_read_in_every_language_whichever_it_was_written_in(texts, written):
    paused = Closed("service_paused", written)
    assert [text for _, text in said(fully(texts, "en", paused))] == [
        "No tickets are given for this service for now. Reason: The computers do not work"
    ]
    assert [language for language, _ in fully(texts, "zgh", paused)] == ["ar", "fr"]


def test_a_reason_in_somebodys_own_words_is_told_as_it_is(texts):
    paused = Closed("service_paused", "Inventaire annuel")
    assert said(fully(texts, "ar", paused)) == [
        ("ar", "لا تُسلَّم تذاكر لهذه الخدمة في الوقت الحالي. السبب: Inventaire annuel")
    ]


def test_a_reason_that_is_too_long_for_a_kiosk_ends_with_dots(texts):
    paused = Closed("service_paused", "long " * 60)
    ((_, text),) = said(fully(texts, "fr", paused))
    assert text.endswith("long…")
    assert len(text) < 170


@pytest.mark.parametrize(
    ("closed", "told"),
    [
        (
            Closed("last_ticket_given", opening=opening(24)),
            ("No more tickets are given before closing time. Next tickets on Tuesday at 08:30"),
        ),
        (
            Closed("quota_reached", opening=opening(24)),
            ("There are no more tickets for this service today. Next tickets on Tuesday at 08:30"),
        ),
        (
            Closed("day_over", opening=opening(24)),
            "The hall has closed for today. Opens on Tuesday at 08:30",
        ),
    ],
)
def test_a_sheet_tells_why_there_is_no_ticket_and_when_there_is_one(texts, closed, told):
    assert said(fully(texts, "en", closed)) == [("en", told)]


@pytest.mark.parametrize(
    ("closed", "told"),
    [
        (Closed("last_ticket_given", opening=opening(24)), "No more tickets today"),
        (Closed("last_ticket_given", opening=opening(23, 14)), "No tickets are given for now"),
        (Closed("service_closed", opening=opening(23, 14)), "The hall is closed now"),
        (Closed("day_over", opening=opening(24)), "The hall has closed for today."),
        (Closed("service_paused"), "No tickets are given for now"),
        (Closed("emergency"), "No tickets are given for now"),
        (Closed(), "No tickets are given for now"),
    ],
)
def test_the_hall_is_called_closed_only_while_it_is(texts, closed, told):
    assert said(of_hall(texts, "en", closed)) == [("en", told)]
