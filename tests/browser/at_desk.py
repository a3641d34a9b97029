"""What an agent does at the tablet."""

from playwright.sync_api import Page, expect

from tests.browser.arriving import close_dialog, open_dialog


def at_counter(page: Page, counter: int = 4) -> Page:
    page.tap(f"[data-counter='{counter}']")
    expect(page.locator("#desk")).to_be_visible()
    return page


def tap(page: Page, event: str, state: str) -> None:
    page.tap(f".actions [data-ask={event}]")
    expect(page.locator(f"body[data-state={state}]:not(.is-busy)")).to_be_attached()


def more(page: Page, *values: str) -> None:
    """Open «More actions», and choose one thing after the other."""
    open_dialog(page, "#more")
    for value in values:
        page.tap(f"#steps-dialog [data-value='{value}']")


def offered(page: Page) -> list[str | None]:
    open_dialog(page, "#more")
    choices = [each.get_attribute("data-value") for each in page.locator(".steps-choice").all()]
    close_dialog(page, "#steps-back")
    return choices


def state(page: Page, name: str) -> None:
    expect(page.locator("body")).to_have_attribute("data-state", name)
