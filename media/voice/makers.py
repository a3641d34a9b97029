"""Who can make the clips of a bank: the engines, an HTS voice, and the online voices."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, assert_never, cast

from media.voice.announcement import clip_texts
from media.voice.engines.engine import CannotSayError, Engine
from media.voice.engines.espeak import EspeakEngine
from media.voice.engines.hts import HtsEngine
from media.voice.engines.pico import PicoEngine
from media.voice.filling import Make
from media.voice.hts.synthesis import SynthesisError
from media.voice.hts_bank import cuts, make_clip
from media.voice.loudness import SPEECH as LEVEL
from media.voice.loudness import NothingToHearError, gain_to, levelled
from media.voice.manifest import Joins
from media.voice.online import Fetch, OnlineClips, OnlineLanguage
from media.voice.prose import Prose
from media.voice.wav import write_wav
from wire.messages import Language

MakerName = Literal["hts", "gtts", "pico", "espeak"]
"""In the order in which they are preferred."""

GOOGLE = "Google Translate's voice, fetched with gTTS"
GOOGLES_TERMS = "Google's terms of service"


@dataclass(frozen=True, slots=True)
class Maker:
    """Somebody who makes clips."""

    voice: str
    make: Make
    credit: str
    licence: str
    joins: Joins = "spaced"


@dataclass(frozen=True, slots=True)
class Means:
    """What a technician has for making clips."""

    hts_voice: Path | None = None
    is_online: bool = False
    """Whether the words of calls may be sent to Google."""

    fetch: Fetch | None = None
    rest: Callable[[float], None] = lambda _seconds: None


def best_maker(language: Language, means: Means) -> MakerName:
    """Return who makes the best clips of a language; raise `CannotSayError` for Amazigh."""
    if language == "zgh":
        raise CannotSayError("no machine speaks Amazigh: record a speaker")
    if language == "ar" and means.hts_voice is not None:
        return "hts"
    if means.is_online:
        return "gtts"
    return "espeak" if language == "ar" else "pico"


def maker(name: MakerName, language: Language, means: Means) -> Maker:
    """Return the maker of this name; raise `CannotSayError` where it lacks what it needs."""
    match name:
        case "hts":
            return _hts(means.hts_voice)
        case "gtts":
            return _online(language, means)
        case "pico":
            return _engine(PicoEngine(), language, "SVOX Pico", "Apache 2.0")
        case "espeak":
            return _engine(EspeakEngine(), language, "espeak-ng", "GPL 3.0 or later")
        case _:
            assert_never(name)


def wanted(language: Language) -> Mapping[str, str]:
    """Return the clips of a whole bank, and their words."""
    return clip_texts(language)


def _hts(voice: Path | None) -> Maker:
    if voice is None or not HtsEngine(voice).offers("ar"):
        raise CannotSayError("no HTS voice: name its file")
    by_clip = {cut.clip: cut for cut in cuts()}

    def make(clip: str, _words: str, folder: Path) -> Path:
        try:
            return make_clip(voice, folder, by_clip[clip])
        except (SynthesisError, OSError) as error:
            raise CannotSayError(str(error)) from error

    return Maker(voice.stem, make, f"the voice file {voice.name}", "see the voice's own", "spliced")


def _online(language: Language, means: Means) -> Maker:
    if not means.is_online or means.fetch is None:
        raise CannotSayError("nothing is sent to Google unless you say so")
    online = OnlineClips(cast("OnlineLanguage", language), means.fetch, means.rest)
    return Maker("gtts", online.make, GOOGLE, GOOGLES_TERMS)


def _engine(engine: Engine, language: Language, credit: str, licence: str) -> Maker:
    if not engine.offers(language):
        raise CannotSayError(f"{engine.name} does not speak {language}")

    def make(clip: str, words: str, folder: Path) -> Path:
        said = engine.say(Prose(language, words))
        try:
            sound = levelled(said, gain_to(LEVEL, said))
        except NothingToHearError as error:
            raise CannotSayError(f"{engine.name}: silent") from error
        file = folder / f"{clip}.wav"
        part = file.with_suffix(".part")
        write_wav(part, sound)
        return part.replace(file)

    return Maker(engine.name.replace("/", "-"), make, credit, licence)
