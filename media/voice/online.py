"""Clips from Google's voices, where the commune has internet and wants it.

A chore, done before the hall opens and never at a call: the clips made lie in a folder like
recordings. Only the fixed words of calls are sent, never a name. The service is
unofficial: it may refuse (429), answer with nothing, or not at all.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from media.voice.engines.engine import CannotSayError

OnlineLanguage = Literal["ar", "fr", "en"]
"""The languages of the hall that the service speaks."""

Fetch = Callable[[str, OnlineLanguage], bytes]
"""Returns a text spoken, as MP3; raises `CannotSayError`."""

DEADLINE = 20.0
"""Seconds for one clip, whatever comes: gTTS's own time-out is that of one read alone."""

LARGEST = 1 << 20
"""Bytes of a clip; ours have 40,000 at most."""

FIRST_REST = 30.0
LONGEST_REST = 3600.0
"""Seconds in which a service that failed is left alone: at first, and at most."""

ATTEMPTS = 4
"""How often a clip is asked for. The rests between them are twice as long each time."""

PROCESS = (sys.executable, "-m", "media.voice.google_process")


def fetch_from_google(
    text: str,
    language: OnlineLanguage,
    process: Sequence[str] = PROCESS,
    deadline: float = DEADLINE,
) -> bytes:
    """Return the text spoken, as MP3, or raise `CannotSayError`."""
    try:
        ended = subprocess.run(  # noqa: S603  # our own program
            [*process, language],
            input=text.encode(),
            capture_output=True,
            timeout=deadline,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CannotSayError(f"the service took longer than {deadline:g} s") from None
    if ended.returncode:
        told = ended.stderr.decode(errors="replace").strip().splitlines()
        raise CannotSayError(told[-1] if told else f"it ended with {ended.returncode}")
    if not 0 < len(ended.stdout) <= LARGEST:
        raise CannotSayError(f"the service sent {len(ended.stdout)} bytes")
    return ended.stdout


@dataclass(frozen=True, slots=True)
class OnlineClips:
    """Makes clips of what is fetched, and leaves a service that fails alone for a while."""

    language: OnlineLanguage
    fetch: Fetch
    rest: Callable[[float], None]
    """Waits for so many seconds."""

    def make(self, clip: str, words: str, folder: Path) -> Path:
        """Store the clip whole or not at all; raise `CannotSayError` after the last attempt."""
        file = folder / f"{clip}.mp3"
        part = file.with_suffix(".part")
        part.write_bytes(self._fetched(words))
        return part.replace(file)

    def _fetched(self, words: str) -> bytes:
        for attempt in range(ATTEMPTS - 1):
            try:
                return self.fetch(words, self.language)
            except CannotSayError:
                self.rest(min(LONGEST_REST, FIRST_REST * 2**attempt))
        return self.fetch(words, self.language)
