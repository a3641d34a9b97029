"""What is drawn on the pages, in pixels: letters that touch, lines that are cut, slivers."""

import base64
import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.arriving import arrive
from tests.browser.at_desk import at_counter

pytestmark = pytest.mark.browser

DAY = """async () => {
  const { drawChart } = await import("/static/js/chart.js");
  const at = (minute) => `2026-03-02T08:${minute}:00Z`;
  const nothing = { issued: 0, called: 0, waiting: 0 };
  document.querySelector("#overview").hidden = false;
  drawChart([{ at: at("30"), issued: 4, called: 4, waiting: 4 }, { at: at("45"), ...nothing }]);
  await new Promise(queueMicrotask);  // drawn then, and before the hall tells what it knows itself
  return document.querySelector("#chart canvas").toDataURL();
}"""


def picture(place: Locator) -> Image.Image:
    return Image.open(io.BytesIO(place.screenshot())).convert("RGB")


def is_clear_between(name: Locator) -> bool:
    """Tell whether an empty line of pixels runs between a name's Arabic and its French."""
    parts = [part.bounding_box() for part in name.locator(".parts > *").all()]
    middle = round(parts[1]["y"] - name.bounding_box()["y"])
    drawn = picture(name)
    near = [drawn.crop((0, y, drawn.width, y + 1)) for y in range(middle - 5, middle + 5)]
    return any(len(line.getcolors(99999)) == 1 for line in near)


def is_golden(drawn: Image.Image) -> bool:
    """Tell whether anything is as yellow as the bars of the tickets issued, or half as yellow."""
    return any(red - blue > 50 for _, (red, _, blue) in drawn.getcolors(99999))


def settled(page: Page, counter: int) -> Page:
    """Return the page at a counter, with all its fonts."""
    arrive(at_counter(page, counter))
    return page


def test_no_letter_of_the_queues_arabic_touches_the_french_below(sign_in):
    page = settled(sign_in("amina", "zgh"), 2)
    names = page.locator("#queue .is-own .queue-service").all()
    assert [is_clear_between(name) for name in names] == [True] * 6


@pytest.mark.parametrize(("language", "height"), [("zgh", 800), ("en", 640)])
def test_a_queue_that_goes_on_below_fades_and_its_last_line_is_whole(sign_in, language, height):
    page = settled(sign_in("amina", language, height=height), 2)
    queue = page.locator("#queue")
    assert queue.evaluate("each => each.scrollHeight > each.clientHeight")
    drawn = picture(queue)
    strip = drawn.crop((30, drawn.height - 3, drawn.width - 30, drawn.height))
    assert [colour for _, colour in strip.getcolors(9999)] == [(255, 254, 251)]

    queue.evaluate("each => each.scrollTo(0, each.scrollHeight)")
    last, box = page.locator("#queue li").last.bounding_box(), queue.bounding_box()
    faded = queue.evaluate("each => parseFloat(getComputedStyle(each, '::after').blockSize)")
    assert last["y"] + last["height"] <= box["y"] + box["height"] - faded + 1


@pytest.mark.parametrize("language", ["ar", "zgh"])
def test_the_ring_around_a_name_leaves_its_label_alone(hall, page, language):
    page.goto(f"{hall.url}/language/{language}?next=/sign-in")
    page.focus("#name")
    label = page.locator("label[for=name]")
    focused = picture(label)
    page.focus("#password")
    assert focused.tobytes() == picture(label).tobytes()


def test_a_quarter_without_tickets_leaves_nothing_on_the_chart(sign_in):
    page = sign_in("salma")
    expect(page.locator("#overview")).to_be_visible()
    _, _, encoded = page.evaluate(DAY).partition(",")
    ink = Image.open(io.BytesIO(base64.b64decode(encoded))).convert("RGBA")
    drawn = Image.alpha_composite(Image.new("RGBA", ink.size, "white"), ink).convert("RGB")
    empty = drawn.crop((drawn.width // 8, 0, drawn.width, drawn.height))
    assert [is_golden(drawn), is_golden(empty)] == [True, False]
