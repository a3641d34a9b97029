"""Look at a page in every size, and keep what is wrong.

With `STEPS_PICTURES=folder` each look is also saved as a picture, in every size.
"""

import os
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.arriving import settle
from tests.browser.barriers import barriers
from tests.browser.layout import faults

LANGUAGES = ("ar", "zgh", "fr", "en")
PHONE = (390, 844)
UPRIGHT = (768, 1024)
TABLET = (1280, 800)
SIZES = ((1024, 768), UPRIGHT, PHONE, TABLET)
"""The last one stays."""

DRAWN = """(patience) => new Promise((draw, fail) => {
  requestAnimationFrame(draw);
  setTimeout(() => fail(new Error("nothing was drawn")), patience);
})"""
"""A browser that draws nothing any more fails here: nothing else would end the wait."""

PATIENCE = 30_000
"""Milliseconds until a page must have been drawn."""


class Look:
    """What was wrong with a page, in each size that it was looked at in."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[tuple[str, int, str]] = []
        self.barriers: list[tuple[str, str]] = []

    def __call__(self, name: str) -> None:
        """Look at the page as it is now, whole in every size and accessible."""
        settle(self.page)
        for width, height in SIZES:
            resize(self.page, (width, height))
            self.faults += [(name, width, fault) for fault in faults(self.page)]
            self._save(f"{name}-{width}")
        self.barriers += [(name, barrier) for barrier in barriers(self.page)]

    def at(self, *values: str) -> None:
        """Choose one thing after the other in the open dialog, then look."""
        choose(self.page, *values)
        self(" > ".join(values))

    def _save(self, name: str) -> None:
        if folder := os.environ.get("STEPS_PICTURES"):
            language = self.page.get_attribute("html", "lang")
            self.page.screenshot(path=Path(folder) / f"{name.replace(' > ', '-')}-{language}.png")


def resize(page: Page, size: tuple[int, int]) -> None:
    """Give the page another size, and wait until it is drawn in it."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate(DRAWN, PATIENCE)  # the chart follows


def choose(page: Page, *values: str) -> None:
    """Choose one thing after the other in the open dialog."""
    for value in values:
        page.tap(f"#steps-dialog [data-value='{value}']")
