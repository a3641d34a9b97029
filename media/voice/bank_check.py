"""Whether a bank is whole and every clip of it can be heard."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from media.voice.clip import all_clips
from media.voice.clip_faults import ClipFault, clip_fault
from media.voice.engines.bank import Decode
from media.voice.manifest import clip_files
from media.voice.sound import from_decoded

MACHINES = frozenset({ClipFault.NOISY})
"""What is no fault of clips already cut to their words: there is no silence to judge them by."""


@dataclass(frozen=True, slots=True)
class FaultyClip:
    """A clip that must be recorded or made anew, and why."""

    clip: str
    why: str


@dataclass(frozen=True, slots=True)
class BankCheck:
    """What a bank lacks."""

    missing: tuple[str, ...]
    faulty: tuple[FaultyClip, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing, and nothing faulty."""
        return not self.missing and not self.faulty


def check_bank(folder: Path, decode: Decode) -> BankCheck:
    """Read every clip of the folder; raise `OSError` where there is no folder."""
    files, wanted = clip_files(folder), all_clips()
    judged = {clip: why_not(files[clip], decode) for clip in sorted(wanted & files.keys())}
    faulty = tuple(FaultyClip(clip, why) for clip, why in judged.items() if why)
    return BankCheck(tuple(sorted(wanted - files.keys())), faulty)


def why_not(file: Path, decode: Decode) -> str:
    """Return why a clip cannot be used; nothing when it can."""
    try:
        fault = clip_fault(from_decoded(decode(file)))
    except (OSError, ValueError) as error:
        return f"unreadable: {error}"
    return "" if fault is None or fault in MACHINES else fault.value


Judge = Callable[[Path], str]
"""Returns why a clip cannot be used; nothing when it can."""
