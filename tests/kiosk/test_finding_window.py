"""A procedure found by typing or by life event, and its list taken home: by real touches."""

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from kiosk.take_home import ListWords, TakeHome
from media.pack import load_pack
from media.texts import Texts
from tests.kiosk.small_hall import PACK
from tests.kiosk.visitor import PORTRAIT, TO_TICKET

pytestmark = pytest.mark.window

DEMO = load_pack(PACK)
WORDS = ListWords(Texts(), DEMO)
PERMIT = DEMO.procedure("building_permit")


def comes(visit, language):
    visitor = visit(PORTRAIT)
    visitor.until_sees("attract")
    visitor.goes(("start", "languages"), (f"language:{language}", "offices"))
    return visitor


def types(visitor, word):
    """Touch key after key, as fast as a finger can."""
    typed = visitor.kiosk.stage.page.typed
    for letter in word:
        visitor.puts_finger(visitor.sees().targets[f"key:{letter}"])
        typed += letter
    visitor.until(lambda: visitor.kiosk.stage.page.typed == typed)
    until_settled(visitor)


def until_settled(visitor):
    """Wait for the touch map of what is shown now: what is found moves with each letter."""
    visitor.until(lambda: visitor.sees().turn == visitor.kiosk.stage.touch_map().turn)


def until_offered(visitor, target):
    visitor.until(lambda: target in visitor.sees().targets)
    until_settled(visitor)


def read(picture):
    """What an independent decoder reads of a picture."""
    return sorted(each.text for each in zxingcpp.read_barcodes(np.array(picture.convert("L"))))


def test_who_types_a_word_takes_the_list_home_on_paper_and_in_a_code(visit, printer, tmp_path):
    visitor = comes(visit, "ar")
    visitor.goes(("search", "search"))
    types(visitor, "رخصه")
    until_offered(visitor, "procedure:building_permit")
    visitor.goes(("procedure:building_permit", "sheet"), ("tick", "ticks"))
    visitor.touches("piece:1")
    visitor.until(lambda: visitor.kiosk.stage.page.missing == 4)
    visitor.touches("keep")
    visitor.until_sees("list")
    visitor.until(lambda: visitor.kiosk.stage.page.is_printed)

    wanted = "\n".join(WORDS.plain_lines(TakeHome("ar", PERMIT, frozenset({0}))))
    assert read(Image.open(visitor.window.shot(tmp_path / "list.png"))) == [wanted]
    (paper,) = printer.pages()
    assert read(Image.open(paper)) == [wanted]


def test_a_visitor_ticks_what_is_at_hand_and_takes_the_ticket(visit, printer):
    visitor = comes(visit, "fr")
    visitor.goes(*TO_TICKET[2:4], ("tick", "ticks"))
    for number in (1, 2, 3):
        visitor.touches(f"piece:{number}")
    visitor.until(lambda: visitor.kiosk.stage.page.missing == 0)
    visitor.goes(("take", "ticket"))

    assert visitor.sees().ticket == "A001"


def test_a_life_event_leads_to_a_ticket_on_tifinagh_letters_too(visit, printer):
    visitor = comes(visit, "zgh")
    visitor.goes(("search", "search"))
    types(visitor, "ⵜⴰ")
    visitor.touches("script:latin")
    until_offered(visitor, "key:q")
    visitor.goes(("back", "offices"), ("events", "events"), ("event:birth", "procedures"))
    visitor.goes(("procedure:birth_declaration", "sheet"), ("take", "ticket"))

    assert visitor.sees().ticket == "A001"


def test_a_printer_without_paper_leaves_the_code_on_the_screen(visit, printer, tmp_path):
    printer.order("paper out")
    visitor = comes(visit, "fr")
    visitor.goes(("events", "events"), ("event:building", "procedures"))
    visitor.goes(("procedure:building_permit", "sheet"), ("keep", "list"))
    visitor.until(lambda: visitor.kiosk.stage.page.is_printed is False)
    until_offered(visitor, "print")

    wanted = "\n".join(WORDS.plain_lines(TakeHome("fr", PERMIT)))
    assert read(Image.open(visitor.window.shot(tmp_path / "list.png"))) == [wanted]
    printer.order("heal")
    visitor.touches("print")
    visitor.until(lambda: visitor.kiosk.stage.page.is_printed)
