"""`nouba voice`."""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import reduce, wraps
from pathlib import Path
from typing import Any, cast

import click
import numpy as np

from controller.settings import DEMONSTRATION_PACK
from hardware.devices import SPEAKER_ADDRESSES, open_speaker
from hardware.ports import DeviceError, Pcm
from hardware.sound_files import SoundReader
from media.voice.announcement import UnspeakableTicketError, announcement
from media.voice.bank_check import BankCheck, check_bank
from media.voice.building import OtherVoiceError, build
from media.voice.engines.bank import bank_folders
from media.voice.engines.engine import CannotSayError
from media.voice.importing import Speaker, import_recordings
from media.voice.makers import MakerName, Means, best_maker, maker
from media.voice.manifest import BadManifestError, read_manifest
from media.voice.online import fetch_from_google
from media.voice.prose import Prose
from media.voice.reading_list import main as reading_list
from media.voice.recorded_texts import text_clip
from media.voice.sound import RATE, Samples, seconds
from media.voice.voices import Voices, open_voices
from media.voice.wav import write_wav
from wire.messages import LANGUAGES, Language

VOICES = "voices"
"""The folder of a pack that holds its recorded clips."""

FOLDER = click.Path(file_okay=False, path_type=Path)
EXISTING = click.Path(exists=True, file_okay=False, path_type=Path)
VOICE_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

hts_option = click.option("--hts-voice", type=VOICE_FILE, help="A .htsvoice file, for Arabic.")
language_option = click.option("--language", type=click.Choice(LANGUAGES), required=True)


