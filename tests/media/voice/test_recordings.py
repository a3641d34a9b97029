"""A commune's own speaker speaks before every machine."""

import wave

import numpy as np
import pytest

from hardware.sound_files import read_sound
from media.voice.announcement import sentence
from media.voice.cache import SoundCache
from media.voice.clip import all_clips
from media.voice.engines.bank import ClipBank
from media.voice.sound import RATE
from media.voice.voices import Voices, open_voices

MANIFEST = """
language = "{language}"
voice = "Fatima"
credit = "Fatima, of the commune"
licence = "the commune's"
joins = "spaced"
version = "1"
"""


@pytest.fixture(scope="module")
def recordings(tmp_path_factory):
    """A folder in which Arabic and Amazigh are complete: each clip a beep."""
    folder = tmp_path_factory.mktemp("recordings")
    for language in ("ar", "zgh"):
        (folder / language).mkdir()
        manifest = MANIFEST.format(language=language)
        (folder / language / "manifest.toml").write_text(manifest, encoding="utf-8")
        for clip in all_clips():
            beep(folder / language / f"{clip}.wav")
    return folder


def beep(path):
    sound = 8000 * np.sin(2 * np.pi * 300 * np.arange(RATE // 10) / RATE)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound.astype("<i2").tobytes())


def test_recordings_are_taken_before_the_packs_clips_and_every_engine(recordings, demo_voices):
    asked = sentence("A042", 3, "ar")
    speaker = Voices((ClipBank(recordings / "ar", read_sound),), SoundCache())

    hall = open_voices(read_sound, recordings=recordings, clips=demo_voices)
    machine = open_voices(read_sound, clips=demo_voices)

    assert np.array_equal(hall.say(asked), speaker.say(asked))
    assert not np.array_equal(machine.say(asked), speaker.say(asked))


def test_amazigh_is_offered_by_ear_when_a_speaker_has_recorded_it(recordings):
    assert open_voices(read_sound, recordings=recordings).offers("zgh")
    assert not open_voices(read_sound).offers("zgh")


def test_recordings_that_are_not_complete_offer_nothing(recordings, tmp_path):
    (tmp_path / "zgh").mkdir()
    for file in (recordings / "zgh").iterdir():
        if file.name != "n-12.wav":
            (tmp_path / "zgh" / file.name).symlink_to(file)
    assert not open_voices(read_sound, recordings=tmp_path).offers("zgh")
