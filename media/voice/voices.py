"""The hall's voices: the best engine that can says each sentence, at one common loudness."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TypeVar

import numpy as np
import structlog

from media.voice.announcement import Announcement, Sentence, sentence
from media.voice.cache import HELD, SoundCache, key
from media.voice.chime import chime
from media.voice.engines.bank import ClipBank, Decode, bank_folders
from media.voice.engines.engine import CannotSayError, Engine
from media.voice.engines.espeak import EspeakEngine
from media.voice.engines.hts import HtsEngine
from media.voice.engines.pico import PicoEngine
from media.voice.loudness import SPEECH, gain_to, levelled
from media.voice.manifest import BadManifestError
from media.voice.prose import Prose
from media.voice.recorded_texts import RecordedTexts
from media.voice.sound import Samples, closed_up, silence
from wire.messages import LANGUAGES, Language

RECORDINGS = "recordings"
"""The name of a speaker's recordings of texts."""

_AFTER_CHIME = 0.35
_BETWEEN_LANGUAGES = 0.5
_AT_THE_END = 0.4
"""Seconds of rest in an announcement."""

_MEASURED = (("C318", 12), ("E007", 24))
"""The calls by which a voice's loudness is measured."""


Told = TypeVar("Told", Sentence, Prose)


@dataclass(frozen=True, slots=True)
class Rendering:
    """An announcement's sound, and the languages that could be said in it."""

    samples: Samples
    spoken: tuple[Language, ...]


class Voices:
    """Says announcements. Safe for several threads: one renders while the others wait."""

    def __init__(
        self,
        engines: Sequence[Engine],
        cache: SoundCache,
        texts: RecordedTexts | None = None,
    ) -> None:
        """Take the engines in the order in which they are preferred."""
        self._engines = tuple(engines)
        self._texts = texts
        self._cache = cache
        self._gains: dict[tuple[str, Language], float] = {}
        self._lock = Lock()
        self._chime = chime()

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that are offered by ear."""
        return tuple(language for language in LANGUAGES if self.offers(language))

    def offers(self, language: Language) -> bool:
        """Tell whether any engine speaks the language."""
        return any(engine.offers(language) for engine in self._engines)

    def speakers(self, language: Language) -> tuple[str, ...]:
        """Return the names of the engines that speak the language, the preferred one first."""
        return tuple(engine.name for engine in self._speakers(language))

    def opening(self, *, is_chiming: bool = True) -> Samples:
        """Return what is heard before the words: the chime, at hand at once, and a rest."""
        chime = self._chime if is_chiming else self._chime[:0]
        return np.concatenate((chime, silence(_AFTER_CHIME)))

    def words(self, announcement: Announcement) -> Rendering:
        """Return what is heard after the opening: nothing but a rest when no engine can say it."""
        return _rendered(announcement.sentences, self.say)

    def render(self, announcement: Announcement) -> Rendering:
        """Return the whole announcement. It chimes even when no engine can say a word."""
        return self._opened(self.words(announcement))

    def proclaim(self, texts: Iterable[Prose]) -> Rendering:
        """Return the same text in each language in which it can be read, after the chime."""
        return self._opened(self.reading(texts))

    def reading(self, texts: Iterable[Prose]) -> Rendering:
        """Return the same text in each language in which it can be read."""
        return _rendered((text for text in texts if self.reads(text.language)), self.read)

    def say(self, part: Sentence) -> Samples:
        """Return one sentence by the first engine that can, or raise `CannotSayError`."""
        with self._lock:
            return self._first_of(self._speakers(part.language), part)

    def reads(self, language: Language) -> bool:
        """Tell whether texts are read in the language, by a speaker's recordings or an engine."""
        return bool(self.reader(language))

    def reader(self, language: Language) -> str:
        """Return the name of what reads texts in the language; empty when nothing does."""
        if self._texts is not None and self._texts.has(language):
            return RECORDINGS
        names = (each.name for each in self._speakers(language) if each.is_reader)
        return next(names, "")

    def read(self, prose: Prose) -> Samples:
        """Return any text: a speaker's recording of it, or the best engine that reads.

        Raises `CannotSayError`.
        """
        recorded = None if self._texts is None else self._texts.sound(prose)
        if recorded is not None:
            return recorded
        with self._lock:
            readers = (each for each in self._speakers(prose.language) if each.is_reader)
            return self._first_of(readers, prose)

    def _opened(self, words: Rendering) -> Rendering:
        return replace(words, samples=np.concatenate((self.opening(), words.samples)))

    def _first_of(self, engines: Iterator[Engine], part: Sentence | Prose) -> Samples:
        reasons = []
        for engine in engines:
            try:
                return self._said(engine, part)
            # An engine is foreign code: whatever it raises, the next one speaks.
            except Exception as error:  # noqa: BLE001  # see above
                _log().warning("voice_failed", engine=engine.name, why=repr(error))
                reasons.append(str(error))
        raise CannotSayError("; ".join(reasons) or f"no engine speaks {part.language}")

    def _speakers(self, language: Language) -> Iterator[Engine]:
        return (engine for engine in self._engines if engine.offers(language))

    def _said(self, engine: Engine, part: Sentence | Prose) -> Samples:
        name = key(engine=engine.name, language=part.language, text=part.text)
        kept = self._cache.get(name)
        if kept is not None:
            return kept
        said = _heard(engine, part)
        whole = closed_up(said) if isinstance(part, Sentence) else said
        said = levelled(whole, self._gain(engine, part.language))
        try:
            self._cache.put(name, said)
        except OSError as error:
            _log().warning("voice_not_stored", why=str(error))
        return said

    def _gain(self, engine: Engine, language: Language) -> float:
        """Return the engine's one gain for a language, by which all it says is amplified."""
        known = engine.name, language
        if known not in self._gains:
            measured = (_heard(engine, sentence(*call, language)) for call in _MEASURED)
            self._gains[known] = gain_to(SPEECH, np.concatenate(tuple(measured)))
        return self._gains[known]


