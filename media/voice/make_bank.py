"""Make a bank of Arabic clips with an HTS voice.

`python -m media.voice.make_bank --voice VOICE.htsvoice --out FOLDER --credit WHO --licence TERMS`,
for a technician. It needs the programs `hts_engine` (Debian's `htsengine`) and `oggenc`
(`vorbis-tools`).

Each clip is cut out of a whole announcement at the edges that the synthesiser tells, so
that it keeps the melody of its place in the sentence.
"""

import hashlib
import subprocess
import wave
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import click

from media.voice.announcement import counter_text, number_text, ticket_text
from media.voice.clip import COUNTERS, TICKETS, counter_clip, ticket_clip
from media.voice.hts.phone import Phones, phrases
from media.voice.hts.synthesis import Speech, synthesise
from media.voice.sound import RATE, Samples, faded, trimmed

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
    with wave.open(str(raw), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.astype("<i2").tobytes())
    # A fixed serial number, so that the same voice makes the same files.
    command = ("oggenc", "-Q", "-s", 1, "-q", QUALITY, "--resample", CLIP_RATE, "-o", path, raw)
    subprocess.run([str(part) for part in command], check=True)  # noqa: S603  (no shell)
    raw.unlink()
    return path


def version_of(files: Sequence[Path]) -> str:
    """Return a short name for exactly these clips."""
    content = hashlib.sha256()
    for file in sorted(files):
        content.update(file.name.encode() + file.read_bytes())
    return content.hexdigest()[:12]


MANIFEST_TEXT = """\
# Clips of a machine's voice. They stand in until a speaker's recordings replace them:
# record the same clips, put them in a folder like this one, and name it in the screen's settings.
language = "ar"
voice = "{voice}"
made_by = "machine"
credit = "{credit}"
licence = "{licence}"
joins = "spliced"
version = "{version}"
"""


@click.command()
@click.option(
    "--voice", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--credit", required=True, help="Who made the voice and from whose recordings.")
@click.option("--licence", required=True, help="Under which terms.")
@click.option("--jobs", default=2, show_default=True, help="Clips made at the same time.")
def main(voice: Path, out: Path, credit: str, licence: str, jobs: int) -> None:
    """Make the Arabic bank OUT, 303 clips and a manifest, with the voice file VOICE."""
    out.mkdir(parents=True, exist_ok=True)
    wanted = tuple(cuts())
    with (
        ThreadPoolExecutor(jobs) as pool,
        click.progressbar(
            pool.map(lambda cut: make_clip(voice, out, cut), wanted), length=len(wanted)
        ) as files,
    ):
        made = tuple(files)
    text = MANIFEST_TEXT.format(
        voice=voice.stem, credit=credit, licence=licence, version=version_of(made)
    )
    (out / "manifest.toml").write_text(text, encoding="utf-8")
    click.echo(f"{len(made)} clips, {sum(file.stat().st_size for file in made) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
