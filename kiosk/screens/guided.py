"""The spoken mode where the settings name a speaker, and silence where they name none."""

from collections.abc import Callable
from typing import Protocol

from kiosk.screens.stage import Stage
from kiosk.screens.surround import Surround
from kiosk.settings import TouchSettings
from kiosk.speech.sound_facts import SoundFacts
from kiosk.touch_map import TouchMap


class Guided(Protocol):
    """What the kiosk tells the spoken mode."""

    def start(self) -> None:
        """Begin to listen to the keys."""

    def stop(self) -> None:
        """Fall silent. May be called twice."""

    def settled(self, shown: TouchMap) -> None:
        """Say what is shown now."""

    def second(self) -> None:
        """Let a second pass."""

    def test(self) -> None:
        """Let the speaker sound, and each voice greet."""

    def facts(self) -> SoundFacts | None:
        """Return how the spoken mode is; nothing where there is none."""


class Unspoken:
    """A kiosk without a speaker."""

    def start(self) -> None:
        """Listen to nothing."""

    def stop(self) -> None:
        """Be as silent as before."""

    def settled(self, shown: TouchMap) -> None:
        """Say nothing."""

    def second(self) -> None:
        """Let a second pass."""

    def test(self) -> None:
        """Be as silent as before."""

    def facts(self) -> None:
        """Return that there is none."""


def guided(
    settings: TouchSettings,
    stage: Stage,
    surround: Surround,
    heard: Callable[[], None],
    is_technicians: Callable[[], bool],
) -> Guided:
    """Return the spoken mode; raise `DeviceError` for a speaker's address that is none."""
    if not settings.speaker:
        return Unspoken()
    # The voices and their libraries take time to load: only who speaks waits for them.
    from kiosk.screens.spoken_mode import spoken_mode  # noqa: PLC0415  # see above

    return spoken_mode(settings, stage, surround, heard, is_technicians)
