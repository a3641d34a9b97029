"""What the presenter asks of the board and of the voice."""

from typing import Protocol

from display.scene import Scene
from media.playlist.content import Content
from media.voice.prose import Prose
from wire.messages import Call, EmergencyKind


class BoardView(Protocol):
    """What the presenter asks of the screen."""

    def show(self, scene: Scene) -> None:
        """Show this, in place of what was there."""

    def capacity(self, *, is_calling: bool, has_ready: bool) -> int:
        """Return how many lines fit the list, beside a large call and over those who get ready."""

    def ready_capacity(self) -> int:
        """Return how many fit the row of those who get ready."""

    def missed_capacity(self) -> int:
        """Return how many of those who were missed fit that row."""

    def draws(self, content: Content) -> bool:
        """Whether it can draw this: what it cannot is left out of what plays."""


class Announcing(Protocol):
    """What the presenter asks of the voice."""

    def announce(self, call: Call) -> None:
        """Speak the call when its turn comes; return at once."""

    def prepare(self, ticket: str, counter: int) -> None:
        """Make ready what a call would say that is likely to come; return at once."""

    def alarm(self, kinds: tuple[EmergencyKind, ...]) -> None:
        """Say what everybody must do while these emergencies last, the newest first, and no call.

        With none, calls may be spoken again. Returns at once.
        """

    def tell(self, name: str, texts: tuple[Prose, ...]) -> None:
        """Say this to the whole hall, unless calls wait; return at once."""

    def hush(self) -> None:
        """Say no more of what the hall is told; a call that is heard goes on."""
