"""A new kiosk: it shows a code, and is the hall's as soon as somebody has entered it."""

import re
import signal
from datetime import UTC, datetime

import pytest

from controller.fleet.pairing import Naming
from controller.store.pairings import SqlPairings
from kiosk.screens.kit import Kit
from kiosk.screens.pairing import PairingScreen
from media.isolation import plain
from media.look.look import Look
from media.look.widgets import Text, overflowing
from media.pairing import own_token
from media.texts import Texts
from nouba.screen import virtual_screen
from tests.browser.served import ServedHall
from tests.kiosk.staged import PACK, SCREENS
from tests.kiosk.test_program import said, seen, started, until

pytestmark = pytest.mark.window

CODE = re.compile(r"code_shown\s+code=(\w{6})")
ADDRESS = "http://controller.commune.example:8080/screens"


def texts(root):
    return [plain(each.text) for each in root.walk(restrict=True) if isinstance(each, Text)]


@pytest.fixture
def served(tmp_path):
    served = ServedHall(tmp_path, rules="")
    served.start()
    yield served
    assert served.stop() == 0


def test_a_new_kiosk_shows_a_code_and_is_the_halls_once_it_was_entered(served, tmp_path):
    folder = tmp_path / "machine"
    folder.mkdir()
    with virtual_screen(768, 1366) as screen:
        kiosk = started(folder, served.url, token="", DISPLAY=screen.display)
        try:
            until(lambda: CODE.search(said(folder)), kiosk)
            kiosk.send_signal(signal.SIGUSR1)
            until(lambda: list(folder.glob("pictures/[!.]*.png")), kiosk)
            let_in(served, CODE.search(said(folder))[1], "door")
            until(lambda: seen(folder).get("screen") == "attract", kiosk)
        finally:
            kiosk.terminate()
        assert kiosk.wait(30) == 0

    assert [each.name for each in folder.glob("pictures/[!.]*.png")] == ["pairing.png"]
    assert [each.name for each in (folder / "home").glob("token*")] == ["token"]
    assert owner(served, own_token.kept(folder / "home")) == "door"


def let_in(served, code, name):
    """Enter the code that the machine shows."""
    with served.engine() as engine:
        assert SqlPairings(engine).pair(Naming(code, name), datetime.now(UTC)) == "kiosk"


def owner(served, token):
    with served.engine() as engine:
        return SqlPairings(engine).name_of(own_token.key_of(token))


@pytest.mark.parametrize("size", SCREENS)
def test_the_code_and_where_it_is_entered_fit_every_kiosk(window, size):
    screen = SCREENS[size]
    window.resize(screen.width_px, screen.height_px)
    board = PairingScreen(Kit(Look(screen), Texts(), PACK, lambda _: None))
    window.show(board)
    board.show("", ADDRESS)
    window.pump(2)
    assert "Le hall ne répond pas encore" in texts(board)

    board.show("K7WQ4M", ADDRESS)
    window.pump(2)

    assert set(texts(board)[2:]) == {
        "ربط هذا الجهاز بالقاعة",
        "Associer cette borne au hall",
        "K 7 W Q 4 M",
        "يُدخل المشرف هذا الرمز في الصفحة",
        "Un superviseur saisit ce code sur la page",
        ADDRESS,
    }
    assert [plain(each.text) for each in overflowing(board)] == []
