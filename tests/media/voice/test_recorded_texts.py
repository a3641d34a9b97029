"""A speaker's recording of a text is heard in place of every machine."""

import wave

import numpy as np

from hardware.sound_files import read_sound
from media.voice.prose import Prose
from media.voice.recorded_texts import RecordedTexts, text_clip
from media.voice.sound import RATE
from media.voice.voices import open_voices

TEXT = "ⴰⵣⵓⵍ"


def record(folder, text, seconds=1.0):
    path = folder / "zgh/texts" / f"{text_clip(text)}.wav"
    path.parent.mkdir(parents=True, exist_ok=True)
    hum = 9000 * np.sin(np.arange(round(RATE * seconds)) / 30)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(hum.astype("<i2").tobytes())
    return path


def test_a_text_is_found_by_its_words_and_its_language(tmp_path):
    record(tmp_path, TEXT)
    recorded = RecordedTexts((tmp_path,), read_sound)
    assert recorded.sound(Prose("zgh", f" {TEXT} ")) is not None
    assert recorded.sound(Prose("ar", TEXT)) is None
    assert recorded.sound(Prose("zgh", "other")) is None
    assert (recorded.has("zgh"), recorded.has("ar")) == (True, False)


def test_a_recording_that_holds_no_sound_is_passed_over(tmp_path):
    record(tmp_path, TEXT).write_bytes(b"nothing")
    assert RecordedTexts((tmp_path,), read_sound).sound(Prose("zgh", TEXT)) is None


def test_tamazight_is_read_as_soon_as_a_speaker_has_read_texts(tmp_path):
    assert not open_voices(read_sound, recordings=tmp_path).reads("zgh")
    record(tmp_path, TEXT)
    voices = open_voices(read_sound, recordings=tmp_path)
    assert voices.reads("zgh")
    assert len(voices.read(Prose("zgh", TEXT))) > RATE // 2


def test_french_and_english_and_arabic_are_read_without_recordings():
    voices = open_voices(read_sound)
    assert [each for each in ("ar", "fr", "en") if voices.reads(each)] == ["ar", "fr", "en"]
    assert len(voices.read(Prose("en", "Choose the office"))) > RATE // 2
