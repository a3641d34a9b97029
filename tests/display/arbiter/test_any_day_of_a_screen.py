"""Whatever a day brings, and in whatever order, the arbiter owes nobody anything."""

from types import MappingProxyType

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from display.arbiter.facts import (
    AnnouncementAsked,
    AnnouncementWithdrawn,
    BoardSeen,
    CallHeard,
    CallSpoken,
    DueSeen,
    EmergenciesSeen,
    Fact,
    ShowEnded,
    TimePassed,
)
from media.playlist.model import Strength
from tests.display.arbiter.plain_screen import QUARTER, PlainScreen
from tests.display.arbiter.staging import (
    FIRE,
    THREAT,
    Stage,
    announcement,
    call,
    film,
    pages,
    row,
)

TICKETS = st.sampled_from(["A001", "A002", "B001", "C001"])
COUNTERS = st.integers(1, 3)
SHOWS = (
    film("film", 9.0),
    film("long", 47.25),
    pages("charter", 8.0, 10.5),
    pages("hours", 6.0),
    pages("storm", 7.0, strength=Strength.REPLACE),
    pages("news", 12.0, strength=Strength.FIRST),
    pages("often", 5.0, weight=4),
)


class AnyDay(RuleBasedStateMachine):
    """One screen, told facts, beside an observer who was told the same."""

    def __init__(self) -> None:
        super().__init__()
        self.stage, self.plain = Stage(), PlainScreen()
        self.seq, self.moment = 0, 0.0

    def tell(self, fact: Fact) -> None:
        self.plain.check(self.stage.told(fact, self.moment), self.moment)

    @rule(quarters=st.integers(1, 60))
    def time_passes(self, quarters: int) -> None:
        for _ in range(quarters):
            self.moment += QUARTER
            self.tell(TimePassed())

    @rule(ticket=TICKETS, counter=COUNTERS)
    def a_ticket_is_called(self, ticket: str, counter: int) -> None:
        self.see({**self.plain.board, ticket: row(ticket, counter)})
        self.seq += 1
        called = call(self.seq, ticket, counter)
        self.plain.call(called, self.moment)
        self.tell(CallHeard(called))

    @rule(ticket=TICKETS)
    def a_visitor_comes(self, ticket: str) -> None:
        here = self.plain.board.get(ticket)
        if here:
            self.see({**self.plain.board, ticket: row(ticket, here.counter, "serving")})

    @rule(ticket=TICKETS)
    def a_ticket_leaves_the_board(self, ticket: str) -> None:
        self.see({key: each for key, each in self.plain.board.items() if key != ticket})

    @rule(data=st.data())
    def a_call_was_spoken(self, data: st.DataObject) -> None:
        if self.plain.spoken:
            number = data.draw(st.sampled_from(sorted(self.plain.spoken)))
            spoken, _ = self.plain.spoken.pop(number)
            self.tell(CallSpoken(spoken.seq))

    @rule(those=st.sampled_from([(), (), (FIRE,), (THREAT,), (FIRE, THREAT), (THREAT, FIRE)]))
    def emergencies_are_raised_and_lifted(self, those: tuple) -> None:
        self.plain.alarm([*those], self.moment)
        self.tell(EmergenciesSeen(those))

    @rule(
        key=st.sampled_from(["closing", "car"]),
        seconds=st.sampled_from([4.0, 7.5]),
        wait=st.sampled_from([3.0, 60.0]),
    )
    def an_announcement_is_asked_for(self, key: str, seconds: float, wait: float) -> None:
        asked = announcement(key, seconds, self.moment + wait)
        self.plain.asked = [*(each for each in self.plain.asked if each.key != key), asked]
        self.tell(AnnouncementAsked(asked))

    @rule(key=st.sampled_from(["closing", "car"]))
    def an_announcement_is_taken_back(self, key: str) -> None:
        self.plain.asked = [each for each in self.plain.asked if each.key != key]
        if self.plain.said and self.plain.said.key == key:
            self.plain.said = None
        self.tell(AnnouncementWithdrawn(key))

    @initialize(shows=st.permutations(SHOWS[:4]))
    def something_is_due(self, shows: list) -> None:
        self.something_else_is_due(shows)

    @rule(shows=st.lists(st.sampled_from(SHOWS), max_size=4, unique=True))
    def something_else_is_due(self, shows: list) -> None:
        self.plain.due = tuple(shows)
        self.tell(DueSeen(tuple(shows)))

    @rule(show=st.sampled_from(SHOWS[:2]))
    def a_film_ends(self, show) -> None:
        if self.plain.on_stage and self.plain.on_stage[0] == show:
            self.plain.on_stage = None
        self.tell(ShowEnded(show.item.id))

    def see(self, board: dict) -> None:
        self.plain.see(board)
        self.tell(BoardSeen(MappingProxyType(board)))

    def teardown(self) -> None:
        """In the end nobody waits: all who are still called have been large."""
        self.plain.alarm([], self.moment)
        self.tell(EmergenciesSeen(()))
        self.time_passes(5 * 4 * 10 + 4)
        assert self.plain.owed == []


AnyDay.TestCase.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
TestAnyDay = AnyDay.TestCase
