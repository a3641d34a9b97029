"""An information screen put together: real touches, bytes over a real socket."""

import numpy as np
import pytest
import requests
import zxingcpp
from PIL import Image

from controller.complaints import Filter
from controller.store.complaints import SqlComplaints
from kiosk.bulletin_board import ADDRESS
from kiosk.complaining.outbox import FOLDER
from kiosk.settings import InformationSettings
from kiosk.take_home import ListWords, TakeHome
from kiosk.waits import Waits
from media.pack import load_pack
from media.texts import Texts
from tests.browser.served import ServedHall
from tests.kiosk.small_hall import PACK, TOKEN
from tests.kiosk.visitor import PORTRAIT, Visitor

pytestmark = pytest.mark.window

DEMO = load_pack(PACK)


@pytest.fixture
def comes(window, tmp_path):
    """Set up an information screen, and a visitor before it."""
    screens = []

    def comes(controller, token=TOKEN, **others):
        settings = InformationSettings(
            controller=controller,
            token=token,
            pack=PACK,
            screen=PORTRAIT,
            home=tmp_path / "home",
            waits=Waits(idle=60),
            touch_map=tmp_path / "touch_map.json",
            **others,
        )
        window.resize(PORTRAIT.width_px, PORTRAIT.height_px)
        from kiosk.information_assembly import InformationScreen  # it opens the window

        screen = InformationScreen(settings)
        screens.append(screen)
        window.show(screen.root)
        screen.start()
        return Visitor(screen, window, settings)

    yield comes
    for screen in screens:
        screen.stop()


def test_a_visitor_reads_the_news_and_finds_an_office_and_is_forgotten(comes, hall):
    visitor = comes(hall)
    visitor.until_sees("attract")
    visitor.goes(("start", "languages"), ("language:ar", "information"), ("topic:news", "news"))
    visitor.until(lambda: "news:market" in visitor.sees().targets)
    visitor.goes(("news:market", "news_piece"), ("home", "information"))
    visitor.goes(("topic:directory", "directory"), ("office:civil_status", "office"))
    visitor.lets_seconds_pass_until(lambda: visitor.sees().screen == "still_there")
    visitor.lets_seconds_pass_until(lambda: visitor.sees().screen == "attract", 60)


def test_without_a_controller_it_tells_what_it_has_and_gives_a_list_in_a_code(comes, tmp_path):
    visitor = comes("http://127.0.0.1:9")
    visitor.until_sees("attract")
    visitor.goes(("start", "languages"), ("language:fr", "information"))
    visitor.goes(("topic:council", "council"), ("council:members", "members"))
    visitor.goes(("home", "information"), ("topic:events", "events"))
    visitor.goes(("event:building", "procedures"), ("procedure:building_permit", "sheet"))
    visitor.goes(("keep", "list"))

    words = ListWords(Texts(), DEMO)
    wanted = "\n".join(words.plain_lines(TakeHome("fr", DEMO.procedure("building_permit"))))
    picture = Image.open(visitor.window.shot(tmp_path / "list.png")).convert("L")
    assert [each.text for each in zxingcpp.read_barcodes(np.array(picture))] == [wanted]


def test_high_contrast_lasts_until_the_visitor_has_gone(comes, hall):
    visitor = comes(hall)
    visitor.until_sees("attract")
    visitor.goes(("start", "languages"), ("language:fr", "information"))
    visitor.touches("aid:contrast")
    visitor.until(lambda: visitor.kiosk.root.aids.contrast)
    visitor.until(lambda: visitor.kiosk.stage.is_settled)
    visitor.goes(("home", "attract"))
    visitor.until(lambda: not visitor.kiosk.root.aids.contrast)


@pytest.fixture
def served(tmp_path):
    served = ServedHall(tmp_path)
    served.start()
    yield served
    assert served.stop() == 0


def test_a_visitor_complains_and_the_code_leads_to_the_page_that_will_answer(
    comes, served, tmp_path
):
    visitor = comes(served.url, served.tokens["entrance"])
    visitor.until_sees("attract")
    visitor.until((tmp_path / "home" / ADDRESS).exists)
    visitor.until(lambda: visitor.kiosk.stage.is_settled)
    visitor.goes(("start", "languages"), ("language:fr", "information"))
    visitor.goes(("topic:complaints", "complaint_kinds"), ("kind:complaint", "complaint_subjects"))
    visitor.goes(("subject:lighting", "complaint"), ("write:words", "complaint_typing"))
    for key in "rue":
        visitor.touches(f"key:{key}")
    visitor.goes(("done", "complaint"), ("send", "follow_up"))

    picture = Image.open(visitor.window.shot(tmp_path / "number.png")).convert("L")
    (code,) = zxingcpp.read_barcodes(np.array(picture))
    visitor.until(lambda: not list((tmp_path / "home" / FOLDER).iterdir()))
    with served.engine() as engine:
        (kept,) = SqlComplaints(engine, "hall").list(Filter())
    assert (kept.told.subject, kept.told.words) == ("lighting", "rue")
    assert code.text == f"{served.url}/C/{visitor.kiosk.stage.page.code}".upper()
    assert (
        requests.get(
            served.url + code.text.removeprefix(served.url.upper()), timeout=60
        ).status_code
        == 200
    )
