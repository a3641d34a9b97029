"""What a kiosk says when tickets have ended, as it is drawn."""

from dataclasses import replace

import pytest

from kiosk import page as pages
from kiosk import visit as visits
from kiosk.closed import Closed
from kiosk.offered import Offered
from media.isolation import plain
from media.look.widgets import Text, overflowing
from tests.kiosk.staged import OPENING, PACK, SCREENS, offered, stage_on, turner_on
from wire.messages import LANGUAGES

pytestmark = pytest.mark.window


def said(widget):
    return {plain(text.text) for text in widget.walk() if isinstance(text, Text) and text.text}


@pytest.mark.parametrize("size", ["portrait of 21.5 inches", "old square of 19 inches"])
@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_after_the_last_ticket_it_fits_that_others_are_still_called(window, size, language):
    stage = stage_on(window, SCREENS[size])
    closed = Closed("last_ticket_given", opening=OPENING)
    stage.show(pages.NothingOpen(language, closed, has_timetable=True, takes_appointments=True))
    window.pump(4)

    assert overflowing(stage) == []
    called = {
        "ar": "من لديه تذكرة سيُنادى عليه",
        "fr": "Les personnes qui ont un ticket seront encore appelées",
        "en": "Whoever has a ticket is still called",
    }
    wanted = {"zgh": ["ar", "fr"], None: ["ar", "fr", "en"]}.get(language, [language])
    assert {called[each] for each in wanted} <= said(stage)


def test_after_the_last_ticket_the_hall_is_not_called_closed(window):
    stage = stage_on(window, SCREENS["portrait of 21.5 inches"])
    closed = Closed("last_ticket_given", opening=OPENING)
    stage.show(pages.NothingOpen("en", closed, has_timetable=True))
    window.pump(4)

    assert said(stage) >= {
        "No more tickets today",
        "Next tickets",
        "Friday",
        "08:30",
        "Whoever has a ticket is still called",
    }


def a_sheet(turner, language, **closed):
    """The sheet of birth copies, which are closed."""
    sheet = visits.AtSheet(language, PACK.offices[0], PACK.service("birth_copy"))
    known = offered().offer
    services = (
        replace(each, is_open=False, **closed) if each.service == "birth_copy" else each
        for each in known.services
    )
    offer = replace(known, services=tuple(services), opens_on_a_later_day_at=OPENING.at)
    return turner.page(sheet, Offered(PACK, offer))


@pytest.mark.parametrize("size", ["portrait of 21.5 inches", "old square of 19 inches"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_closed_sheet_tells_what_to_bring_another_time(window, size, language):
    screen = SCREENS[size]
    stage, turner = stage_on(window, screen), turner_on(screen)
    stage.show(a_sheet(turner, language, closed_because="quota_reached"))
    window.pump(4)

    assert overflowing(stage) == []
    bring = {
        "ar": "أحضروا هذه الوثائق عند عودتكم",
        "fr": "Apportez ces documents quand vous reviendrez",
        "en": "Bring these documents when you come back",
    }
    told, stand_ins = said(stage), ("ar",) if screen.is_cramped else ("ar", "fr")
    assert {bring[each] for each in (stand_ins if language == "zgh" else (language,))} <= told
    assert not {text for text in told if "before you take" in text or "avant de prendre" in text}
