"""Fills a folder of clips from Google's voices, where the commune has internet and wants it.

A chore, done before the hall opens and never at a call: the clips made lie in the folder like
recordings. Only the fixed words of calls are sent, never a name. The service is
unofficial: it may refuse, change or fall silent, so a breaker stops asking.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

from media.voice.announcement import clip_texts
from media.voice.engines.bank import MANIFEST, SUFFIXES

OnlineLanguage = Literal["ar", "fr", "en"]
"""The languages of the hall that the service speaks."""

Fetch = Callable[[str, OnlineLanguage], bytes]
"""Returns a text spoken, as MP3; raises `OnlineVoiceError`."""

TIMEOUT = 4.0
"""Seconds for one clip."""

MANIFEST_TEXT = """\
language = "{language}"
voice = "gtts"
made_by = "machine"
credit = "Google Translate's voice, fetched with gTTS"
licence = "Google's terms of service"
joins = "spaced"
version = "{version}"
"""


class OnlineVoiceError(Exception):
    """The service did not answer, refused, or sent no sound."""


@dataclass(slots=True)
class Breaker:
    """Stops asking a service that fails: half a minute at first, then twice as long each time."""

    clock: Callable[[], float]
    """Seconds that never go back."""

    first: float = 30.0
    longest: float = 3600.0
    failures: int = 0
    open_until: float = 0.0

    @property
    def is_open(self) -> bool:
        """Whether the service is to be left alone."""
        return self.clock() < self.open_until

    def failed(self) -> None:
        """Leave the service alone for a while."""
        pause = min(self.longest, self.first * 2**self.failures)
        self.failures += 1
        self.open_until = self.clock() + pause

    def worked(self) -> None:
        """Trust the service again."""
        self.failures = 0


@dataclass(frozen=True, slots=True)
class Filling:
    """What became of a chore: how many clips were made, and what stopped it."""

    made: int
    missing: tuple[str, ...]
    why: str = ""


def fetch_from_google(text: str, language: OnlineLanguage) -> bytes:
    """Return the text spoken, as MP3, or raise `OnlineVoiceError`."""
    from gtts import gTTS  # noqa: PLC0415  # a hall without internet has no use for it
    from gtts.tts import gTTSError  # noqa: PLC0415  # nor for this

    spoken = BytesIO()
    try:
        gTTS(text, lang=language, timeout=TIMEOUT).write_to_fp(spoken)
    except (gTTSError, ValueError, TypeError, AssertionError, OSError) as error:
        raise OnlineVoiceError(str(error)) from error
    return spoken.getvalue()


def fill(folder: Path, language: OnlineLanguage, fetch: Fetch, breaker: Breaker) -> Filling:
    """Fetch the clips that the folder lacks, until one fails. To be called again later."""
    folder.mkdir(parents=True, exist_ok=True)
    there = {file.stem for file in folder.iterdir() if file.suffix in SUFFIXES}
    lacking = {clip: text for clip, text in clip_texts(language).items() if clip not in there}
    made, why = 0, ""
    for clip, text in lacking.items():
        why = _fetched(folder / f"{clip}.mp3", text, language, fetch, breaker)
        if why:
            break
        made += 1
    left = tuple(lacking)[made:]
    told = MANIFEST_TEXT.format(language=language, version=len(there) + made)
    _store(folder / MANIFEST, told.encode())
    return Filling(made, left, why)


def _fetched(
    path: Path, text: str, language: OnlineLanguage, fetch: Fetch, breaker: Breaker
) -> str:
    """Fetch and store one clip; return why it did not work, or nothing."""
    if breaker.is_open:
        return "left alone after failures"
    try:
        sound, why = fetch(text, language), "no sound was sent"
    except OnlineVoiceError as error:
        sound, why = b"", str(error)
    if not sound:
        breaker.failed()
        return why
    breaker.worked()
    _store(path, sound)
    return ""


def _store(path: Path, content: bytes) -> None:
    """Write the file whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
