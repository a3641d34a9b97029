"""The voice of a screen that does not speak: one loudspeaker is enough for a zone of the hall."""

from collections.abc import Callable

from media.voice.prose import Prose
from wire.messages import Call, EmergencyKind


class Mute:
    """Speaks nothing, and says at once of each call that its turn is over."""

    def __init__(self, on_ended: Callable[[int], None]) -> None:
        """`on_ended` takes the call's `seq`, as that of an announcer does."""
        self._on_ended = on_ended

    def announce(self, call: Call) -> None:
        """Let the call pass: nobody hears it here."""
        self._on_ended(call.seq)

    def prepare(self, ticket: str, counter: int) -> None:
        """Do nothing: there is nothing to render."""

    def alarm(self, kinds: tuple[EmergencyKind, ...]) -> None:
        """Do nothing: it is silent."""

    def tell(self, name: str, texts: tuple[Prose, ...]) -> None:
        """Do nothing: it is only shown."""

    def hush(self) -> None:
        """Do nothing: it is silent."""

    def close(self) -> None:
        """Do nothing: there is nothing to end."""
