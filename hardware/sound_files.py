"""Sound files to sound: Ogg Vorbis, MP3, FLAC and WAV."""

from pathlib import Path

import miniaudio

from hardware.ports import Pcm

RATE = 48_000


class BadSoundFileError(ValueError):
    """The file is empty, cut short, or holds no sound that is known here."""


def read_sound(path: Path) -> Pcm:
    """Return the file's sound, mono at 48 kHz; raise `OSError` or `BadSoundFileError`."""
    return decode_sound(path.read_bytes())


def decode_sound(content: bytes) -> Pcm:
    """Return the sound of a file's content, or raise `BadSoundFileError`."""
    if not content:
        raise BadSoundFileError("empty")
    try:
        sound = miniaudio.decode(content, nchannels=1, sample_rate=RATE)
    except miniaudio.MiniaudioError as error:
        raise BadSoundFileError(str(error)) from error
    return Pcm(sound.samples.tobytes(), RATE)
