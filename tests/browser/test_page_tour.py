"""The tour's pictures show what their names say."""

import pytest

from nouba import pages
from nouba.demo.staff import Member
from nouba.shots import page_tour
from nouba.shots.page_tour import PageTour
from tests.browser.served import PASSWORD, Screen

pytestmark = pytest.mark.browser

LANGUAGES = ["ar", "zgh", "fr", "en"]
SEEN = """() => [
  document.documentElement.lang,
  document.body.dataset.state ?? document.body.className.split(" ").at(-1),
]"""
RECEIPT = 'document.querySelector("#receipt > *")?.className'
LINE = 'document.querySelector("#waiting-total")?.textContent'
HEAD = """() => {
  const panel = document.querySelector(".panel-counters");
  const of = (name) => panel.querySelector(name).getBoundingClientRect();
  return panel && of("h2").top >= 0 && of("thead").bottom <= innerHeight;
}"""
BOTTOM = """() =>
  document.querySelector(".panel-counters")?.getBoundingClientRect().bottom <= innerHeight + 1"""


@pytest.fixture
def seen(monkeypatch):
    """What each page shows at the moment of its picture, by the picture's name."""
    found = {}

    def note(page, path):
        looks = {"seen": SEEN, "receipt": RECEIPT, "line": LINE, "head": HEAD, "bottom": BOTTOM}
        found[path.stem] = {name: page.evaluate(look) for name, look in looks.items()}

    monkeypatch.setattr(page_tour, "save", note)
    monkeypatch.setattr(page_tour, "DRAWN", 50.0)
    monkeypatch.setattr(page_tour, "PASSWORD", PASSWORD)
    monkeypatch.setattr(page_tour, "SUPERVISOR", Member("salma", "Salma Tazi", "fr"))
    return found


def test_each_picture_shows_the_state_that_it_is_called_after(hall, browser, tmp_path, seen):
    tour = PageTour(browser, hall.url, tmp_path)
    tickets = [hall.take("birth_copy")["url"] for _ in range(4)]

    tour.agent()
    tour.follow(tickets)
    tour.call()
    with Screen(hall) as screen:
        tour.start()
        tour.call()
        seq = screen.next_call()
        screen.show(seq, [seq])
        tour.follow(tickets)
        tour.desk()
    tour.supervisor()

    states = {
        "agent-choose": "desk-page",
        "agent-idle": "none",
        "agent-called": "called",
        "agent-serving": "serving",
        "follow-waiting": "follow-waiting",
        "follow-called": "follow-called",
        "follow-serving": "follow-serving",
        "follow-finished": "follow-finished",
        "follow-unknown": "sign-in",
        "supervisor-counters": "overview-page",
    }
    for name, state in states.items():
        shown = [seen[f"page-{name}-{language}"]["seen"] for language in LANGUAGES]
        assert (name, shown) == (name, [[language, state] for language in LANGUAGES])
    called = [seen[f"page-agent-called-{language}"] for language in LANGUAGES]
    assert [(each["receipt"], each["line"]) for each in called] == [("receipt-good", "2")] * 4
    counters = [seen[f"page-supervisor-counters-{language}"] for language in LANGUAGES]
    assert [(each["head"], each["bottom"]) for each in counters] == [(True, True)] * 4


def test_a_low_page_shows_the_head_of_its_counters_table(
    hall, browser, tmp_path, seen, monkeypatch
):
    monkeypatch.setattr(pages, "TABLET", (1280, 300))
    PageTour(browser, hall.url, tmp_path).supervisor()
    assert [seen[f"page-supervisor-counters-{each}"]["head"] for each in LANGUAGES] == [True] * 4
