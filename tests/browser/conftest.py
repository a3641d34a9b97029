"""Chromium, and a hall that is really served."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from controller.web.assets import ROOT, VENDOR, build
from nouba.browser import ARGUMENTS
from nouba.chromium import find_browser
from tests.browser.served import PASSWORD, ServedHall


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": find_browser(), "args": list(ARGUMENTS)}


@pytest.fixture(scope="session")
def assets() -> None:
    if not VENDOR.exists():
        build(ROOT / "node_modules", VENDOR)


@pytest.fixture(scope="session")
def _served(tmp_path_factory: pytest.TempPathFactory, assets: None) -> Iterator[ServedHall]:
    served = ServedHall(tmp_path_factory.mktemp("hall"))
    served.start()
    yield served
    assert served.stop() == 0


@pytest.fixture
def hall(_served: ServedHall) -> Iterator[ServedHall]:
    """One controller for all tests, because it is slow to start; each test leaves it empty."""
    yield _served
    _served.clear()


SignIn = Callable[..., Page]


@pytest.fixture
def sign_in(browser: Browser, hall: ServedHall) -> Iterator[SignIn]:
    """Open a page signed in as somebody; fail when any page complained to its console."""
    complaints: list[str] = []
    contexts = []

    def open_page(name: str, language: str = "en", width: int = 1280, height: int = 800) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, has_touch=True)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if _is_bad(said) else None)
        page.goto(f"{hall.url}/language/{language}?next=/sign-in")
        page.fill("#name", name)
        page.fill("#password", PASSWORD)
        page.tap("button[type=submit]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _is_bad(said: Any) -> bool:
    is_lost_link = "ERR_CONNECTION_REFUSED" in said.text or "WebSocket" in said.text
    return said.type in {"error", "warning"} and not is_lost_link
