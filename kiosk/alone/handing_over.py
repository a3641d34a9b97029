"""Tells the controller what was issued alone, and asks it for numbers of the kiosk's own."""

from collections.abc import Callable
from typing import TypeVar

import structlog

from kiosk.alone.alone import Alone
from wire.codec import BadMessage, decode
from wire.link import Link
from wire.messages import Grant, HandedOver, HandOver, NotTakenIn, Refusal, Reserve

LATER = 30
"""Seconds after an answer that gave nothing, before the same is asked again."""

SOON = 5
"""Seconds after no answer at all."""

DISMISSED = "unknown_device"
"""Why a controller lets a kiosk in no more: nobody takes in what it would issue."""

Kind = TypeVar("Kind")


class HandingOver:
    """Asks one thing at a time, and only while the controller is there.

    On each connection the kiosk first shows the numbers that it has: the controller may have
    forgotten them.
    """

    def __init__(self, link: Link, alone: Alone, new_request: Callable[[], str]) -> None:
        self._link, self._alone, self._new_request = link, alone, new_request
        self._is_online, self._is_asking = False, False
        self._pause = self._enough = 0
        """Seconds in which nothing is asked; in which no numbers are."""

        self._has_shown = False
        """Whether the controller has answered, on this connection, to the numbers it has."""

        self._reserve: Reserve | None = None
        """What is without an answer: asked anew, it would bring other numbers."""

        self._told: tuple[str, ...] = ()
        """What the controller was told, on this connection, that was not taken in."""

    def online(self) -> None:
        """Take note that the controller is there again: what could not be done may be now."""
        self._is_online, self._has_shown, self._told = True, False, ()
        self._pause = self._enough = 0

    def offline(self, why: str) -> None:
        """Take note that the controller is away."""
        self._is_online = False
        self._alone.away(is_dismissed=why == DISMISSED)

    def second(self) -> None:
        """Let a second pass."""
        self._pause, self._enough = max(0, self._pause - 1), max(0, self._enough - 1)
        self._go_on()

    def _go_on(self) -> None:
        if not self._is_online:
            return
        self._tell()
        if self._is_asking or self._pause:
            return
        handed = self._alone.to_hand_over()
        if self._alone.held and not self._has_shown:
            self._ask_for_numbers()
        elif handed is not None:
            self._ask("hand_over", handed, lambda data: self._handed(handed, data))
        elif self._alone.wants_numbers and not self._enough:
            self._ask_for_numbers()

    def _tell(self) -> None:
        refused = self._alone.not_taken_in
        if refused != self._told:
            self._link.tell("not_taken_in", NotTakenIn(refused))
            self._told = refused

    def _ask_for_numbers(self) -> None:
        if self._reserve is None or self._reserve.held != self._alone.held:
            self._reserve = Reserve(self._new_request(), self._alone.held)
        self._ask("reserve", self._reserve, self._granted)

    def _ask(self, event: str, message: object, answer: Callable[[object], None]) -> None:
        self._is_asking = True

        def answered(data: object | None) -> None:
            self._is_asking = False
            if data is None:
                self._pause = SOON
            else:
                answer(data)

        self._link.request(event, message, answered)

    def _handed(self, handed: HandOver, data: object) -> None:
        said = self._understood(HandedOver, data)
        if said is None:
            return
        if not said.answers:
            self._pause = LATER
        try:
            self._alone.handed_over(handed, said)
        except OSError:
            structlog.get_logger().exception("answers_not_kept")
            self._pause = LATER
        self._go_on()

    def _granted(self, data: object) -> None:
        self._reserve, self._has_shown = None, True
        grant = self._understood(Grant, data)
        if grant is None:
            return
        self._alone.granted(grant)
        self._enough = LATER  # the controller may hold that these are
        self._go_on()

    def _understood(self, kind: type[Kind], data: object) -> Kind | None:
        """Return the answer; nothing for a refusal, after which there is a pause."""
        try:
            said = decode(kind | Refusal, data)  # type: ignore[arg-type]  # a union is no type[T]
        except BadMessage as error:
            structlog.get_logger().error("answer_not_understood", problem=str(error))
            self._pause = LATER
            return None
        if isinstance(said, Refusal):
            structlog.get_logger().error("not_granted", why=said.refused, told=said.why)
            self._pause = LATER
            return None
        return said
