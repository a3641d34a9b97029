"""Fills a folder with the clips that it lacks, one after the other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from media.voice.bank_check import Judge
from media.voice.engines.engine import CannotSayError
from media.voice.manifest import clip_files

Make = Callable[[str, str, Path], Path]
"""Takes a clip's name, its words and a folder; returns the new file, or raises `CannotSayError`."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What became of a chore: how many clips were made, and what stopped it."""

    made: int
    missing: tuple[str, ...]
    why: str = ""


def fill(folder: Path, wanted: Mapping[str, str], make: Make, judge: Judge) -> Filling:
    """Make what of the wanted clips (by name, their words) the folder lacks, until one fails.

    A file that cannot be heard is not kept. To be called again: what is there is not made twice.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = clip_files(folder)
    lacking = {clip: words for clip, words in wanted.items() if clip not in there}
    for made, (clip, words) in enumerate(lacking.items()):
        why = _made(clip, words, folder, make, judge)
        if why:
            return Filling(made, tuple(lacking)[made:], f"{clip}: {why}")
    return Filling(len(lacking), ())


def _made(clip: str, words: str, folder: Path, make: Make, judge: Judge) -> str:
    """Make one clip; return why it did not work, or nothing."""
    try:
        file = make(clip, words, folder)
    except CannotSayError as error:
        return str(error)
    why = judge(file)
    if why:
        file.unlink()
    return why
