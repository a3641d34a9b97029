"""A machine that wants to come in: it asks for a code, and keeps its token once it is let in."""

from pathlib import Path

import structlog

from media.pairing import own_token
from media.pairing.asking import Asking
from wire.messages import AskToPair, DeviceKind, PairingCode

PAGE = "/screens"
"""Of the controller's, where a supervisor enters the code."""


class Newcomer:
    """`look` is called again and again; the token stays in the folder `home`."""

    def __init__(self, home: Path, controller: str, kind: DeviceKind) -> None:
        """Make a token where there is none; ask nobody yet. Raises `OSError` when it cannot be."""
        key = own_token.key_of(own_token.offered(home))
        self._home, self._asking = home, Asking(controller, AskToPair(kind, key))
        self.page = controller + PAGE
        self.is_paired = False

    def start(self) -> None:
        """Begin to ask."""
        self._asking.start()

    def stop(self) -> None:
        """Ask no more."""
        self._asking.stop()

    def look(self) -> str:
        """Return the code to show; nothing while nobody answers, and once it is in.

        Raises `OSError` when the token cannot be kept.
        """
        answer = self._asking.answer
        if not isinstance(answer, PairingCode):
            return ""
        if answer.name is not None and not self.is_paired:
            own_token.take(self._home)
            structlog.get_logger("pairing").info("paired", name=answer.name)
            self.is_paired = True
        return answer.code
