"""The program of the screens in browsers, in a process of its own, and a television before it."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page

from bench.ports import free_port
from nouba.browser import ARGUMENTS
from tests.killing import kill

PACK = Path(__file__).resolve().parents[2] / "media" / "packs" / "demo"
PATIENCE = 60.0
"""Seconds that a slow and busy machine may take to start it."""

FREE_SOUND = "--autoplay-policy=no-user-gesture-required"
NO_SOUND_YET = "--autoplay-policy=document-user-activation-required"

CUT = """() => {
  const { right, bottom } = document.getElementById("screen").getBoundingClientRect();
  const isCut = (each) =>
    each.scrollWidth > each.clientWidth + 2 ||
    // a font claims more below a line than its ink takes
    each.scrollHeight > each.clientHeight + 2 + 0.13 * parseFloat(getComputedStyle(each).fontSize);
  const isOff = (box) =>
    box.left < -1 || box.top < -1 || box.right > right + 1 || box.bottom > bottom + 1;
  return [...document.querySelectorAll("#screen .words, #screen .inside, #screen .names")]
    .filter((each) => isCut(each) || isOff(each.getBoundingClientRect()))
    .map((each) => `${each.className}: ${each.textContent.slice(0, 40)}`);
}"""
"""What is cut, or off the screen."""


class WebScreens:
    """The program, seen from a test."""

    def __init__(self, controller: str, token: str, folder: Path, **more: str) -> None:
        self.port = free_port()
        self._settings = folder / "web-screens.toml"
        further = "".join(f"{name} = {value}\n" for name, value in more.items())
        self._settings.write_text(
            f'controller = "{controller}"\npack = "{PACK}"\nhost = "127.0.0.1"\n'
            f'port = {self.port}\nhome = "{folder}/home"\n[[screens]]\nname = "tv-1"\n'
            f'token = "{token}"\ndiagonal_mm = 1397\ndistance_mm = 6000\n{further}',
            encoding="utf-8",
        )
        self.address = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = (sys.executable, "-m", "display.web", "--settings", str(self._settings))
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            assert time.monotonic() < deadline, "the program does not answer"
            time.sleep(0.05)

    def kill(self) -> None:
        """End it as a power cut does. May be done twice."""
        kill(self._process)

    def stop(self) -> int:
        """Ask it to end, and return its exit status."""
        self._process.terminate()
        return self._process.wait(timeout=PATIENCE)

    def _answers(self) -> bool:
        try:
            urlopen(self.address, timeout=2).close()
        except HTTPError as answer:
            return answer.code == 403
        except (URLError, OSError):
            return False
        return True


@contextmanager
def television(browser: Browser, address: str, token: str) -> Iterator[Page]:
    """Open the screen's address, as a technician does once."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    page = context.new_page()
    try:
        page.goto(f"{address}/screen/{token}")
        yield page
    finally:
        context.close()


def browser_with(browser: Browser, policy: str) -> Browser:
    """Start another Chromium of the same kind, with another policy of sound."""
    from nouba.chromium import find_browser

    arguments = [*ARGUMENTS, policy]
    return browser.browser_type.launch(executable_path=find_browser(), args=arguments)
