"""An editor of the hall: with a browser as people have, or with bare requests as one sends."""

import re
import time
from dataclasses import dataclass

import requests
from playwright.sync_api import Browser, Page

PASSWORD = "measured, not guessed"
KEY = 150
"""Milliseconds from one key to the next: who types some 80 words a minute of five letters."""

TITLE = (
    ("ar", "مكتب الحالة المدنية مغلق اليوم"),
    ("fr", "L’état civil est fermé aujourd’hui"),
)


@dataclass(frozen=True, slots=True)
class Writing:
    """How long a notice took in a browser, in seconds."""

    opened: float
    """The moment at which the editor opened the page, in seconds since 1970."""

    preview: float
    """From the last key to the picture of all that was written."""

    published: float
    """The moment of the click that published it."""


def write(browser: Browser, url: str, author: str, approver: str) -> Writing:
    """Sign in, write, look at the preview, send it; somebody else approves it in their browser."""
    opened = time.time()
    page = _signed_in(browser, url, author)
    page.click("a[href$='/new/closure']")
    for language, text in TITLE:
        page.locator(f"#title_{language}").press_sequentially(text, delay=KEY)
    typed = time.time()
    page.wait_for_function(
        "count => document.querySelectorAll('#preview-leaves .leaf').length >= count"
        " && !document.querySelector('.is-drawing')",
        arg=len(TITLE),
    )
    preview = time.time() - typed
    page.click("button[value=publish]")
    published = _approve(browser, url, approver)
    page.context.close()
    return Writing(opened, preview, published)


def _approve(browser: Browser, url: str, approver: str) -> float:
    page = _signed_in(browser, url, approver)
    button = page.locator(".button-main", has_text=re.compile("Approve"))
    published = time.time()
    with page.expect_navigation():
        button.first.click()
    page.context.close()
    return published


def _signed_in(browser: Browser, url: str, name: str) -> Page:
    page = browser.new_context(locale="en").new_page()
    page.goto(f"{url}/language/en?next=/sign-in")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/notices")
    return page


class Editor:
    """Sends what a page would send, and nothing else."""

    def __init__(self, url: str, name: str) -> None:
        self._url, self._session = url, requests.Session()
        self._token = self._read("/sign-in")
        self._post("/sign-in", name=name, password=PASSWORD)
        self._token = self._read("/notices")

    def propose(self, template: str, until: str) -> None:
        """Write a notice and send it to whoever approves."""
        titles = {f"title_{language}": text for language, text in TITLE}
        self._post(f"/notices/new/{template}", do="publish", until=until, **titles)

    def approve(self, name: str, seen: int) -> float:
        """Approve and publish a notice, and return the moment at which that was sent."""
        return self._post(f"/notices/{name}/approve", seen=str(seen))

    def take_down(self, name: str) -> float:
        """Take a notice from all screens, and return the moment at which that was sent."""
        return self._post(f"/notices/{name}/take-down")

    def _read(self, address: str) -> str:
        page = self._session.get(f"{self._url}{address}").text
        found = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page)
        assert found is not None
        return found[1]

    def _post(self, address: str, **fields: str) -> float:
        sent = time.time()
        answer = self._session.post(f"{self._url}{address}", fields | {"csrf_token": self._token})
        answer.raise_for_status()
        return sent
