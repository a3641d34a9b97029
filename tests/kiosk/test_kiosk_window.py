"""A whole kiosk: real window, real touches, a real Socket.IO server, a real virtual printer."""

import pytest
from structlog.testing import capture_logs

from tests.kiosk.visitor import PORTRAIT, SQUARE, TO_TICKET

pytestmark = pytest.mark.window


@pytest.mark.parametrize("screen", [PORTRAIT, SQUARE], ids=["portrait", "square"])
def test_a_visitor_touches_the_way_to_a_printed_ticket(visit, printer, screen):
    visitor = visit(screen)
    visitor.until_sees("attract")

    visitor.goes(*TO_TICKET)
    assert visitor.sees().ticket == "A001"
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed")
    assert len(printer.pages()) == 1

    visitor.until(lambda: visitor.sees().turn == visitor.kiosk.stage.touch_map().turn)
    visitor.goes(("home", "attract"))
    visitor.goes(*TO_TICKET)
    assert visitor.sees().ticket == "A002"


def test_without_paper_the_number_is_noted_and_the_ticket_comes_out_with_the_paper(visit, printer):
    printer.order("paper out")
    visitor = visit(PORTRAIT)
    visitor.until_sees("attract")
    visitor.goes(*TO_TICKET)
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "number_only", 60)
    assert visitor.sees().ticket == "A001"
    assert printer.pages() == []

    printer.order("heal")
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed", 30)
    assert len(printer.pages()) == 1
    visitor.until(lambda: "print" in visitor.sees().targets, 30)
    visitor.until(lambda: visitor.sees().turn == visitor.kiosk.stage.touch_map().turn)
    visitor.touches("print")
    visitor.until(lambda: len(printer.pages()) == 2, 30)
    assert visitor.sees().ticket == "A001"


def test_a_service_that_has_just_closed_is_refused_in_words(visit):
    visitor = visit(PORTRAIT)
    visitor.until_sees("attract")
    visitor.goes(("start", "languages"), ("language:ar", "offices"), ("office:hygiene", "services"))
    visitor.goes(("service:burial", "sheet"), ("take", "not_taken"), ("back", "sheet"))


def test_a_double_tap_chooses_once(visit, monkeypatch):
    # Long enough for both taps on a machine that draws slowly.
    monkeypatch.setattr("kiosk.screens.stage.SETTLING", 3.0)
    visitor = visit(PORTRAIT)
    visitor.until_sees("attract")
    start = visitor.sees().targets["start"]
    visitor.puts_finger(start)
    visitor.puts_finger(start)
    visitor.until_sees("languages")
    assert visitor.kiosk.stage.page.name == "languages"


def test_a_kiosk_that_the_hall_does_not_know_is_out_of_reach_and_says_why(visit):
    with capture_logs() as logs:
        visitor = visit(PORTRAIT, token="wrong")
        visitor.until(lambda: any(log["event"] == "controller_away" for log in logs))
        for _ in range(visitor.settings.waits.outage):
            visitor.kiosk.second()
        visitor.until_sees("out_of_reach")

    away = [log["why"] for log in logs if log["event"] == "controller_away"]
    assert away == ["unknown_device"]
    assert set(visitor.sees().targets) == {"aid:contrast"}


def test_the_window_can_be_photographed(visit):
    visitor = visit(PORTRAIT)
    visitor.until_sees("attract")
    picture = visitor.kiosk.save_picture()
    assert picture.name == "attract-all.png"
    assert [each.name for each in picture.parent.iterdir()] == ["attract-all.png"]


def test_a_healthy_kiosk_says_what_it_is_connected_to_and_that_its_printer_is_ready(visit, hall):
    with capture_logs() as logs:
        visitor = visit(PORTRAIT)
        visitor.until(lambda: {"connected", "printer_ready"} <= {log["event"] for log in logs})
    connected = [log for log in logs if log["event"] == "connected"]
    assert [log["controller"] for log in connected] == [hall]
