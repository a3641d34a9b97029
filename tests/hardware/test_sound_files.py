"""Sound files from strangers: the program that reads them lives on, whatever they hold."""

import os
import wave
from contextlib import closing
from pathlib import Path

import pytest

import media
from hardware.sound_files import BadSoundFileError, SoundReader, read_sound
from hardware.sound_process import LARGEST

CLIP = Path(media.__file__).parent / "packs" / "demo" / "voices" / "ar" / "n-19.ogg"


@pytest.fixture(scope="module")
def reader():
    reader = SoundReader()
    yield reader
    reader.close()


def wav(path, rate, frames):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(frames)
    return path


def test_a_sound_file_of_another_rate_is_read_at_ours(tmp_path):
    sound = read_sound(wav(tmp_path / "beep.wav", 24_000, b"\1\2" * 24_000))

    assert sound.rate == 48_000
    assert sound.seconds == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("content", [b"", b"no sound at all", b"OggS" + bytes(60)])
def test_what_is_no_sound_is_refused(reader, tmp_path, content):
    (tmp_path / "clip.ogg").write_bytes(content)

    with pytest.raises(BadSoundFileError):
        reader.read(tmp_path / "clip.ogg")


def test_a_file_that_is_not_there_is_told(reader, tmp_path):
    with pytest.raises(BadSoundFileError, match="No such file"):
        reader.read(tmp_path / "none.wav")


def test_a_clip_that_ends_its_decoder_is_refused_and_the_next_one_is_read(reader, tmp_path):
    spoiled = bytearray(CLIP.read_bytes())
    spoiled[159:163] = b"\xff" * 4  # a length in the head of the codec, beyond the file's end
    (tmp_path / "spoiled.ogg").write_bytes(spoiled)

    with pytest.raises(BadSoundFileError):
        reader.read(tmp_path / "spoiled.ogg")

    assert reader.read(CLIP).seconds > 0.5


def test_a_small_file_that_claims_to_last_an_hour_is_refused(reader, tmp_path):
    hour = wav(tmp_path / "hour.wav", 1, bytes(2 * 3600))

    with pytest.raises(BadSoundFileError, match="longer than 300 seconds"):
        reader.read(hour)


def test_a_file_that_takes_for_ever_is_given_up(tmp_path):
    os.mkfifo(tmp_path / "endless.wav")

    with (
        closing(SoundReader(slowest=1)) as reader,
        pytest.raises(BadSoundFileError, match="the decoder ended with -14"),
    ):
        reader.read(tmp_path / "endless.wav")


def test_a_file_too_large_for_a_clip_is_not_even_opened(reader, tmp_path):
    with (tmp_path / "large.wav").open("wb") as file:
        file.truncate(LARGEST + 1)

    with pytest.raises(BadSoundFileError, match="larger than 64 MB"):
        reader.read(tmp_path / "large.wav")


def test_a_closed_reader_leaves_no_process(tmp_path):
    reader = SoundReader()
    reader.read(CLIP)
    process = reader._process
    reader.close()

    assert process.poll() is not None
