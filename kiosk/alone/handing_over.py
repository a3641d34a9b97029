"""Tells the controller what was issued alone, and asks it for numbers of the kiosk's own."""

from collections.abc import Callable
from typing import TypeVar

import structlog

from kiosk.alone.alone import Alone
from wire.codec import BadMessage, decode
from wire.link import Link
from wire.messages import Grant, HandedOver, HandOver, Refusal, Reserve

LATER = 30
"""Seconds after an answer that gave nothing, before the same is asked again."""

SOON = 5
"""Seconds after no answer at all."""

Kind = TypeVar("Kind")


class HandingOver:
    """Asks one thing at a time, over the link, and only while the controller is there."""

    def __init__(self, link: Link, alone: Alone, new_request: Callable[[], str]) -> None:
        self._link, self._alone, self._new_request = link, alone, new_request
        self._is_asking, self._pause = False, 0

    def online(self) -> None:
        """Take note that the controller is there again: what could not be done may be now."""
        self._pause = 0

    def second(self) -> None:
        """Let a second pass."""
        self._pause = max(0, self._pause - 1)
        self._go_on()

    def _go_on(self) -> None:
        if self._is_asking or self._pause or not self._link.is_online:
            return
        handed = self._alone.to_hand_over()
        if handed is not None:
            self._ask("hand_over", handed, lambda data: self._handed(handed, data))
        elif self._alone.wants_numbers:
            self._ask("reserve", Reserve(self._new_request()), self._granted)

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
        try:
            self._alone.handed_over(handed, said)
        except OSError:
            structlog.get_logger().exception("answers_not_kept")
            self._pause = LATER
        self._go_on()

    def _granted(self, data: object) -> None:
        grant = self._understood(Grant, data)
        if grant is not None:
            self._alone.granted(grant)
            self._pause = LATER  # the controller may hold that these are enough

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
