"""Makes a bank of clips, and checks it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from media.voice.bank_check import BankCheck, check_bank, why_not
from media.voice.engines.bank import Decode
from media.voice.filling import Filling, fill
from media.voice.makers import Maker, wanted
from media.voice.manifest import (
    MANIFEST,
    Manifest,
    clip_files,
    read_manifest,
    version_of,
    write_manifest,
)
from wire.messages import Language


class OtherVoiceError(ValueError):
    """The folder holds another voice's clips: two are never mixed in one bank."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was made, and what the bank lacks now."""

    filling: Filling
    check: BankCheck


def build(folder: Path, language: Language, by: Maker, decode: Decode) -> Built:
    """Make what the bank lacks, write its manifest, and check every clip.

    Raises `OtherVoiceError`, `BadManifestError` for a manifest that is none, and `OSError`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _same_voice(folder, language, by)
    told = partial(Manifest, language, by.voice, by.credit, by.licence, by.joins)
    write_manifest(folder, told("unfinished"))
    filling = fill(folder, wanted(language), by.make, lambda file: why_not(file, decode))
    write_manifest(folder, told(version_of(clip_files(folder).values())))
    return Built(filling, check_bank(folder, decode))


def _same_voice(folder: Path, language: Language, by: Maker) -> None:
    if not (folder / MANIFEST).exists():
        if clip_files(folder):
            raise OtherVoiceError(f"{folder} holds clips of a voice that is not named")
        return
    there = read_manifest(folder)
    if (there.language, there.voice) != (language, by.voice):
        raise OtherVoiceError(f"{folder} holds {there.voice} in {there.language}")
