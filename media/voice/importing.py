"""Takes a speaker's recordings into a bank: cut to the words, at one loudness, or refused.

The whole voice has one gain: words that are said softly stay so, as in the sentence that they
are part of. No clip rises above the peak.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from media.voice.announcement import clip_texts
from media.voice.bank_check import FaultyClip
from media.voice.clip import all_clips
from media.voice.clip_faults import clip_fault
from media.voice.engines.bank import Decode
from media.voice.loudness import SPEECH, amplified, gain_to, loudness
from media.voice.manifest import Manifest, clip_files, version_of, write_manifest
from media.voice.sound import Samples, from_decoded, trimmed
from media.voice.wav import write_wav
from wire.messages import Language

APART = 9.0
"""Decibels by which a clip may be louder or softer than the voice, before it is refused."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose voice it is, and on what terms."""

    language: Language
    voice: str
    credit: str
    licence: str
    """What the speaker has agreed to, in their words."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a folder of recordings."""

    taken: int
    refused: tuple[FaultyClip, ...]
    unknown: tuple[str, ...]
    """Files whose names are no clip's."""

    missing: Mapping[str, str]
    """The clips that the bank still lacks, and their words."""


def import_recordings(source: Path, bank: Path, speaker: Speaker, decode: Decode) -> Imported:
    """Take all good recordings of a folder into the bank; raise `OSError`.

    Clips that are there already are replaced. The whole voice is levelled anew each time: import
    the speaker's whole folder again when clips were added.
    """
    files = clip_files(source)
    known = {clip: file for clip, file in files.items() if clip in all_clips()}
    heard = {clip: _heard(file, decode) for clip, file in known.items()}
    sounds = {clip: each for clip, each in heard.items() if not isinstance(each, str)}
    refused = {clip: each for clip, each in heard.items() if isinstance(each, str)}
    gain = gain_to(SPEECH, np.concatenate(tuple(sounds.values()))) if sounds else 1.0
    apart = {clip: why for clip, each in sounds.items() if (why := _apart(each, gain))}
    taken = {clip: each for clip, each in sounds.items() if clip not in apart}
    _store(bank, taken, gain)
    told = (speaker.language, speaker.voice, speaker.credit, speaker.licence)
    there = clip_files(bank)
    write_manifest(bank, Manifest(*told, "spaced", version_of(there.values())))
    return Imported(
        len(taken),
        tuple(FaultyClip(clip, why) for clip, why in sorted((refused | apart).items())),
        tuple(sorted(files.keys() - known.keys())),
        {clip: text for clip, text in clip_texts(speaker.language).items() if clip not in there},
    )


def _heard(file: Path, decode: Decode) -> Samples | str:
    """Return the words of a recording, or why it is refused."""
    try:
        sound = from_decoded(decode(file))
    except (OSError, ValueError) as error:
        return f"unreadable: {error}"
    fault = clip_fault(sound)
    return trimmed(sound) if fault is None else fault.value


def _apart(sound: Samples, gain: float) -> str:
    """Return how far a clip is from the voice's loudness, where that is too far."""
    off = loudness(sound) + 20 * float(np.log10(gain)) - SPEECH
    if abs(off) <= APART:
        return ""
    manner = "louder" if off > 0 else "softer"
    return f"{abs(off):.0f} dB {manner} than the rest: keep one distance from the microphone"


def _store(bank: Path, sounds: Mapping[str, Samples], gain: float) -> None:
    bank.mkdir(parents=True, exist_ok=True)
    for clip, sound in sounds.items():
        for older in (each for each in (clip_files(bank).get(clip),) if each is not None):
            older.unlink()
        part = bank / f"{clip}.part"
        write_wav(part, amplified(sound, gain))
        part.replace(bank / f"{clip}.wav")
