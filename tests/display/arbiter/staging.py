"""Claims for the tests of the arbiter, and one that remembers what it was told."""

from datetime import UTC, datetime
from types import MappingProxyType

from display.arbiter.arbiter import Decision, State, begun, decision, heard
from display.arbiter.claims import Announcement, Show
from display.arbiter.facts import BoardSeen, CallHeard, Fact, TimePassed
from display.rhythm import Rhythm
from media.playlist.content import Commitments, Video
from media.playlist.model import Item, Strength
from media.playlist.validity import Validity
from media.words import Words
from wire import messages
from wire.messages import AnnouncementKind, Call, Emergency, EmergencyKind, Row, TicketState

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
FIRE = Emergency(EmergencyKind.EVACUATION, AT)
THREAT = Emergency(EmergencyKind.SECURITY, AT)
WORDS = Words(ar="شريط", fr="Film")
CLOSING = messages.Announcement(AnnouncementKind.CLOSING_SOON, AT, AT, minutes=10)
DATED = Validity(
    datetime.fromisoformat("2026-11-23 08:00"), datetime.fromisoformat("2026-11-23 16:00")
)


def row(ticket="A012", counter=3, state="called") -> Row:
    return Row(ticket, "birth_copy", counter, 1, TicketState(state), "ar")


def call(seq, ticket="A012", counter=3) -> Call:
    return Call(seq, ticket, counter, 1, "ar")


def pages(key="charter", *seconds, strength=Strength.TURN, weight=1) -> Show:
    validity = DATED if strength is Strength.REPLACE else Validity()
    item = Item(key, Commitments(), weight=weight, strength=strength, validity=validity)
    return Show(item, seconds or (8.0,))


def film(key="film", seconds=40.0) -> Show:
    return Show(Item(key, Video("a" * 64, WORDS, is_silent=True)), (seconds,))


def announcement(key="closing", seconds=6.0, end=1000.0) -> Announcement:
    return Announcement(key, CLOSING, seconds, end)


def rows(*those: Row) -> BoardSeen:
    return BoardSeen(MappingProxyType({each.ticket: each for each in those}))


class Stage:
    """An arbiter at work, told of one fact after the other."""

    def __init__(self) -> None:
        self.state: State = begun(Rhythm())
        self.moment = 0.0

    def told(self, fact: Fact, moment: float) -> Decision:
        self.state, self.moment = heard(self.state, fact, moment), moment
        return decision(self.state, moment)

    def at(self, moment: float) -> Decision:
        return self.told(TimePassed(), moment)

    def called(self, seq: int, moment: float, ticket="A012", counter=3) -> Decision:
        """Let the hall call somebody beside whom the board has already."""
        standing = {**self.state.calls.standing, ticket: row(ticket, counter)}
        self.told(BoardSeen(MappingProxyType(standing)), moment)
        return self.told(CallHeard(call(seq, ticket, counter)), moment)
