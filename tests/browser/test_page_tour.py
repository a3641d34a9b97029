"""The tour's pictures show what their names say."""

import pytest

from nouba.demo.staff import Member
from nouba.shots import page_tour
from nouba.shots.page_tour import PageTour
from tests.browser.served import PASSWORD

pytestmark = pytest.mark.browser

LANGUAGES = ["ar", "zgh", "fr", "en"]
SEEN = """() => [
  document.documentElement.lang,
  document.body.dataset.state ?? document.body.className.split(" ").at(-1),
  document.querySelector(".panel-counters")?.getBoundingClientRect().bottom <= innerHeight + 1,
]"""


@pytest.fixture
def seen(monkeypatch):
    """What each page shows at the moment of its picture, by the picture's name."""
    found = {}

    def note(page, path):
        found[path.stem] = page.evaluate(SEEN)

    monkeypatch.setattr(page_tour, "save", note)
    monkeypatch.setattr(page_tour, "DRAWN", 50.0)
    monkeypatch.setattr(page_tour, "PASSWORD", PASSWORD)
    monkeypatch.setattr(page_tour, "SUPERVISOR", Member("salma", "Salma Tazi", "fr"))
    return found


def test_each_picture_shows_the_state_that_it_is_called_after(hall, browser, tmp_path, seen):
    tour = PageTour(browser, hall.url, tmp_path)
    tickets = [hall.take("birth_copy")["url"] for _ in range(3)]

    tour.agent()
    tour.follow(tickets)
    tour.call()
    tour.call()
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
        shown = [seen[f"page-{name}-{language}"] for language in LANGUAGES]
        is_whole = name == "supervisor-counters"
        assert (name, shown) == (name, [[language, state, is_whole] for language in LANGUAGES])
