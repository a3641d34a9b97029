"""What the voice asks of an engine."""

from typing import Protocol

from media.voice.announcement import Sentence
from media.voice.prose import Prose
from media.voice.sound import Samples
from wire.messages import Language


class CannotSayError(Exception):
    """The engine, or every engine, failed with this sentence; the text says why."""


class Engine(Protocol):
    """Says sentences, whole: one language of an announcement is never shared by two engines."""

    @property
    def name(self) -> str:
        """What it is, with all that changes its sound: voice, rate, version."""

    @property
    def is_reader(self) -> bool:
        """Whether it says any text, not calls alone."""

    def offers(self, language: Language) -> bool:
        """Tell whether it speaks this language."""

    def say(self, sentence: Sentence | Prose) -> Samples:
        """Return the sentence at 48 kHz, or raise `CannotSayError`."""
