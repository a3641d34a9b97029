"""What a hall screen shows at one moment, whole."""

from dataclasses import dataclass
from datetime import datetime

from display.arbiter.arbiter import Sound
from display.page import Leaf
from media.pack.model import Way
from media.playlist.content import Captions
from media.words import Words
from wire.messages import EmergencyKind, Language, Ready


@dataclass(frozen=True, slots=True)
class Direction:
    """Where a counter is, for who looks at the screen."""

    way: Way | None = None
    place: Words | None = None
    """The floor or the room."""


NOWHERE = Direction()


@dataclass(frozen=True, slots=True)
class LargeCall:
    """The call that the whole hall must see."""

    ticket: str
    counter: int
    is_bright: bool
    """Whether it flashes up just now."""

    direction: Direction = NOWHERE


@dataclass(frozen=True, slots=True)
class Line:
    """A ticket and the counter it belongs at."""

    ticket: str
    counter: int
    is_called: bool
    """Whether the hall still waits for its visitor."""

    way: Way | None = None
    """Which way the counter is."""


@dataclass(frozen=True, slots=True)
class Film:
    """A film on the stage, or suspended behind what covers it."""

    item: str
    asset: str
    """Its file, by its SHA-256."""

    position: float
    """Seconds into it: where it stands, or stood when it last went on."""

    since: float | None
    """The moment at which it last went on; nothing while it is suspended."""

    sound: Sound
    """How loud it may be."""

    captions: tuple[Captions, ...] = ()
    """What is said in it, as text beside it."""

    @property
    def is_suspended(self) -> bool:
        """Whether it stands still, on its frame."""
        return self.since is None


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of the screen: what differs from the last one is drawn anew."""

    large: LargeCall | None = None
    lines: tuple[Line, ...] = ()
    """The other tickets at counters, those still called first."""

    waiting: int | None = None
    """How many visitors wait, in the screen's zone if it has one; nothing while it is not known."""

    page: Leaf | None = None
    """What stands on the stage, when nobody is called."""

    clock: datetime | None = None
    """The hall's time, to the minute; nothing while it is not known."""

    lost_in: Language | None = None
    """The language in which the screen says that it has lost the hall; nothing while it has not."""

    ready: tuple[Ready, ...] = ()
    """Who may get ready, as many as fit at once: told first first."""

    zone: Words | None = None
    """The part of the hall that the screen is for."""

    missed: tuple[str, ...] = ()
    """Tickets called in vain whose visitors may still come, as many as fit at once."""

    film: Film | None = None
    emergency: EmergencyKind | None = None
    """What everybody must do now: it has the whole screen, and calls are suspended."""

    identity: str | None = None
    """The screen's own name, over everything but an emergency: somebody asks which one it is."""

    is_dark: bool = False
    """Whether nothing is to be seen: the hall is closed."""

    @property
    def has_foot(self) -> bool:
        """Whether something stands below the rest."""
        return bool(self.ready or self.missed)
