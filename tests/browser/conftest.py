"""Chromium, and a hall that is really served."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from controller.web.assets import ROOT, VENDOR, build
from nouba.browser import ARGUMENTS
from nouba.chromium import find_browser
from tests.browser.at_desk import at_counter, tap
from tests.browser.served import ServedHall
from tests.browser.signed_in import PATIENCE, Tablets


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": find_browser(), "args": list(ARGUMENTS)}


@pytest.fixture(scope="session")
def assets() -> None:
    if not VENDOR.exists():
        build(ROOT / "node_modules", VENDOR)


@pytest.fixture(scope="session", autouse=True)
def _patience() -> Iterator[None]:
    """A machine may be slow: what is waited for decides, not the time that it takes."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=None)


@pytest.fixture(scope="session")
def _served(tmp_path_factory: pytest.TempPathFactory, assets: None) -> Iterator[ServedHall]:
    served = ServedHall(tmp_path_factory.mktemp("hall"))
    served.start()
    yield served
    assert served.stop() == 0


@pytest.fixture(scope="session")
def _tablets(browser: Browser, _served: ServedHall) -> Iterator[Tablets]:
    tablets = Tablets(browser, _served.url)
    yield tablets
    tablets.close()


@pytest.fixture
def hall(_served: ServedHall) -> Iterator[ServedHall]:
    """One controller for all tests, because it is slow to start; each test leaves it empty."""
    yield _served
    _served.clear()


@pytest.fixture(scope="module")
def shared_hall(_served: ServedHall) -> Iterator[ServedHall]:
    """The same for tests that look at one day together."""
    yield _served
    _served.clear()


SignIn = Callable[..., Page]
SigningIn = AbstractContextManager[SignIn]


@pytest.fixture
def sign_in(_tablets: Tablets, hall: ServedHall) -> Iterator[SignIn]:
    """Open a page signed in as somebody; fail when any page complained to its console."""
    with _tablets.pages() as open_page:
        yield open_page


@pytest.fixture(scope="module")
def signed_in(_tablets: Tablets, shared_hall: ServedHall) -> Callable[[], SigningIn]:
    """The same for tests that look at one day together: `with signed_in() as sign_in`."""
    return _tablets.pages


@pytest.fixture
def desk(hall, sign_in):
    return at_counter(sign_in("amina"))


@pytest.fixture
def served(hall, sign_in):
    """A desk at which somebody is served, and their slip."""
    slip = hall.take("legalisation")
    page = at_counter(sign_in("amina"))
    tap(page, "call_next", "called")
    tap(page, "start", "serving")
    return page, slip["ticket"]
