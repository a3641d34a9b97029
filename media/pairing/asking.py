"""Asks the controller, in a thread, for a code to show, until somebody has entered it."""

import json
import urllib.request
from dataclasses import dataclass
from threading import Event, Thread

import structlog

from wire.codec import BadMessage, decode, encode
from wire.messages import AskToPair, PairingCode

PACE = 2.0
"""Seconds between two questions."""

PATIENCE = 5.0
"""Seconds that the controller gets to answer."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Nobody answers, or not yet."""


Answer = PairingCode | Unanswered


class Asking:
    """`answer` is the latest: any thread may read it."""

    def __init__(self, controller: str, asked: AskToPair) -> None:
        self._address, self._asked = f"{controller}/api/pairing", asked
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="pairing", daemon=True)
        self.answer: Answer = Unanswered()

    def start(self) -> None:
        """Begin to ask. To be called once."""
        self._thread.start()

    def stop(self) -> None:
        """Ask no more."""
        self._stopping.set()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self.answer = self._ask()
            if isinstance(self.answer, PairingCode) and self.answer.name is not None:
                return
            self._stopping.wait(PACE)

    def _ask(self) -> Answer:
        data = json.dumps(encode(self._asked)).encode()
        told = urllib.request.Request(  # noqa: S310 - the controller's own address
            self._address, data, {"Content-Type": "application/json"}
        )
        try:
            with self._opener.open(told, timeout=PATIENCE) as answer:
                return decode(PairingCode, json.loads(answer.read(10_000)))
        except (OSError, ValueError, BadMessage) as error:
            structlog.get_logger("pairing").info("not_paired_yet", why=str(error))
            return Unanswered()
