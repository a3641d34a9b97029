"""The public page of the order that the hall keeps: light, and without scripts.

It tells no name, and of a reason only those that the hall itself proposes: what agents write
in their own words may tell of somebody's health. That stays in the staff's report.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from flask import Blueprint, Flask, abort, render_template
from flask.typing import ResponseReturnValue

from controller.hall.policy import PolicyName
from controller.order import Because, Call, OrderKept
from controller.put import Put, PutBy
from controller.story import Values
from controller.telling import Naming
from controller.web.content import Content
from controller.web.language import language_now, spans
from media.dates import clock_time, long_date
from media.texts import msgid
from media.texts.proposed import proposed
from media.texts.reasons import OUT_OF_TURN, REDIRECTING, REINSTATING, REOPENING, REPRIORITISING
from media.words import Parts

ON_A_PAGE = 50
"""Calls: some twenty kilobytes, for a telephone far from the antenna."""

MOST_PASSED = 12
"""As many numbers of tickets as are named; the others are counted."""

MINUTE = timedelta(minutes=1)

POLICIES: Mapping[PolicyName, str] = MappingProxyType(
    {
        "due": msgid(
            "Whoever is due first is called first. A ticket is due when the wait promised for its "
            "service is over; sooner with priority; at the appointed time with an appointment."
        ),
        "strict": msgid(
            "The highest class of priority is called first; within a class, whoever is due first."
        ),
        "interleave": msgid(
            "The classes of priority take turns; within a class, whoever is due first is called "
            "first."
        ),
        "accumulate": msgid(
            "A ticket gathers points while it waits, more quickly with priority. Whoever has the "
            "most points is called first."
        ),
    }
)

BECAUSE: Mapping[Because, str] = MappingProxyType(
    {
        "due": msgid("It was due first: at {time}."),
        "strict": msgid(
            "Of those who could be called there, nobody was of a higher class; among its equals "
            "it was due first."
        ),
        "interleave": msgid(
            "Of those who could be called there, it was due first in the class whose turn it was."
        ),
        "accumulate": msgid("Of those who could be called there, it had the most points."),
        "preferred": msgid("What it was for is what is done best at this counter."),
        "came_back": msgid("It came back to the agent who had sent it elsewhere."),
        "out_of_turn": msgid("Out of turn. The reason is in the hall’s report."),
        "walk_in": msgid("Served without a ticket, and without waiting."),
        "put_first": msgid("It had been put first in line."),
        "put_last": msgid("It had been put last in line, and then its turn came."),
        "brought_back": msgid(
            "It had been finished, and was brought back. The reason is in the hall’s report."
        ),
    }
)

WITH_REASON = msgid("Out of turn: {reason}.")
BROUGHT_BACK_FOR = msgid("It had been finished, and was brought back: {reason}.")

PUT_FIRST: Mapping[PutBy, str] = MappingProxyType(
    {
        "agent": msgid("An agent had put it first in line. The reason is in the hall’s report."),
        "supervisor": msgid(
            "A supervisor had put it first in line. The reason is in the hall’s report."
        ),
    }
)

PUT_FIRST_FOR: Mapping[PutBy, str] = MappingProxyType(
    {
        "agent": msgid("An agent had put it first in line: {reason}."),
        "supervisor": msgid("A supervisor had put it first in line: {reason}."),
    }
)

RECLASSED = msgid("A supervisor had given it another class. The reason is in the hall’s report.")
RECLASSED_FOR = msgid("A supervisor had given it another class: {reason}.")

PUTTING_FIRST = (*OUT_OF_TURN, *REDIRECTING, *REOPENING)
"""Why somebody is put first in line; like `OUT_OF_TURN`, told to everybody."""


@dataclass(frozen=True, slots=True)
class Span:
    """The calls of one page, and where the others are."""

    first: int
    last: int
    count: int

    @property
    def is_latest(self) -> bool:
        """Whether the day's last call is on it."""
        return self.last == self.count

    @property
    def earlier(self) -> int:
        """The last call of the page before; 0 when there is none."""
        return self.first - 1

    @property
    def later(self) -> int:
        """The last call of the page after; 0 when that is the page of the latest calls."""
        last = self.last + ON_A_PAGE
        return last if last < self.count else 0


@dataclass(frozen=True, slots=True)
class Hall:
    """What the page is made of."""

    order: OrderKept
    content: Content
    seal: Callable[[], str]
    """On all that the journal has; may raise `JournalError`."""

    today: Callable[[], date]

    def page(self, last: int | None) -> ResponseReturnValue:
        """Return the page that ends with a call, or with the latest one."""
        day, language = self.today(), language_now()
        count = self.order.count(day)
        if last is not None and not 0 < last <= count:
            abort(404)
        end = count if last is None else last
        span = Span(max(1, end - ON_A_PAGE + 1), end, count)
        return render_template(
            "order.html",
            day=long_date(language, day),
            policy=POLICIES[self.order.policy],
            has_preferences=self.order.has_preferences,
            calls=self.order.calls(day, span.first, span.last)[::-1],
            out_of_turn=self.order.out_of_turn(day),
            put_first=self.order.put_first(day),
            span=span,
            seal=in_groups(self.seal()),
            why=self._why,
            reclassed=self._reclassed,
            time=lambda call: clock_time(call.at.astimezone(self.order.zone)),
            service=lambda call: spans(self.content.service(call.service, language)),
            minutes=lambda call: call.waited // MINUTE,
            most=MOST_PASSED,
        )

    def _why(self, call: Call) -> Parts:
        """Return the sentence that tells why it was the call's turn."""
        values: Values = {"reason": call.reason, "time": call.due_at}
        match call.because, call.put:
            case "out_of_turn", _ if self._is_proposed(call.reason, OUT_OF_TURN):
                return self._told(WITH_REASON, values)
            case "brought_back", Put(reason=reason) if self._is_proposed(reason, REINSTATING):
                return self._told(BROUGHT_BACK_FOR, {"reason": reason})
            case "put_first", Put(by=("agent" | "supervisor") as by, reason=reason):
                is_public = self._is_proposed(reason, PUTTING_FIRST)
                return self._told(
                    (PUT_FIRST_FOR if is_public else PUT_FIRST)[by], {"reason": reason}
                )
            case because, _:
                return self._told(BECAUSE[because], values)

    def _reclassed(self, call: Call) -> Parts:
        """Return the sentence that tells who gave it its class; nothing when its visitor did."""
        if call.reclassed is None:
            return ()
        is_public = self._is_proposed(call.reclassed, REPRIORITISING)
        return self._told(RECLASSED_FOR if is_public else RECLASSED, {"reason": call.reclassed})

    def _is_proposed(self, reason: str, among: Iterable[str]) -> bool:
        return proposed(self.content.texts, reason, among) is not None

    def _told(self, text: str, values: Values) -> Parts:
        return Naming(self.content, self.order.zone, {}).sentence(language_now(), text, values)


def register(app: Flask, hall: Hall) -> None:
    """Add the page at `/order`, and `/order/<number>` that ends with that call of the day."""
    blueprint = Blueprint("order", __name__)

    @blueprint.get("/order")
    def latest() -> ResponseReturnValue:
        return hall.page(None)

    @blueprint.get("/order/<int:last>")
    def until(last: int) -> ResponseReturnValue:
        return hall.page(last)

    app.register_blueprint(blueprint)


def in_groups(seal: str, length: int = 8) -> list[str]:
    """Return the seal's digits in groups that an eye can compare."""
    return [seal[start : start + length] for start in range(0, len(seal), length)]