def open_voices(
    decode: Decode,
    *,
    recordings: Path | None = None,
    clips: Path | None = None,
    hts_voice: Path | None = None,
    cache: Path | None = None,
    held: int = HELD,
) -> Voices:
    """Return the voices of a hall: the best engine first.

    `recordings` and `clips` (the pack's `voices`) are folders with a folder for each
    language; a bank that cannot be read is reported and left out. So many sounds are `held`
    in memory, lest the same be made again.
    """
    engines: list[Engine] = []
    for folder in (recordings, clips):
        engines += _readable_banks(folder, decode) if folder else ()
    if hts_voice:
        engines.append(HtsEngine(hts_voice))
    engines += (PicoEngine(), EspeakEngine())
    folders = [folder for folder in (recordings, clips) if folder]
    return Voices(engines, SoundCache(cache, held=held), RecordedTexts(folders, decode))


def _readable_banks(folder: Path, decode: Decode) -> list[Engine]:
    found: list[Engine] = []
    for bank in bank_folders(folder):
        try:
            opened = ClipBank(bank, decode)
        except BadManifestError as error:
            _log().error("voice_unreadable", why=str(error))
            continue
        if opened.missing:
            _log().warning("voice_incomplete", voice=opened.name, missing=len(opened.missing))
        found.append(opened)
    return found


def _rendered(parts: Iterable[Told], say: Callable[[Told], Samples]) -> Rendering:
    heard, spoken = list[Samples](), list[Language]()
    for part in parts:
        try:
            said = say(part)
        except CannotSayError as error:
            _log().error("announcement_not_spoken", language=part.language, why=str(error))
            continue
        heard += (silence(_BETWEEN_LANGUAGES), said) if spoken else (said,)
        spoken.append(part.language)
    heard.append(silence(_AT_THE_END))
    return Rendering(np.concatenate(heard), tuple(spoken))


def _heard(engine: Engine, part: Sentence | Prose) -> Samples:
    """Return what the engine says, and be sure that it can be heard."""
    said = engine.say(part)
    if not np.any(said):
        raise CannotSayError(f"{engine.name}: silent")
    return said


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("voice")  # type: ignore[no-any-return]  # structlog types it Any
