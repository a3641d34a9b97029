"""The kiosk's conversation, set up without a window, a network or a clock."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from kiosk.asked import Asked
from kiosk.choices import Choices
from kiosk.finding.search import Search
from kiosk.flow import KioskFlow
from kiosk.paging import Capacity, cut
from kiosk.sheet_part import Fact, SheetPart
from kiosk.turning import Turner
from kiosk.waits import Waits
from media.pack import load_pack
from wire.messages import Offer, OfferedService, TicketSlip

PACK = load_pack(Path(__file__).parents[2] / "media/packs/demo")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
WAITS = Waits(idle=60, warning=20, ticket=20, number_only=45, outage=4)
SLIP = TicketSlip(8, "A042", "birth_copy", "fr", NOON, 3, "HTTP://HALL/T/1")
TO_SHEET = ("start", "language:fr", "office:civil_status", "service:birth_copy")


def offer(
    seq: int = 1, closed: frozenset[str] = frozenset(), waiting: int = 0, **more: object
) -> Offer:
    services = (OfferedService(each.id, each.id not in closed, waiting) for each in PACK.services)
    return Offer(seq, NOON, tuple(services), **more)


def shut(seq: int, code: str, *services: str, reason: str = "", **more: object) -> Offer:
    """Some services closed for a reason; all of them where none is named."""
    every = services or tuple(each.id for each in PACK.services)
    stand = {each: OfferedService(each, False, 0, code, reason) for each in every}
    opened = offer(seq).services
    return Offer(seq, NOON, tuple(stand.get(each.service, each) for each in opened), **more)


CAPACITY = Capacity(offices=4, services=5, procedures=5, events=6, results=3, ticks=5, listed=4)
EVERYTHING = frozenset(service.id for service in PACK.services)


def two_documents_a_leaf(language, procedure, service, *, is_further):
    """The documents two by two, and all there is to know on the last leaf."""
    leaves = cut(procedure.documents, 1, 2)[1].count
    return tuple(
        SheetPart(cut(procedure.documents, number, 2)[0], tuple(Fact) if number == leaves else ())
        for number in range(1, leaves + 1)
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
        self.own = None
        """What could be given without the controller."""
        self.lists, self.list_told = [], None

    def take(self, wish, answer):
        self.asked.append(wish)
        self.answer = answer

    def own_offer(self):
        return self.own

    def check_in(self, wish, answer):
        self.take(wish, answer)

    def give_up(self, wish, answer):
        self.take(wish, answer)

    def rate(self, wish, answer):
        self.take(wish, answer)

    def print(self, slip, *, is_copy=False):
        self.printed.append((slip.ticket, "copy") if is_copy else slip.ticket)

    def print_list(self, taken, told):
        self.lists.append(taken)
        self.list_told = told


class Conversation:
    """A flow between a visitor, a window and a ticket desk that tests can ask."""

    def __init__(self, languages=("ar", "zgh", "fr", "en"), desk=None):
        self.view, self.desk = View(), desk or Desk()
        self.flow = KioskFlow(
            self.view,
            self.desk,
            Choices(PACK, languages),
            Turner(languages, CAPACITY, two_documents_a_leaf, Search(PACK)),
            Asked((f"request-{number}" for number in count(1)).__next__),
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
