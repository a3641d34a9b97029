import numpy as np
import pytest

from hardware.sound_files import read_sound
from media.voice.announcement import announcement, sentence
from media.voice.cache import SoundCache
from media.voice.chime import chime
from media.voice.engines.engine import CannotSayError
from media.voice.loudness import loudness
from media.voice.sound import RATE, seconds, silence, to_samples
from media.voice.voices import Voices, open_voices


class Humming:
    """An engine that hums, counts what it is asked, and can be told to fail."""

    def __init__(self, name, languages=("fr",), strength=0.3, fault=None):
        self.name = name
        self.asked = []
        self._languages = languages
        self._strength = strength
        self._fault = fault

    def offers(self, language):
        return language in self._languages

    def say(self, part):
        self.asked.append(part.text)
        if self._fault:
            raise self._fault
        time = np.arange(RATE) / RATE
        return to_samples(self._strength * np.sin(2 * np.pi * 300 * time))


CALL = sentence("A012", 3, "fr")


def test_the_preferred_engine_speaks_and_the_others_are_not_asked():
    first, second = Humming("first"), Humming("second")

    Voices((first, second), SoundCache()).say(CALL)

    assert CALL.text in first.asked
    assert second.asked == []


@pytest.mark.parametrize("fault", [CannotSayError("no"), RuntimeError("crashed"), OSError("disk")])
def test_when_an_engine_fails_the_next_one_speaks(fault):
    second = Humming("second")

    Voices((Humming("first", fault=fault), second), SoundCache()).say(CALL)

    assert CALL.text in second.asked


def test_an_engine_that_says_nothing_has_failed():
    second = Humming("second")

    Voices((Humming("mute", strength=0), second), SoundCache()).say(CALL)

    assert CALL.text in second.asked


def test_an_engine_that_falls_silent_later_has_failed():
    first, second = Humming("first"), Humming("second")
    voices = Voices((first, second), SoundCache())
    voices.say(CALL)
    first._strength = 0

    voices.say(sentence("A013", 3, "fr"))

    assert sentence("A013", 3, "fr").text in second.asked


def test_when_every_engine_fails_all_reasons_are_told():
    engines = (
        Humming("a", fault=OSError("no disk")),
        Humming("b", fault=CannotSayError("no clip")),
    )

    with pytest.raises(CannotSayError, match="no disk; no clip"):
        Voices(engines, SoundCache()).say(CALL)


def test_a_call_that_nobody_can_say_still_chimes():
    rendering = Voices((), SoundCache()).render(announcement("A012", 3, ("ar", "fr")))

    assert rendering.spoken == ()
    assert np.array_equal(rendering.samples, np.concatenate((chime(), silence(0.35), silence(0.4))))


def test_the_languages_that_can_be_said_are_said_when_another_cannot():
    voices = Voices((Humming("hum", ("fr", "en")),), SoundCache())

    rendering = voices.render(announcement("A012", 3, ("zgh", "fr", "en")))

    assert rendering.spoken == ("fr", "en")
    assert voices.languages == ("fr", "en")


def test_a_loud_and_a_soft_voice_are_equally_loud():
    loud, soft = (Humming(str(strength), strength=strength) for strength in (0.9, 0.02))

    said = [Voices((engine,), SoundCache()).say(CALL) for engine in (loud, soft)]

    assert [loudness(sound) for sound in said] == pytest.approx([-18, -18], abs=0.05)


def test_what_was_said_once_is_not_made_again():
    engine = Humming("hum")
    voices = Voices((engine,), SoundCache())
    voices.say(CALL)
    asked = len(engine.asked)

    voices.say(CALL)

    assert len(engine.asked) == asked


def test_what_was_stored_is_not_made_again_after_a_restart(tmp_path):
    engine = Humming("hum")
    first = Voices((engine,), SoundCache(tmp_path)).say(CALL)
    asked = len(engine.asked)

    again = Voices((engine,), SoundCache(tmp_path)).say(CALL)

    assert len(engine.asked) == asked
    assert np.array_equal(first, again)


def test_another_voice_is_not_taken_for_what_was_stored(tmp_path):
    Voices((Humming("one"),), SoundCache(tmp_path)).say(CALL)
    other = Humming("other")

    Voices((other,), SoundCache(tmp_path)).say(CALL)

    assert CALL.text in other.asked


def test_a_stored_sound_that_was_cut_short_is_made_anew(tmp_path):
    Voices((Humming("hum"),), SoundCache(tmp_path)).say(CALL)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:44])
    engine = Humming("hum")

    said = Voices((engine,), SoundCache(tmp_path)).say(CALL)

    assert seconds(said) == 1
    assert CALL.text in engine.asked


def test_the_folder_keeps_what_was_asked_for_last(tmp_path):
    cache = SoundCache(tmp_path, stored=3)
    for number in range(6):
        cache.put(f"sound-{number}", silence(0.1))

    assert len(list(tmp_path.iterdir())) == 3


def test_a_folder_that_cannot_be_written_does_not_silence_the_hall(tmp_path):
    (tmp_path / "file").write_text("no folder")
    voices = Voices((Humming("hum"),), SoundCache(tmp_path / "file" / "cache"))

    assert seconds(voices.say(CALL)) == 1


def test_the_demonstration_hall_is_offered_by_ear_in_three_languages(demo_voices):
    voices = open_voices(read_sound, clips=demo_voices)

    rendering = voices.render(announcement("A145", 12, ("ar", "fr", "en")))

    assert voices.languages == ("ar", "fr", "en")
    assert rendering.spoken == ("ar", "fr", "en")
    assert seconds(rendering.samples) < 18


def test_a_bank_that_cannot_be_read_is_left_out(tmp_path):
    (tmp_path / "zgh").mkdir()
    (tmp_path / "zgh" / "manifest.toml").write_text("broken")

    assert open_voices(read_sound, recordings=tmp_path).languages == ("ar", "fr", "en")