@dataclass(frozen=True, slots=True)
class Given:
    """The voices that a technician names, beside those that are always there."""

    recordings: Path | None
    pack: Path
    hts_voice: Path | None

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where banks may be."""
        return tuple(each for each in (self.recordings, self.pack / VOICES) if each is not None)

    def opened(self, reader: SoundReader) -> Voices:
        """Return them all, as a hall screen does."""
        return open_voices(
            reader.read,
            recordings=self.recordings,
            clips=self.pack / VOICES,
            hts_voice=self.hts_voice,
        )


def with_voices(chore: Callable[..., None]) -> Callable[..., None]:
    """Give a chore the options that name voices, as one argument."""

    @wraps(chore)
    def wrapped(recordings: Path | None, pack: Path, hts_voice: Path | None, **rest: Any) -> None:
        chore(given=Given(recordings, pack, hts_voice), **rest)

    options = (
        click.option("--recordings", type=EXISTING, help="A folder of recordings a language."),
        click.option("--pack", type=EXISTING, default=DEMONSTRATION_PACK, show_default="demo"),
        hts_option,
    )
    return reduce(lambda wrapped, option: option(wrapped), reversed(options), wrapped)


@click.group(help="Make, check and hear the voice of the hall.")
def command() -> None:
    """Group the chores with the voice."""


command.add_command(reading_list, "reading-list")


@command.command("text-name")
@click.argument("texts", nargs=-1, required=True)
def text_name(texts: tuple[str, ...]) -> None:
    """Print the file names under which recordings of these TEXTS are looked for."""
    for text in texts:
        click.echo(f"{text_clip(text)}\t{text}")


@command.command("build")
@language_option
@click.option("--out", type=FOLDER, required=True, help="The bank's folder, as in voices/fr.")
@click.option("--by", type=click.Choice(["hts", "gtts", "pico", "espeak"]), help="Who makes it.")
@hts_option
@click.option("--online", is_flag=True, help="Send the words of calls to Google's voices.")
def build_bank(
    language: Language, out: Path, by: MakerName | None, hts_voice: Path | None, *, online: bool
) -> None:
    """Make a bank of clips in OUT, and check it.

    Without --by the best that there is makes it: an HTS voice, Google's voices (--online alone),
    Pico, espeak-ng. It may be stopped and started again: what is there is not made twice.
    """
    means = Means(hts_voice, online, fetch_from_google, time.sleep)
    try:
        chosen = maker(by or best_maker(language, means), language, means)
        with closing(SoundReader()) as reader:
            built = build(out, language, chosen, reader.read)
    except (CannotSayError, OtherVoiceError, BadManifestError, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{chosen.voice}: {built.filling.made} clips made")
    _tell(built.check)
    if built.filling.why:
        raise click.ClickException(f"{built.filling.why}; start it again later")
    _end_unless_whole(built.check)


@command.command("check")
@with_voices
def check(given: Given) -> None:
    """Tell who speaks each language, and which clips of each bank are missing or faulty."""
    with closing(SoundReader()) as reader:
        banks = (bank for folder in given.folders for bank in bank_folders(folder))
        checks = [_checked(bank, reader) for bank in banks]
        voices = given.opened(reader)
        for language in LANGUAGES:
            names = voices.speakers(language)
            click.echo(f"{language}: {', then '.join(names) or 'nobody speaks it'}")
    for each in checks:
        _end_unless_whole(each)


@command.command("import")
@language_option
@click.option("--from", "source", type=EXISTING, required=True, help="What was recorded.")
@click.option("--out", type=FOLDER, required=True, help="The bank, as in RECORDINGS/zgh.")
@click.option("--speaker", required=True, help="Whose voice it is, as they want it told.")
@click.option("--credit", required=True, help="Who recorded it.")
@click.option("--licence", required=True, help="What the speaker has agreed to.")
def import_clips(
    language: Language, source: Path, out: Path, speaker: str, credit: str, licence: str
) -> None:
    """Take a speaker's recordings into a bank: cut to the words, and at one loudness.

    What is clipped, noisy, silent or cut short is refused, and said so.
    """
    told = Speaker(language, speaker, credit, licence)
    with closing(SoundReader()) as reader:
        done = import_recordings(source, out, told, reader.read)
    for refused in done.refused:
        click.echo(f"refused\t{refused.clip}\t{refused.why}")
    for name in done.unknown:
        click.echo(f"no clip\t{name}")
    for clip, words in done.missing.items():
        click.echo(f"missing\t{clip}\t{words}")
    click.echo(f"{done.taken} taken, {len(done.refused)} refused, {len(done.missing)} missing")
    if done.refused or done.missing:
        raise click.exceptions.Exit(1)


@command.command("say")
@click.argument("ticket", required=False)
@click.argument("counter", type=int, required=False)
@click.option("--text", help="Any text, instead of a call; of Arabic, with its vowels.")
@click.option("--language", "languages", type=click.Choice(LANGUAGES), multiple=True)
@click.option("--to", required=True, help=f"A WAV file, or one of: {', '.join(SPEAKER_ADDRESSES)}.")
@with_voices
def say(
    ticket: str | None,
    counter: int | None,
    text: str | None,
    languages: tuple[Language, ...],
    to: str,
    given: Given,
) -> None:
    """Say the call of TICKET to COUNTER, or a text, as the hall would hear it."""
    asked = languages or cast("tuple[Language, ...]", ("ar", "fr"))
    with closing(SoundReader()) as reader:
        try:
            sound = _said(given.opened(reader), (ticket, counter), text, asked)
            _give(sound, to)
        except (CannotSayError, UnspeakableTicketError, DeviceError, OSError) as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"{seconds(sound):.1f} s")


def _said(
    voices: Voices,
    call: tuple[str | None, int | None],
    text: str | None,
    languages: tuple[Language, ...],
) -> Samples:
    match (*call, text):
        case None, None, str(told):
            return np.concatenate([voices.read(Prose(language, told)) for language in languages])
        case str(ticket), int(counter), None:
            rendering = voices.render(announcement(ticket, counter, languages))
            if rendering.spoken != languages:
                missed = ", ".join(each for each in languages if each not in rendering.spoken)
                raise CannotSayError(f"nobody speaks {missed}")
            return rendering.samples
        case _:
            raise click.UsageError("tell a TICKET and a COUNTER, or --text")


def _give(sound: Samples, to: str) -> None:
    if ":" not in to:
        write_wav(Path(to), sound)
        return
    open_speaker(to).play(Pcm(sound.astype("<i2").tobytes(), RATE), "said")


def _checked(bank: Path, reader: SoundReader) -> BankCheck:
    try:
        told = read_manifest(bank)
    except BadManifestError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{bank}: {told.voice}, {told.language}")
    found = check_bank(bank, reader.read)
    _tell(found)
    return found


def _tell(check: BankCheck) -> None:
    for clip in check.missing:
        click.echo(f"missing\t{clip}")
    for each in check.faulty:
        click.echo(f"faulty\t{each.clip}\t{each.why}")
    click.echo(f"{len(check.missing)} missing, {len(check.faulty)} faulty")


def _end_unless_whole(check: BankCheck) -> None:
    if not check.is_whole:
        raise click.exceptions.Exit(1)
