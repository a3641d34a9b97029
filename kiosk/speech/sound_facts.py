"""How the spoken mode is, for a technician."""

from dataclasses import dataclass

from wire.messages import Language


@dataclass(frozen=True, slots=True)
class SoundFacts:
    """What a technician is told of the spoken mode."""

    voices: tuple[tuple[Language, str], ...]
    """Which voice reads each language; empty where none does."""

    volume: int
    """A step of `kiosk.speech.volume`."""

    last_key: str
    """The keypad's key that a technician pressed last; empty before the first."""
