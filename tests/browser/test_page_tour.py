"""The tour's pictures show what their names say."""

import pytest

from controller.hall.events import TicketIssued
from nouba import pages
from nouba.demo.staff import Member
from nouba.shots import looking, page_tour, reception_tour, supervision_tour
from nouba.shots.page_tour import PageTour
from nouba.shots.reception_tour import ReceptionTour
from nouba.shots.supervision_tour import SupervisionTour
from tests.browser.served import PASSWORD, Screen

pytestmark = pytest.mark.browser

LANGUAGES = ["ar", "zgh", "fr", "en"]
SALMA, KARIM = Member("salma", "Salma Tazi", "fr"), Member("karim", "Karim Benali", "fr", 4)
SEEN = """() => [
  document.documentElement.lang,
  document.body.dataset.state ?? document.body.className.split(" ").at(-1),
]"""
TITLE = """() => {
  const title = document.querySelector("dialog[open] h2");
  return title && [title.closest("dialog").id, title.textContent];
}"""
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

    looks = {
        "seen": SEEN,
        "title": TITLE,
        "receipt": RECEIPT,
        "line": LINE,
        "head": HEAD,
        "bottom": BOTTOM,
    }

    def note(page, path, *, is_whole):
        found[path.stem] = {name: page.evaluate(look) for name, look in looks.items()}

    monkeypatch.setattr(looking, "save", note)
    monkeypatch.setattr(looking, "DRAWN", 50.0)
    for tour in (page_tour, reception_tour, supervision_tour):
        monkeypatch.setattr(tour, "PASSWORD", PASSWORD)
    return found


def of(seen, name: str, look: str) -> list:
    """What was looked at, in each language in turn."""
    return [seen[f"page-{name}-{language}"][look] for language in LANGUAGES]


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
    supervision = SupervisionTour(browser, hall.url, tmp_path, SALMA)
    supervision.day()
    supervision.release()
    supervision.notices()
    supervision.screens()

    states = {
        "agent-choose": "desk-page",
        "agent-idle": "none",
        "agent-called": "called",
        "agent-serving": "serving",
        "agent-transfer": "serving",
        "agent-sheet": "serving",
        "follow-waiting": "follow-waiting",
        "give-up": "follow",
        "follow-called": "follow-called",
        "follow-serving": "follow-serving",
        "follow-finished": "follow-finished",
        "follow-unknown": "sign-in",
        "supervisor-counters": "overview-page",
        "notice-new": "composing",
        "notices": "notices",
        "screens": "screens",
    }
    for name, state in states.items():
        shown = of(seen, name, "seen")
        assert (name, shown) == (name, [[language, state] for language in LANGUAGES])
    assert of(seen, "agent-called", "receipt") == ["receipt-good"] * 4
    assert of(seen, "agent-called", "line") == ["2"] * 4
    for look in ("head", "bottom"):
        assert of(seen, "supervisor-counters", look) == [True] * 4
    for dialog in ("agent-transfer", "agent-sheet", "supervisor-release"):
        ids = [id_ for id_, _ in of(seen, dialog, "title")]
        assert ids == [f"{dialog.split('-')[1]}-dialog"] * 4


def test_what_is_asked_before_a_ticket_is_given_is_taken_and_the_ticket(
    hall, browser, tmp_path, seen
):
    ReceptionTour(browser, hall.url, tmp_path, KARIM).give("birth_copy")

    asked = [seen[f"page-agent-give-{each}-en"]["title"] for each in reception_tour.QUESTIONS]
    assert asked == [
        ["steps-dialog", "Which service?"],
        ["steps-dialog", "How many?"],
        ["steps-dialog", "Other services to visit after it?"],
        ["steps-dialog", "Which class?"],
        ["steps-dialog", "Which language is called?"],
    ]
    assert [id_ for id_, _ in of(seen, "agent-given", "title")] == ["given-dialog"] * 4
    issued = [each for each in hall.journal() if isinstance(each, TicketIssued)][-4:]
    assert [each.language for each in issued] == LANGUAGES


def test_a_low_page_shows_the_head_of_its_counters_table(
    hall, browser, tmp_path, seen, monkeypatch
):
    monkeypatch.setattr(pages, "TABLET", (1280, 300))
    SupervisionTour(browser, hall.url, tmp_path, SALMA).day()
    assert of(seen, "supervisor-counters", "head") == [True] * 4
