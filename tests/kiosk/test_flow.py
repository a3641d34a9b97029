"""The kiosk's conversation, without a window, a network or a clock."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardware.ports import PrintResult, Verdict
from kiosk import page as pages
from kiosk.flow import UNREACHED, KioskFlow, Waits
from kiosk.page import Printing
from kiosk.paging import Capacity, cut
from kiosk.turning import Turner
from kiosk.visit import Choices
from media.pack import load_pack
from wire.messages import Offer, OfferedService, Refusal, TicketSlip

PACK = load_pack(Path(__file__).parents[2] / "media/packs/demo")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
WAITS = Waits(idle=60, warning=20, ticket=20, number_only=45, outage=4)
SLIP = TicketSlip(8, "A042", "birth_copy", "fr", NOON, 3, "HTTP://HALL/T/1")
TO_SHEET = ("start", "language:fr", "office:civil_status", "service:birth_copy")


def offer(seq: int = 1, closed: frozenset[str] = frozenset(), waiting: int = 0) -> Offer:
    services = (OfferedService(each.id, each.id not in closed, waiting) for each in PACK.services)
    return Offer(seq, NOON, tuple(services))


EVERYTHING = frozenset(service.id for service in PACK.services)


def two_documents_a_leaf(language, procedure):
    """The documents two by two, and all there is to know on the last leaf."""
    count = cut(procedure.documents, 1, 2)[1].count
    return tuple(
        pages.SheetPart(
            cut(procedure.documents, number, 2)[0], tuple(pages.Fact) if number == count else ()
        )
        for number in range(1, count + 1)
    )


class View:
    def __init__(self):
        self.shown, self.asked = [], []

    def show(self, page):
        self.shown.append(page)

    def ask_whether_there(self, seconds_left):
        self.asked.append(seconds_left)

    @property
    def page(self):
        return self.shown[-1]


class Desk:
    """Keeps what it was asked, to be answered when the test says so."""

    def __init__(self):
        self.asked, self.printed, self.answer = [], [], None

    def take(self, service, language, answer):
        self.asked.append((service, language))
        self.answer = answer

    def print(self, slip):
        self.printed.append(slip.ticket)


class Kiosk:
    def __init__(self, languages=("ar", "zgh", "fr", "en")):
        self.view, self.desk = View(), Desk()
        self.flow = KioskFlow(
            self.view,
            self.desk,
            Choices(PACK, languages),
            Turner(languages, Capacity(offices=4, services=5), two_documents_a_leaf),
            WAITS,
        )

    def open(self):
        self.flow.on_online()
        self.flow.on_offer(offer())
        return self

    def touch(self, *targets):
        for target in targets:
            self.flow.touch(target)
        return self.view.page

    def tick(self, seconds):
        for _ in range(seconds):
            self.flow.tick()
        return self.view.page


@pytest.fixture
def kiosk():
    return Kiosk().open()


def test_a_visitor_reads_what_to_bring_before_taking_a_ticket(kiosk):
    kiosk.touch(*TO_SHEET)

    assert [page.name for page in kiosk.view.shown] == [
        "out_of_reach",
        "attract",
        "languages",
        "offices",
        "services",
        "sheet",
    ]
    sheet = kiosk.view.page
    assert sheet.part.documents == PACK.procedure("birth_copy").documents[:2]
    assert kiosk.desk.asked == []


def test_the_number_is_shown_before_it_is_printed(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    assert kiosk.view.page == pages.Taking("fr", PACK.service("birth_copy"))
    assert kiosk.desk.asked == [("birth_copy", "fr")]

    kiosk.desk.answer(SLIP)

    assert kiosk.view.page == pages.TicketTaken(
        "fr", PACK.service("birth_copy"), SLIP, Printing.UNDER_WAY
    )
    assert kiosk.desk.printed == ["A042"]


@pytest.mark.parametrize(
    ("verdict", "printing"),
    [
        (Verdict.PRINTED, Printing.PRINTED),
        (Verdict.NOT_PRINTED, Printing.NUMBER_ONLY),
        (Verdict.HELD, Printing.NUMBER_ONLY),
        (Verdict.UNKNOWN, Printing.NUMBER_ONLY),
    ],
)
def test_whatever_becomes_of_the_paper_the_number_stays(kiosk, verdict, printing):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(SLIP)
    kiosk.flow.printed("A042", PrintResult(verdict))
    assert kiosk.view.page == pages.TicketTaken("fr", PACK.service("birth_copy"), SLIP, printing)


def test_a_late_verdict_on_the_ticket_before_changes_nothing(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(SLIP)
    kiosk.flow.printed("A041", PrintResult(Verdict.NOT_PRINTED))
    assert kiosk.view.page.printing is Printing.UNDER_WAY


def test_a_second_tap_takes_no_second_ticket(kiosk):
    kiosk.touch(*TO_SHEET, "take", "take", "back", "home")
    kiosk.desk.answer(SLIP)
    kiosk.touch("take")
    assert kiosk.desk.asked == [("birth_copy", "fr")]
    assert kiosk.view.page.slip == SLIP


def test_a_refusal_is_told_with_its_code_and_leads_back_to_the_sheet(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(Refusal("service_closed"))
    assert kiosk.view.page == pages.NotTaken("fr", PACK.service("birth_copy"), "service_closed")
    assert kiosk.touch("back").name == "sheet"
    assert kiosk.desk.printed == []


def test_a_controller_that_never_answers_is_told(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(None)
    assert kiosk.view.page == pages.NotTaken("fr", PACK.service("birth_copy"), UNREACHED)


def test_back_leads_one_step_back_each_time(kiosk):
    kiosk.touch(*TO_SHEET)
    names = [kiosk.touch("back").name for _ in range(4)]
    assert names == ["services", "offices", "languages", "attract"]


def test_home_leads_to_the_invitation_from_everywhere(kiosk):
    for steps in range(1, len(TO_SHEET) + 1):
        kiosk.touch(*TO_SHEET[:steps])
        assert kiosk.touch("home").name == "attract"


def test_with_one_language_none_is_asked_for():
    kiosk = Kiosk(languages=("ar",)).open()
    assert kiosk.touch("start").name == "offices"
    assert kiosk.touch("back").name == "attract"


def test_what_the_page_does_not_offer_does_nothing(kiosk):
    shown = kiosk.touch("start", "language:fr")
    for target in ("take", "service:birth_copy", "start", "language:ar", "nonsense", ""):
        assert kiosk.touch(target) == shown


def test_long_lists_are_turned_leaf_by_leaf(kiosk):
    first = kiosk.touch("start", "language:fr", "office:civil_status")
    second = kiosk.touch("more")
    services = PACK.services_of("civil_status")
    assert [tile.service for tile in (*first.tiles, *second.tiles)] == list(services)
    assert (first.leaf, second.leaf) == (pages.Leaf(1, 2), pages.Leaf(2, 2))
    assert kiosk.touch("more") == second
    assert kiosk.touch("less") == first
    assert kiosk.touch("less") == first


def test_a_closed_service_can_be_read_but_not_taken(kiosk):
    kiosk.flow.on_offer(offer(2, closed=frozenset({"birth_copy"})))
    sheet = kiosk.touch(*TO_SHEET)
    assert not sheet.tile.is_open
    assert kiosk.touch("take") == sheet
    assert kiosk.desk.asked == []


def test_a_service_that_closes_while_it_is_read_is_shown_closed(kiosk):
    assert kiosk.touch(*TO_SHEET).tile.is_open
    kiosk.flow.on_offer(offer(2, closed=frozenset({"birth_copy"})))
    assert not kiosk.view.page.tile.is_open


def test_the_screen_does_not_change_under_a_finger_when_others_take_tickets(kiosk):
    shown = kiosk.touch("start", "language:fr")
    kiosk.flow.on_offer(offer(2, waiting=9))
    assert kiosk.tick(1) == shown
    assert kiosk.touch("office:civil_status").tiles[0].waiting == 9


def test_an_office_waits_for_what_its_services_wait_for(kiosk):
    kiosk.flow.on_offer(offer(2, waiting=2))
    tile = kiosk.touch("start", "language:fr").tiles[0]
    assert tile.waiting == 2 * len(PACK.services_of("civil_status"))


def test_a_state_that_was_overtaken_is_dropped(kiosk):
    kiosk.flow.on_offer(offer(5, waiting=5))
    kiosk.flow.on_offer(offer(4, waiting=4))
    assert kiosk.touch(*TO_SHEET).tile.waiting == 5


def test_after_a_new_connection_the_state_holds_whatever_its_number(kiosk):
    kiosk.flow.on_offer(offer(500, waiting=5))
    kiosk.flow.on_offline()
    kiosk.flow.on_online()
    kiosk.flow.on_offer(offer(1, waiting=1))
    assert kiosk.touch(*TO_SHEET).tile.waiting == 1


def test_without_any_open_service_the_hall_is_closed(kiosk):
    kiosk.flow.on_offer(offer(2, closed=EVERYTHING))
    assert kiosk.view.page == pages.NothingOpen(None)
    kiosk.flow.on_offer(offer(3))
    assert kiosk.view.page.name == "attract"


def test_a_short_outage_is_not_seen(kiosk):
    sheet = kiosk.touch(*TO_SHEET)
    kiosk.flow.on_offline()
    assert kiosk.tick(WAITS.outage - 1) == sheet
    kiosk.flow.on_online()
    kiosk.flow.on_offer(offer(2))
    assert kiosk.tick(5) == sheet


def test_a_long_outage_is_said_and_passes(kiosk):
    sheet = kiosk.touch(*TO_SHEET)
    kiosk.flow.on_offline()
    assert kiosk.tick(WAITS.outage) == pages.OutOfReach("fr")
    kiosk.flow.on_online()
    kiosk.flow.on_offer(offer(2))
    assert kiosk.view.page == sheet


def test_an_outage_does_not_take_the_number_away(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(SLIP)
    kiosk.flow.on_offline()
    assert kiosk.tick(WAITS.outage + 1).slip == SLIP


def test_before_the_hall_was_heard_of_nothing_is_offered():
    assert Kiosk().view.page == pages.OutOfReach(None)


def test_an_idle_kiosk_asks_and_then_is_free_again(kiosk):
    kiosk.touch("start", "language:fr")
    kiosk.view.asked.clear()

    kiosk.tick(WAITS.idle - WAITS.warning - 1)
    assert kiosk.view.asked == []
    kiosk.tick(2)
    assert kiosk.view.asked == [20, 19]
    kiosk.tick(18)
    assert kiosk.view.page.name == "offices"
    assert kiosk.tick(1).name == "attract"
    assert kiosk.view.asked[-1] is None


def test_a_touch_says_that_somebody_is_there(kiosk):
    offices = kiosk.touch("start", "language:fr")
    kiosk.tick(WAITS.idle - 1)
    kiosk.touch("stay")
    assert kiosk.view.asked[-1] is None
    assert kiosk.tick(WAITS.idle - 1) == offices


def test_an_asked_for_ticket_is_waited_for_however_long_it_takes(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    assert kiosk.tick(10 * WAITS.idle).name == "taking"


@pytest.mark.parametrize(
    ("verdict", "seconds"),
    [(Verdict.PRINTED, WAITS.ticket), (Verdict.NOT_PRINTED, WAITS.number_only)],
)
def test_a_number_without_paper_stays_longer(kiosk, verdict, seconds):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(replace(SLIP))
    kiosk.flow.printed("A042", PrintResult(verdict))
    assert kiosk.tick(seconds - 1).name == "ticket"
    assert kiosk.tick(1).name == "attract"


def test_a_sheet_of_several_leaves_is_turned(kiosk):
    first = kiosk.touch(*TO_SHEET)
    second = kiosk.touch("more")
    assert (first.leaf, second.leaf) == (pages.Leaf(1, 2), pages.Leaf(2, 2))
    documents = PACK.procedure("birth_copy").documents
    assert (*first.part.documents, *second.part.documents) == documents
    assert (first.part.facts, second.part.facts) == ((), tuple(pages.Fact))
    assert kiosk.touch("take").name == "taking"
