"""Open pages in a Chromium as a tablet does."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from nouba.chromium import find_browser

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Run a browser without a window until the block ends; raises `NoBrowserError`."""
    program = find_browser()
    # a proxy of the machine's is for the internet; the controller is in the house
    environment: dict[str, str | float | bool] = {**os.environ, "NO_PROXY": "127.0.0.1,localhost"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=list(ARGUMENTS), env=environment
        )
        try:
            yield browser
        finally:
            browser.close()
