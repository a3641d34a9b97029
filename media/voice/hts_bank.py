"""Clips of an HTS voice, for a bank of Arabic.

It needs the programs `hts_engine` (Debian's `htsengine`) and `oggenc` (`vorbis-tools`).

Each clip is cut out of a whole announcement at the edges that the synthesiser tells, so
that it keeps the melody of its place in the sentence.
"""

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from media.voice.announcement import counter_text, number_text, ticket_text
from media.voice.clip import COUNTERS, TICKETS, counter_clip, ticket_clip
from media.voice.hts.phone import Phones, phrases
from media.voice.hts.synthesis import Speech, synthesise
from media.voice.sound import RATE, Samples, faded, trimmed
from media.voice.wav import write_wav

CLIP_RATE = 24_000
QUALITY = 3
_SEAM = 0.010
"""Seconds kept on either side of a cut inside a breath, for the two halves to fade over."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A clip to be cut from a carrier: the words `first` to `last` (excluded) of a phrase."""

    clip: str
    letter: str
    number: int
    counter: int
    phrase: int
    first: int = 0
    last: int | None = None

    @property
    def text(self) -> str:
        """The whole announcement that carries it."""
        return " ".join(
            (
                ticket_text(self.letter, "ar"),
                number_text(self.number, "ar"),
                counter_text(self.counter, "ar"),
            )
        )


def cuts() -> Iterator[Cut]:
    """Tell every clip of a complete bank, and what it is cut from."""
    for letter in TICKETS:
        yield Cut(ticket_clip(letter), letter, 25, 3, phrase=0)
    for number in (*range(100), *range(100, 1000, 100)):
        yield Cut(f"n-{number}", "B", number, 3, phrase=1)
    for hundred in range(1, 10):
        yield Cut(f"hundred-{hundred}", "B", hundred * 100 + 45, 3, phrase=1, last=1)
    for number in range(1, 100):
        yield Cut(f"after-{number}", "B", 500 + number, 3, phrase=1, first=1)
    for counter in COUNTERS:
        yield Cut(counter_clip(counter), "B", 25, counter, phrase=2)


def cut_out(speech: Speech, carrier: Sequence[Sequence[Phones]], cut: Cut) -> Samples:
    """Return the clip's samples out of its carrier."""
    phrase = carrier[cut.phrase]
    last = len(phrase) if cut.last is None else cut.last
    # Before each phrase stands a pause; a label is a phone or a pause.
    before = cut.phrase + 1 + sum(len(word) for part in carrier[: cut.phrase] for word in part)
    start = before + sum(map(len, phrase[: cut.first]))
    end = before + sum(map(len, phrase[:last]))
    seam = round(_SEAM * RATE)
    left = speech.edges[start] - seam
    right = speech.edges[end] + seam
    piece = speech.samples[left:right]
    is_whole = cut.first == 0 and last == len(phrase)
    return trimmed(piece) if is_whole else faded(piece, 0.001)


def make_clip(voice: Path, folder: Path, cut: Cut) -> Path:
    """Speak, cut out and store one clip; return its file."""
    carrier = phrases(cut.text)
    samples = cut_out(synthesise(voice, carrier), carrier, cut)
    return store(samples, folder / f"{cut.clip}.ogg")


def store(samples: Samples, path: Path) -> Path:
    """Write the sound as Ogg Vorbis; return its path."""
    raw = path.with_suffix(".wav")
    write_wav(raw, samples)
    # A fixed serial number, so that the same voice makes the same files.
    command = ("oggenc", "-Q", "-s", 1, "-q", QUALITY, "--resample", CLIP_RATE, "-o", path, raw)
    subprocess.run([str(part) for part in command], check=True)  # noqa: S603  (no shell)
    raw.unlink()
    return path
