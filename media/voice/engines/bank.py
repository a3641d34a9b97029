"""Recorded clips: a speaker's recordings, or the clips that a pack brings.

A folder for each language holds `manifest.toml` and the clips as sound files
(`ticket-A.ogg`, `n-12.wav`, …; `media.voice.clip` names them all).
"""

from collections.abc import Callable
from functools import lru_cache, reduce
from pathlib import Path

import numpy as np

from media.voice.announcement import Phrase, Sentence
from media.voice.clip import all_clips
from media.voice.engines.engine import CannotSayError
from media.voice.manifest import MANIFEST, clip_files, read_manifest
from media.voice.prose import Prose
from media.voice.sound import DecodedSound, Samples, from_decoded, silence, spliced, trimmed
from wire.messages import Language

Decode = Callable[[Path], DecodedSound]
"""Reads a sound file; raises `ValueError` or `OSError`."""

_BETWEEN_NUMBERS = 0.05
_AFTER_LETTER = 0.14
_AFTER_TICKET = 0.38
"""Seconds of rest within a sentence."""


def bank_folders(folder: Path) -> tuple[Path, ...]:
    """Return the banks among a folder's language folders."""
    return tuple(sorted(manifest.parent for manifest in folder.glob(f"*/{MANIFEST}")))


class ClipBank:
    """Speaks one language with recorded clips. It is offered when no clip is missing."""

    def __init__(self, folder: Path, decode: Decode) -> None:
        """Read the folder, or raise `BadManifestError`."""
        self.manifest = read_manifest(folder)
        self._decode = decode
        self._files = clip_files(folder)
        self.missing = tuple(sorted(all_clips() - self._files.keys()))
        """The clips that are still to be recorded."""

        self._clip = lru_cache(maxsize=64)(self._read)

    @property
    def name(self) -> str:
        """The voice and the version of its clips."""
        told = self.manifest
        return f"clips/{told.language}/{told.voice}/{told.version}"

    @property
    def is_reader(self) -> bool:
        """It says calls, and no other text."""
        return False

    def offers(self, language: Language) -> bool:
        """Tell whether it is the voice's language, and all is recorded."""
        return language == self.manifest.language and not self.missing

    def say(self, sentence: Sentence | Prose) -> Samples:
        """Return the sentence, put together from clips, or raise `CannotSayError`."""
        if isinstance(sentence, Prose):
            raise CannotSayError(f"{self.name}: it only says calls")
        ticket = self._ticket(sentence.ticket)
        counter = self._joined(sentence.counter.clips)
        return np.concatenate((ticket, silence(_AFTER_TICKET), counter))

    def _ticket(self, phrase: Phrase) -> Samples:
        letter, *number = phrase.clips
        rest = silence(_AFTER_LETTER)
        return np.concatenate((self._clip(letter), rest, self._joined(tuple(number))))

    def _joined(self, clips: tuple[str, ...]) -> Samples:
        return reduce(self._join, map(self._clip, clips))

    def _join(self, first: Samples, second: Samples) -> Samples:
        if self.manifest.joins == "spliced":
            return spliced(first, second)
        return np.concatenate((first, silence(_BETWEEN_NUMBERS), second))

    def _read(self, clip: str) -> Samples:
        if clip not in self._files:
            raise CannotSayError(f"{self.name}: no clip {clip}")
        try:
            sound = from_decoded(self._decode(self._files[clip]))
        except (OSError, ValueError) as error:
            raise CannotSayError(f"{self.name}: {clip}: {error}") from error
        # What is cut from one breath must keep its edges.
        return sound if self.manifest.joins == "spliced" else trimmed(sound)
