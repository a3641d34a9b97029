"""An agent at the real tablet page, with real taps; the supervisor's page is open beside it."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, Page, WebSocket
from playwright.sync_api import TimeoutError as TapTimeoutError

from nouba.browser import open_browser
from nouba.demo.staff import PASSWORD, SUPERVISOR
from nouba.pages import save, speak, staff_page
from nouba.play.act import Act
from nouba.play.agent import Duty, Mind, took_effect
from nouba.play.worker import Worker
from wire.codec import decode
from wire.messages import LANGUAGES, Desk

GLANCE = 100.0
"""Milliseconds between two looks at the page."""

TAP = 2000.0
"""Milliseconds that a button may be out of order: the link is down."""

ANSWER = 60.0
"""Seconds in which a tap must have led to something."""

LOST = 2.0
"""Seconds without an effect on a page that is connected and waits for no answer.

The tap met a link that was just breaking, and the page took no notice of it.
"""

IS_BUSY = "document.body.matches('.is-busy')"
"""Asks a page whether it waits for an answer."""

IS_CUT = "document.body.matches('.is-cut')"
"""Asks a page whether the controller is away."""

DESK = '42/agents,["desk",'
"""How a desk begins on the WebSocket: Engine.IO's message, Socket.IO's event, the namespace."""


class TabletAgent(Worker):
    """Works at a counter until the morning is over."""

    def __init__(self, duty: Duty, pictures: Path, on_ready: Callable[[], None]) -> None:
        super().__init__("tablet")
        self.mind = Mind(duty)
        self._pictures = pictures
        self._on_ready = on_ready
        self._desk: Desk | None = None

    def work(self) -> None:
        """Open the pages, and serve whoever comes."""
        try:
            with open_browser() as browser:
                self._work(browser)
        finally:
            self._on_ready()

    def _work(self, browser: Browser) -> None:
        duty = self.mind.duty
        overview = staff_page(browser, duty.address, SUPERVISOR.name, PASSWORD)
        page = staff_page(browser, duty.address, duty.member.name, PASSWORD)
        page.on("websocket", self._listen)
        page.reload()
        self._on_ready()
        while not self._stopped.is_set() and not self._has_left():
            page.wait_for_timeout(GLANCE)
            self._act(page)
            self._keep_pictures(page, overview)
        self._last_pictures(overview)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._hear)

    def _hear(self, frame: str | bytes) -> None:
        if isinstance(frame, str) and frame.startswith(DESK):
            self._desk = decode(Desk, json.loads(frame[frame.index("[") :])[1])

    def _has_left(self) -> bool:
        return self._desk is not None and self.mind.is_off(self._desk)

    def _act(self, page: Page) -> None:
        before = self._desk
        act = self.mind.think(before) if before else None
        if before is None or act is None:
            return
        # A button is out of order while the link is down; but a tap may also have been carried
        # out whose end was not seen in time.
        with suppress(TapTimeoutError):
            self._tap(page, act, before)
        self._await_effect(page, act, before)

    def _tap(self, page: Page, act: Act, desk: Desk) -> None:
        match act:
            case Act.OPEN:
                page.tap(f"[data-counter='{self.mind.witness.counter}']", timeout=TAP)
            case Act.TRANSFER:
                page.tap("#transfer", timeout=TAP)
                page.tap(f"[data-service='{self.mind.next_service(desk)}']", timeout=TAP)
            case _:
                page.tap(f"[data-ask='{act}']", timeout=TAP)

    def _await_effect(self, page: Page, act: Act, before: Desk) -> None:
        deadline, quiet = time.monotonic() + ANSWER, 0.0
        while time.monotonic() < deadline:
            looked = time.monotonic()
            page.wait_for_timeout(GLANCE / 2)
            if self._desk is not None and took_effect(act, before, self._desk):
                self.mind.did(act, before, self._desk)
                return
            if page.locator("#refusal").is_visible():
                self.mind.was_refused(page.locator("#refusal").inner_text())
                page.wait_for_timeout(500)
                return
            quiet = _quieter(page, quiet, time.monotonic() - looked)
            if quiet > LOST:
                return
        raise RuntimeError(f"a tap on {act} led to nothing in {ANSWER:.0f} s")

    def _keep_pictures(self, page: Page, overview: Page) -> None:
        desk = self._desk
        state = desk.ticket.state if desk and desk.ticket else "waiting"
        path = self._pictures / f"tablet-{state}.png"
        if desk is not None and desk.counter is not None and not path.exists():
            page.wait_for_timeout(300)
            save(page, path)
            save(overview, self._pictures / f"supervisor-{state}.png")

    def _last_pictures(self, overview: Page) -> None:
        for language in LANGUAGES:
            speak(overview, language)
            overview.wait_for_selector("#tiles > *")
            overview.wait_for_timeout(500)
            save(overview, self._pictures / f"supervisor-end-{language}.png")


def _quieter(page: Page, quiet: float, seconds: float) -> float:
    """Return how long a page has been quiet, after so many seconds more."""
    if page.evaluate(IS_BUSY):
        return 0.0
    return quiet if page.evaluate(IS_CUT) else quiet + seconds
