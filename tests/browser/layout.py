"""Measures a page as it is drawn: what leaves its card, what lies upon something else."""

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.arriving import settle

MEASURE = Path(__file__).with_suffix(".js")


def faults(page: Page) -> list[str]:
    """Return the faults in a line each.

    These are texts under 14 pixels, texts and cards that leave their card or lie over another
    one, a dialog's button that is cut, and a page that is wider than its window.
    """
    settle(page)
    found: list[str] = page.evaluate(MEASURE.read_text(encoding="utf-8"))
    return found
