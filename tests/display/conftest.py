"""A presenter before a wall that keeps all that it is shown and told."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

import pytest

from display.carousel import Carousel
from display.hall_clock import HallClock
from display.presenter import BoardPresenter
from display.rhythm import Rhythm
from display.scene import Scene
from media.playlist.content import Content
from media.voice.prose import Prose
from tests.display.builders import commitment, everything_fits, notice, pack
from wire.messages import Call, EmergencyKind, Shown

CASABLANCA = ZoneInfo("Africa/Casablanca")


@dataclass
class Wall:
    """A screen with room for three lines, a voice and a line to the controller."""

    scenes: list[Scene] = field(default_factory=list)
    announced: list[Call] = field(default_factory=list)
    told: list[Shown] = field(default_factory=list)
    prepared: list[tuple[str, int]] = field(default_factory=list)
    alarms: list[tuple[EmergencyKind, ...]] = field(default_factory=list)
    notices: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """What the hall was told, in which languages; an empty name where it was hushed."""

    cannot_draw: tuple[str, ...] = ()

    def show(self, scene: Scene) -> None:
        self.scenes.append(scene)

    def capacity(self, *, is_calling: bool, has_ready: bool) -> int:
        return 2 if has_ready else 3

    def ready_capacity(self) -> int:
        return 2

    def missed_capacity(self) -> int:
        return 2

    def announce(self, call: Call) -> None:
        self.announced.append(call)

    def tell(self, name: str, texts: tuple[Prose, ...]) -> None:
        self.notices.append((name, tuple(each.language for each in texts)))

    def hush(self) -> None:
        self.notices.append(("", ()))

    def prepare(self, ticket: str, counter: int) -> None:
        self.prepared.append((ticket, counter))

    def draws(self, content: Content) -> bool:
        return content.kind not in self.cannot_draw

    def alarm(self, kinds: tuple[EmergencyKind, ...]) -> None:
        self.alarms.append(kinds)

    @property
    def scene(self) -> Scene:
        return self.scenes[-1]

    @property
    def large(self) -> str | None:
        return self.scene.large.ticket if self.scene.large else None


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def presenter(wall):
    content = pack(notices=[notice()], charter=[commitment()])
    carousel = Carousel(content, ("ar",), everything_fits)
    presenter = BoardPresenter(
        wall, wall, wall.told.append, carousel, HallClock(CASABLANCA), Rhythm()
    )
    presenter.on_online(0.0)
    return presenter
