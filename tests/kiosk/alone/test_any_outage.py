"""Cuts, kills, lost answers and wrong clocks in any order: no number twice, none lost, in order."""

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kiosk.alone.apart import BIRTHS, DEATHS, TAXES, Apart, Clocks
from wire.messages import TakeTicket, TicketState

DEEDS = (
    "alone",
    "alone",
    "alone",
    "answered",
    "answer_lost",
    "late",
    "hand_over",
    "hand_over_lost",
    "meet",
    "kill",
    "kill_in_the_middle",
    "kill_controller",
    "clock",
)


class Outage:
    """What visitors hold, and what the hall knows."""

    def __init__(self, folder: Path) -> None:
        self.apart = Apart(folder, Clocks(reading=timedelta.resolution)).meet()
        self.papers: list[str] = []
        self.own: list[str] = []
        self.under_way: list[TakeTicket] = []

    def does(self, deed: str, service: str, seconds: int) -> None:
        self.apart.clocks.passes(seconds + 0.001)
        getattr(self, deed)(service, seconds)

    def alone(self, service: str, _: int) -> None:
        self._own(self.apart.wish(service))

    def answered(self, service: str, _: int) -> None:
        self.papers.append(self.apart.controller.issues(self.apart.wish(service)))

    def answer_lost(self, service: str, _: int) -> None:
        """The hall issues a ticket of which the kiosk never hears."""
        wish = self.apart.wish(service)
        self.apart.controller.issues(wish)
        self._own(wish)

    def late(self, service: str, _: int) -> None:
        """The wish is still on its way when the ticket is handed over."""
        wish = self.apart.wish(service)
        self._own(wish)
        self.under_way.append(wish)

    def hand_over(self, _: str, __: int) -> None:
        self.apart.hands_over()

    def hand_over_lost(self, _: str, __: int) -> None:
        handed = self.apart.kiosk.to_hand_over()
        if handed is not None:
            self.apart.controller.takes_in(handed)

    def meet(self, _: str, __: int) -> None:
        self.apart.meet()

    def kill(self, _: str, __: int) -> None:
        self.apart.restart()

    def kill_in_the_middle(self, _: str, seconds: int) -> None:
        """Of a line only a part came onto the disk; nobody saw its number."""
        for path in self.apart.folder.glob("*.*s"):
            with path.open("ab") as file:
                file.write(b'5d41402abc4b2a76 {"request": "wi'[:seconds])
        self.apart.restart()

    def kill_controller(self, _: str, __: int) -> None:
        self.apart.another_controller()

    def clock(self, _: str, seconds: int) -> None:
        self.apart.clocks.wrong_by = timedelta(minutes=(seconds - 30) * 7)

    def _own(self, wish: TakeTicket) -> None:
        slip = self.apart.kiosk.issue(wish)
        self.papers.append(slip.ticket)
        self.own.append(slip.ticket)

    def ends(self) -> None:
        """The network is back, and all is handed over; then the last wishes arrive."""
        self.apart.clocks.passes(1)
        assert set(self.apart.hands_over().values()) <= {""}
        for wish in self.under_way:
            assert self.apart.controller.issues(wish) in self.papers


def lived(deeds, folder: Path) -> Outage:
    outage = Outage(folder)
    for deed in deeds:
        outage.does(*deed)
    outage.ends()
    return outage


a_deed = st.tuples(
    st.sampled_from(DEEDS), st.sampled_from((BIRTHS, DEATHS, TAXES)), st.integers(0, 60)
)


@given(st.lists(a_deed, max_size=40))
@settings(max_examples=150, deadline=None)
def test_no_number_is_given_twice_none_is_lost_and_the_order_of_issue_is_kept(deeds):
    with tempfile.TemporaryDirectory() as folder:
        outage = lived(deeds, Path(folder))
    tickets = outage.apart.controller.tickets()
    waiting = [each for each in tickets.values() if each.state is TicketState.WAITING]
    by_issue = sorted(waiting, key=lambda each: (each.issued_at, each.serial))

    assert len(set(outage.papers)) == len(outage.papers)
    assert {each.number for each in waiting} == set(outage.papers)
    assert [each.number for each in by_issue if each.number in outage.own] == outage.own
    if not any(deed == "clock" for deed, *_ in deeds):
        assert [each.number for each in by_issue] == outage.papers
