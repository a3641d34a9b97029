"""A kiosk and its hall without a network between them: what is said goes over as JSON."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from controller import views
from controller.hall import commands
from controller.hall.refusals import Refused
from controller.hall.ticket import Ticket
from controller.identity import Device
from controller.morning import empty_hall
from controller.reception import Reception
from controller.request_key import request_key
from controller.rulebook import Rulebook
from controller.web.alone import OwnNumbers
from controller.web.follow_code import FollowCodes
from kiosk.alone.alone import Alone
from tests.controller.journals import ListJournal
from tests.kiosk.conversation import PACK
from wire.codec import decode, encode
from wire.messages import Grant, HandedOver, HandOver, Offer, Reserve, TakeTicket

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = "2026-11-23"
ZONE = ZoneInfo("Africa/Casablanca")
ENTRANCE = Device("entrance", "kiosk")
CODES = FollowCodes(b"secret of the test", "hall", "http://hall")
BIRTHS, DEATHS, TAXES = "birth_copy", "death_copy", "tnb"


@dataclass
class Clocks:
    """The true time, and how wrong the kiosk's own clock is."""

    at: datetime = NINE
    wrong_by: timedelta = timedelta(0)
    reading: timedelta = timedelta(0)
    """How long the controller takes between two looks at its clock."""

    def read(self) -> datetime:
        self.at += self.reading
        return self.at

    def wall(self) -> datetime:
        return self.at + self.wrong_by

    def monotonic(self) -> float:
        return (self.at - NINE).total_seconds()

    def passes(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


class Controller:
    """One of the hall's controllers. It lives as long as its journal, whoever reads that."""

    def __init__(self, journal: ListJournal, now: Callable[[], datetime], rules: Rulebook) -> None:
        self.reception = Reception(journal, partial(empty_hall, PACK, rules), now, ZONE)
        self._own = OwnNumbers(self.reception, CODES, ZONE)

    def offer(self) -> Offer:
        return decode(Offer, encode(self.reception.read(views.offer)))

    def grants(self, asked: Reserve, kiosk: Device = ENTRANCE) -> Grant:
        return decode(Grant, encode(self._own.reserve(kiosk, "", encode(asked))))

    def takes_in(self, handed: HandOver, kiosk: Device = ENTRANCE) -> HandedOver:
        return decode(HandedOver, encode(self._own.hand_over(kiosk, "", encode(handed))))

    def issues(self, wish: TakeTicket) -> str:
        command = commands.IssueTicket(wish.service, wish.language, wish.priority, wish.then)
        key = request_key("kiosk", ENTRANCE.name, command, wish.request)
        return self.reception.execute(command, key).facts[0].event.ticket

    def does(self, command: commands.Command) -> str:
        """Return the code of its refusal; nothing when it was done."""
        try:
            self.reception.execute(command)
        except Refused as refused:
            return refused.code
        return ""

    def tickets(self) -> dict[str, Ticket]:
        self.reception.catch_up()
        return self.reception.read(lambda hall, _: dict(hall.tickets))

    def line(self, service: str) -> list[str]:
        self.reception.catch_up()
        return self.reception.read(lambda hall, _: list(hall.queues[service].numbers))


@dataclass
class Apart:
    """Both, and the disk of the kiosk."""

    folder: Path
    clocks: Clocks = field(default_factory=Clocks)
    journal: ListJournal = field(default_factory=ListJournal)
    rules: Rulebook = field(default_factory=Rulebook)

    def __post_init__(self) -> None:
        self._requests = count(1)
        self.another_controller()
        self.restart()

    def another_controller(self) -> None:
        """Let the controller be another one, with nothing in its memory."""
        self.controller = Controller(self.journal, self.clocks.read, self.rules)

    def restart(self) -> None:
        """Let the kiosk end at once, and begin anew."""
        self.kiosk = Alone(self.folder, PACK, self.clocks.wall, self.clocks.monotonic)

    def meet(self) -> "Apart":
        """Let the kiosk hear the offer, show its numbers, and get those that it wants."""
        self.kiosk.heard(self.controller.offer())
        if self.kiosk.held or self.kiosk.wants_numbers:
            asked = Reserve(f"request-{next(self._requests)}", self.kiosk.held)
            self.kiosk.granted(self.controller.grants(asked))
        return self

    def wish(self, service: str = BIRTHS, **more: object) -> TakeTicket:
        return TakeTicket(f"wish-{next(self._requests):06}", service, "fr", **more)

    def alone(self, *services: str) -> list[str]:
        """Return the numbers of tickets that the kiosk issues by itself, ten seconds apart."""
        numbers = []
        for service in services:
            self.clocks.passes(10)
            numbers.append(self.kiosk.issue(self.wish(service)).ticket)
        return numbers

    def hands_over(self) -> dict[str, str]:
        """Hand over all that is left, and return what was said to each number."""
        said = {}
        while (handed := self.kiosk.to_hand_over()) is not None:
            answer = self.controller.takes_in(handed)
            self.kiosk.handed_over(handed, answer)
            said |= {each.ticket: each.refused for each in answer.answers}
        return said
