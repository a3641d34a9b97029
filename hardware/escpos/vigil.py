"""Stays in touch with an idle printer, so that a fault is known before a visitor meets it.

The printer pushes each change of its own accord (`GS a`); and because one that was switched
off pushes nothing, it is asked as well, some times a second.
"""

import logging
import time

from hardware.escpos.commands import PUSH_STATUS
from hardware.escpos.connection import Connect
from hardware.escpos.conversation import Clock, Conversation
from hardware.ports import PrinterProfile, Trouble

ASK_EVERY = 0.4
"""Seconds between two questions to an idle printer."""

ANSWER = 0.5
"""Seconds that it may take to answer one, before it counts as offline."""

REACH_EVERY = 1.0
"""Seconds between two tries to reach a printer that is away."""

_OFFLINE = frozenset({Trouble.OFFLINE})


class Vigil:
    """One conversation that is kept open while nothing is printed."""

    def __init__(self, connect: Connect, profile: PrinterProfile, clock: Clock) -> None:
        self._connect, self._profile, self._clock = connect, profile, clock
        self._talk: Conversation | None = None
        self._next = 0.0
        self._retract_at: float | None = None
        self._is_away = False

    def look(self, seconds: float) -> frozenset[Trouble]:
        """Listen for so long at most, and return how the printer is. Raises nothing."""
        try:
            return self._look(seconds)
        except OSError as error:
            self._log_once(error)
            self.end()
            self._next = self._clock() + REACH_EVERY
            return _OFFLINE

    def take(self) -> Conversation | None:
        """Return the open conversation, and leave it to whoever prints now."""
        talk, self._talk, self._next = self._talk, None, 0.0
        return talk

    def end(self) -> None:
        """Close the conversation."""
        talk = self.take()
        if talk is not None:
            talk.close()

    def presented(self) -> None:
        """Take note that a ticket is held out from now on."""
        presenter = self._profile.presenter
        if presenter is not None and presenter.retract:
            self._retract_at = self._clock() + presenter.retract_after

    def _look(self, seconds: float) -> frozenset[Trouble]:
        now = self._clock()
        if self._talk is None and now < self._next:
            time.sleep(min(seconds, self._next - now))
            return _OFFLINE
        if self._talk is None:
            self._talk = self._greeted()
        elif now >= self._next:
            self._ask(self._talk)
        else:
            self._talk.hear(seconds)
        return self._talk.troubles

    def _greeted(self) -> Conversation:
        talk = Conversation(self._connect(), self._clock, self._profile.dialect)
        try:
            self._ask(talk)
            talk.give(PUSH_STATUS, ANSWER)
        except OSError:
            talk.close()
            raise
        self._is_away = False
        return talk

    def _ask(self, talk: Conversation) -> None:
        talk.ask_status(ANSWER)
        self._next = self._clock() + ASK_EVERY
        self._draw_in(talk)

    def _draw_in(self, talk: Conversation) -> None:
        """Take back a ticket that nobody wanted: it bears a number and a way to follow it."""
        presenter = self._profile.presenter
        if presenter is None or self._retract_at is None or self._clock() < self._retract_at:
            return
        self._retract_at = None
        if talk.is_ticket_held_out:
            _log().info("a ticket that nobody took is drawn in")
            talk.give(bytes.fromhex(presenter.retract), ANSWER)

    def _log_once(self, error: OSError) -> None:
        if not self._is_away:
            _log().warning("idle printer is away: %s", error)
        self._is_away = True


def _log() -> logging.Logger:
    return logging.getLogger("nouba.printer")
