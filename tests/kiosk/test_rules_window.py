"""What the hall's rules show on the kiosk's screens, by real touches in a real window."""

from dataclasses import replace

import pytest

from kiosk import page as pages
from kiosk import visit as visits
from kiosk.closed import Closed
from kiosk.offered import Offered
from kiosk.screens.target import Tile, targets
from media.isolation import plain
from media.look.widgets import Text, overflowing
from tests.kiosk.small_hall import RULED
from tests.kiosk.staged import (
    CLASSES,
    NOON,
    OPENING,
    PACK,
    SCREENS,
    offered,
    stage_on,
    turner_on,
)
from tests.kiosk.visitor import PORTRAIT, TO_TICKET
from wire.messages import LANGUAGES

pytestmark = pytest.mark.window


def said(widget):
    return {plain(text.text) for text in widget.walk() if isinstance(text, Text) and text.text}


def test_a_visitor_declares_a_right_by_touch_and_the_ticket_says_it_without_its_name(visit):
    visitor = visit(PORTRAIT, token=RULED)
    visitor.until_sees("attract")
    visitor.goes(*TO_TICKET[:-1])
    assert "Attente\u00a0: environ 10 à 25 minutes" in said(visitor.kiosk.stage)

    visitor.goes(("take", "priority"))
    asked = visitor.sees()
    assert {"priority:disability", "priority:elderly", "priority:normal"} <= set(asked.targets)
    assert "priority:abroad" not in asked.targets
    visitor.goes(("priority:elderly", "ticket"))

    told = said(visitor.kiosk.stage)
    assert {"Votre priorité est notée", "Attente\u00a0: environ 10 à 25 minutes"} <= told
    assert not {text for text in told if "âgée" in text}


def test_saying_no_is_one_touch_and_nothing_is_said_of_it(visit):
    visitor = visit(PORTRAIT, token=RULED)
    visitor.until_sees("attract")
    visitor.goes(*TO_TICKET[:-1], ("take", "priority"), ("priority:normal", "ticket"))
    assert "Votre priorité est notée" not in said(visitor.kiosk.stage)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_is_as_large_as_any_yes_and_each_yes_has_its_picture(window, language):
    stage = stage_on(window, SCREENS["portrait of 27 inches"])
    stage.show(pages.PriorityChoice(language, PACK.services[0], CLASSES))
    window.pump(4)

    found = targets(stage)
    tiles = [each for each in stage.walk() if isinstance(each, Tile)]
    assert [tile.medallion is not None for tile in tiles] == [True] * len(CLASSES)
    assert found["priority:normal"].width >= max(tile.width for tile in tiles)


CLOSED = {
    "ar": "تفتح يوم الجمعة على الساعة 08:30",
    "fr": "Ouvre vendredi à 08:30",
    "en": "Opens on Friday at 08:30",
}


@pytest.mark.parametrize("size", ["portrait of 21.5 inches", "old square of 19 inches"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_closed_tile_says_in_the_visitors_words_from_when(window, size, language):
    screen = SCREENS[size]
    stage, turner = stage_on(window, screen), turner_on(screen)
    stage.show(turner.page(visits.AtServices(language, PACK.office("hygiene")), offered()))
    window.pump(4)

    stand_ins = ("ar",) if screen.is_cramped else ("ar", "fr")
    wanted = {CLOSED[each] for each in (stand_ins if language == "zgh" else (language,))}
    assert wanted <= said(targets(stage)["service:hygiene"])


def test_a_service_that_closes_while_it_is_read_has_no_button_any_more(window):
    screen = SCREENS["portrait of 21.5 inches"]
    stage, turner = stage_on(window, screen), turner_on(screen)
    sheet = visits.AtSheet("fr", PACK.offices[0], PACK.service("birth_copy"))
    stage.show(turner.page(sheet, offered()))
    assert "take" in targets(stage)

    known = offered().offer
    services = tuple(
        replace(each, is_open=False, closed_because="quota_reached")
        if each.service == "birth_copy"
        else each
        for each in known.services
    )
    stage.show(turner.page(sheet, Offered(PACK, replace(known, services=services))))
    window.pump(4)
    assert "take" not in targets(stage)
    assert "Il n’y a plus de tickets pour ce service aujourd’hui." in said(stage)
    assert overflowing(stage) == []


@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_a_hall_with_hours_of_its_own_tells_its_next_opening_not_the_printed_ones(window, language):
    stage = stage_on(window, SCREENS["portrait of 21.5 inches"])
    closed = Closed("service_closed", opening=OPENING)
    stage.show(pages.NothingOpen(language, closed, has_timetable=True))
    window.pump(4)

    told = said(stage)
    assert "08:30" in told
    assert not {text for text in told if "16:30" in text}
    days = {"ar": "الجمعة", "fr": "vendredi", "en": "Friday"}
    wanted = {"zgh": ["ar", "fr"], None: ["ar", "fr", "en"]}.get(language, [language])
    assert any(all(days[each] in text for each in wanted) for text in told)


def test_a_hall_that_opens_later_today_names_no_day(window):
    stage = stage_on(window, SCREENS["portrait of 21.5 inches"])
    today = replace(OPENING, at=NOON.replace(hour=14, minute=30))
    stage.show(pages.NothingOpen("fr", Closed("service_closed", opening=today), has_timetable=True))
    window.pump(4)
    assert said(stage) >= {"Réouverture", "14:30"}
    assert "lundi" not in said(stage)
