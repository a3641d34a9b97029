"""Fixtures of all tests."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import a_database
from tests.window.harness import PORTRAIT, WindowDriver, prepare_window


def pytest_configure(config: pytest.Config) -> None:
    """Prepare Kivy before test modules import widgets; the window opens with `window`."""
    home = tempfile.TemporaryDirectory(prefix="nouba-kivy-")
    config.add_cleanup(home.cleanup)
    prepare_window(Path(home.name))


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """An empty database for one hall: SQLite, unless the run asks for PostgreSQL."""
    with a_database(tmp_path) as url:
        yield url


@pytest.fixture(scope="session")
def _window_driver() -> WindowDriver:
    return WindowDriver()


@pytest.fixture
def window(_window_driver: WindowDriver) -> Iterator[WindowDriver]:
    """The window, empty, 1080 by 1920 pixels. `window.resize(...)` gives it another size."""
    _window_driver.resize(*PORTRAIT)
    yield _window_driver
    _window_driver.clear()
