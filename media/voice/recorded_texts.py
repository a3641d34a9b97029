"""Whole texts that a speaker has read: they are heard in place of every machine.

`FOLDER/LANGUAGE/texts/NAME.ogg` (or WAV, FLAC, MP3), where `text_clip` names the text.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import structlog

from media.voice.engines.bank import Decode
from media.voice.loudness import SPEECH, amplified, gain_to
from media.voice.manifest import SUFFIXES
from media.voice.prose import Prose
from media.voice.sound import Samples, from_decoded, trimmed
from wire.messages import Language

TEXTS = "texts"
"""The folder beside a language's clips."""


def text_clip(text: str) -> str:
    """Return the name of the recording of a text; spaces at its ends do not matter."""
    return f"text-{hashlib.sha256(text.strip().encode()).hexdigest()[:12]}"


class RecordedTexts:
    """The texts in some folders of recordings: the first folder that has one says it."""

    def __init__(self, folders: Sequence[Path], decode: Decode) -> None:
        self._folders, self._decode = tuple(folders), decode

    def has(self, language: Language) -> bool:
        """Tell whether a speaker has read texts in the language."""
        return any((folder / language / TEXTS).is_dir() for folder in self._folders)

    def sound(self, prose: Prose) -> Samples | None:
        """Return the recording at the loudness of speech; nothing where none can be heard."""
        name = text_clip(prose.text)
        for folder in self._folders:
            for suffix in SUFFIXES:
                path = folder / prose.language / TEXTS / f"{name}{suffix}"
                if path.is_file() and (heard := self._heard(path)) is not None:
                    return heard
        return None

    def _heard(self, path: Path) -> Samples | None:
        try:
            sound = trimmed(from_decoded(self._decode(path)))
            return amplified(sound, gain_to(SPEECH, sound))
        except (OSError, ValueError) as error:
            structlog.get_logger("voice").warning("recording_unreadable", why=f"{path}: {error}")
            return None
