"""A complaint in real browsers: told by a device, answered by the staff, read without scripts."""

from datetime import UTC, datetime
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import barriers, direction, right
from tests.browser.layout import faults
from tests.browser.looking import LANGUAGES, PHONE, Look

pytestmark = pytest.mark.browser

ALPHABET = "34679CDFGHJKMNPQRTWXY"
SERIAL = count()


@pytest.fixture
def complaint(hall):
    """What a screen has told, and the number that its visitor has."""
    number = next(SERIAL)
    code = "K7QM3XPT" + ALPHABET[number] * 4
    told = {
        "request": f"complaint-{number}-{datetime.now(UTC).timestamp():.0f}",
        "code": code,
        "kind": "complaint",
        "subject": "reception",
        "office": "civil_status",
        "language": "ar",
        "words": "انتظرت ساعتين دون جواب",
        "phone": "0612345678",
    }
    assert hall.tell("complaint", told) == {"request": told["request"]}
    return told


@pytest.fixture
def visitor(browser):
    """A telephone whose browser runs no scripts."""
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def answers(hall, page, complaint):
    """The staff give it to an office and answer it."""
    page.goto(f"{hall.url}/complaints")
    page.locator(f"a[href='/complaints/{complaint['request']}']").click()
    page.locator("#office").select_option("complaints")
    page.locator("form[action$=assign] button").click()
    page.locator("#answer").fill("نعتذر. أضفنا شباكا يوم الاثنين.")
    page.locator("form[action$=answer] button").click()
    expect(page.locator("ol .card")).to_have_count(2)


def test_a_visitor_reads_the_answer_with_the_number_and_without_scripts(
    hall, sign_in, complaint, visitor
):
    visitor.goto(f"{hall.url}/complaint")
    visitor.fill("#number", complaint["code"].lower())
    visitor.locator("button.keep").click()
    expect(visitor.locator(".state")).to_be_visible()
    assert visitor.locator("section.papers").count() == 0

    answers(hall, sign_in("salma"), complaint)
    visitor.reload()

    assert visitor.locator(".answer").inner_text() == "نعتذر. أضفنا شباكا يوم الاثنين."
    assert complaint["words"] not in visitor.content()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_public_pages_are_whole_and_accessible(hall, sign_in, browser, complaint, language):
    answers(hall, sign_in("salma"), complaint)
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    page = context.new_page()
    page.goto(f"{hall.url}/language/{language}?next=/complaint")
    look = Look(page)
    for name, address in (
        ("complaint-ask", "/complaint"),
        ("complaint-wrong", "/complaint?number=K7"),
        ("complaint-unknown", "/C/333333333333"),
        ("complaint-follow", f"/C/{complaint['code']}"),
    ):
        page.goto(hall.url + address)
        look(name)
        assert (direction(page), barriers(page), faults(page)) == (right(language), [], [])
    assert (look.faults, look.barriers) == ([], [])
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_staffs_pages_are_whole_and_accessible(hall, sign_in, complaint, language):
    page = sign_in("salma", language)
    answers(hall, page, complaint)
    look = Look(page)
    look("complaints-one")
    page.goto(f"{hall.url}/complaints")
    look("complaints-list")
    page.goto(f"{hall.url}/complaints/figures")
    look("complaints-figures")
    assert (look.faults, look.barriers) == ([], [])
