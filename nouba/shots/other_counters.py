"""Agents at other counters, so that a hall screen has more than one visitor to tell of."""

from collections.abc import Iterable

from playwright.sync_api import Browser, Page

from nouba.demo.staff import PASSWORD, Member
from nouba.pages import staff_page


def call_at(browser: Browser, address: str, agents: Iterable[Member]) -> None:
    """Let each agent sit down and call the next visitor; all but the last begin to serve.

    Somebody must wait for each of them.
    """
    pages = [_called(browser, address, agent) for agent in agents]
    for page in pages[:-1]:
        page.tap("[data-ask='start']")
        page.wait_for_selector("body[data-state=serving]")


def _called(browser: Browser, address: str, agent: Member) -> Page:
    page = staff_page(browser, address, agent.name, PASSWORD)
    page.wait_for_selector("#choose:not([hidden])")
    page.tap(f"[data-counter='{agent.counter}']")
    page.wait_for_selector("#desk:not([hidden])")
    page.tap("[data-ask='call_next']")
    page.wait_for_selector("body[data-state=called]")
    return page
