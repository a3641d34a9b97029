"""Kiosks put together: window, link, printer."""

import socket
import subprocess
import sys
import time

import pytest

from kiosk.settings import KioskSettings, PrinterSettings
from kiosk.waits import Waits
from tests.hardware.printing import virtual
from tests.kiosk.conversation import Conversation
from tests.kiosk.small_hall import PACK, TOKEN
from tests.kiosk.visitor import Visitor


def wait_for(port, seconds=30):
    """Wait until somebody listens there."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            assert time.monotonic() < deadline, "the hall does not listen"
            time.sleep(0.02)
        else:
            return


@pytest.fixture
def hall():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "tests.kiosk.small_hall", str(port)])
    wait_for(port)
    yield f"http://127.0.0.1:{port}"
    process.kill()
    process.wait()


@pytest.fixture
def kiosk():
    """A conversation in an open hall."""
    return Conversation().open()


@pytest.fixture
def printer(tmp_path):
    with virtual(tmp_path / "paper") as printer:
        yield printer


@pytest.fixture
def visit(window, printer, tmp_path, request):
    """Set up a kiosk of a size, and a visitor before it; of the small hall, or of another."""
    kiosks = []

    def visit(screen, controller=None, token=TOKEN, **others):
        settings = KioskSettings(
            controller=controller or request.getfixturevalue("hall"),
            token=token,
            pack=PACK,
            printer=PrinterSettings(f"escpos+tcp://127.0.0.1:{printer.port}"),
            screen=screen,
            home=tmp_path / "home",
            waits=Waits(idle=60),
            touch_map=tmp_path / "touch_map.json",
            screenshots=tmp_path / "pictures",
            **others,
        )
        window.resize(screen.width_px, screen.height_px)
        from kiosk.assembly import Kiosk  # it opens the window

        kiosk = Kiosk(settings)
        kiosks.append(kiosk)
        window.show(kiosk.root)
        kiosk.start()
        return Visitor(kiosk, window, settings)

    yield visit
    for kiosk in kiosks:
        kiosk.stop()
