"""The `hts_engine` program (Debian's package `htsengine`): labels in, sound out."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from media.voice.hts.label import labels
from media.voice.hts.phone import Phones
from media.voice.sound import RATE, Samples, at_our_rate

SPEED = 0.92
"""A little slower than the voice was recorded: a hall echoes."""

HEADROOM = -6
"""Decibels: without them the loudest vowels are cut at the full scale."""

TIMEOUT = 20.0
_TICKS = 10_000_000
"""HTS counts time in units of 100 nanoseconds."""


class SynthesisError(Exception):
    """The program is missing, failed, or took too long."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Spoken phrases, and when each label (phone or pause) begins and ends."""

    samples: Samples
    edges: tuple[int, ...]
    """Places in the samples: label `i` lies between edges `i` and `i + 1`."""


def synthesise(voice: Path, phrases: Sequence[Sequence[Phones]], rate: int = RATE) -> Speech:
    """Speak the phrases with a voice file made at this rate, or raise `SynthesisError`."""
    with TemporaryDirectory(prefix="hts-") as folder:
        return _synthesise(voice, phrases, rate, Path(folder))


def _synthesise(
    voice: Path, phrases: Sequence[Sequence[Phones]], rate: int, folder: Path
) -> Speech:
    asked, timed, raw = folder / "asked.lab", folder / "timed.lab", folder / "raw"
    asked.write_text("\n".join(labels(phrases)) + "\n")
    _run("-m", voice, "-r", SPEED, "-g", HEADROOM, "-od", timed, "-or", raw, asked)
    samples = np.frombuffer(raw.read_bytes(), dtype="<i2").astype(np.int16)
    ends = (int(line.split()[1]) for line in timed.read_text().splitlines())
    edges = (0, *(round(end / _TICKS * RATE) for end in ends))
    return Speech(at_our_rate(samples, rate), edges)


def _run(*arguments: object) -> None:
    command = ["hts_engine", *map(str, arguments)]
    try:
        done = subprocess.run(  # noqa: S603  (no shell, and only numbers and paths)
            command, capture_output=True, text=True, timeout=TIMEOUT, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SynthesisError(str(error)) from error
    # The program ends with 0 when a voice cannot be read; it only writes so.
    if done.returncode or "Error" in done.stderr:
        raise SynthesisError(done.stderr.strip() or f"hts_engine ended with {done.returncode}")
