"""A bank is made clip by clip, never of two voices, and checked."""

import numpy as np
import pytest

from media.voice.announcement import clip_texts
from media.voice.bank_check import FaultyClip, check_bank
from media.voice.building import OtherVoiceError, build
from media.voice.clip import all_clips
from media.voice.engines.engine import CannotSayError
from media.voice.makers import Maker, Means, best_maker, maker
from media.voice.manifest import read_manifest
from media.voice.sound import RATE, from_decoded, silence, to_samples
from media.voice.wav import write_wav

WORDS = to_samples(np.random.default_rng(1).normal(0, 0.1, RATE // 4))


class Humming:
    """Makes clips of a quarter of a second of noise, until it is to fail."""

    def __init__(self, answers=1000, sound=WORDS):
        self.asked, self._answers, self._sound = [], answers, sound

    def __call__(self, clip, words, folder):
        self.asked.append((clip, words))
        if len(self.asked) > self._answers:
            raise CannotSayError("429 Too Many Requests")
        write_wav(folder / f"{clip}.wav", self._sound)
        return folder / f"{clip}.wav"


def voice(make, name="hum"):
    return Maker(name, make, "a machine", "none")


def test_a_bank_is_made_whole_with_its_manifest(tmp_path, read_clip):
    humming = Humming()

    built = build(tmp_path, "fr", voice(humming), read_clip)

    assert (built.filling.made, built.check.missing, built.check.faulty) == (303, (), ())
    assert dict(humming.asked) == clip_texts("fr")
    told = read_manifest(tmp_path)
    assert (told.language, told.voice, told.credit) == ("fr", "hum", "a machine")


def test_a_maker_that_fails_leaves_what_was_made_and_the_chore_goes_on_there(tmp_path, read_clip):
    first = build(tmp_path, "fr", voice(Humming(answers=5)), read_clip)
    again = Humming()

    second = build(tmp_path, "fr", voice(again), read_clip)

    assert (first.filling.made, len(first.filling.missing)) == (5, 298)
    assert first.filling.why == f"{again.asked[0][0]}: 429 Too Many Requests"
    assert len(again.asked) == 298
    assert second.check.is_whole


def test_a_silent_clip_is_not_kept(tmp_path, read_clip):
    built = build(tmp_path, "fr", voice(Humming(sound=silence(0.5))), read_clip)

    assert built.filling.why == "ticket-A: silent: nothing is heard"
    assert [each.name for each in tmp_path.iterdir()] == ["manifest.toml"]


def test_two_voices_are_never_mixed_in_one_bank(tmp_path, read_clip):
    build(tmp_path, "fr", voice(Humming(answers=2)), read_clip)

    with pytest.raises(OtherVoiceError, match="holds hum in fr"):
        build(tmp_path, "fr", voice(Humming(), "another"), read_clip)


def test_the_check_tells_what_is_missing_and_what_is_faulty(tmp_path, read_clip):
    for clip in ("n-1", "n-2", "n-3"):
        write_wav(tmp_path / f"{clip}.wav", WORDS)
    (tmp_path / "n-2.wav").write_bytes(b"")
    write_wav(tmp_path / "n-3.wav", silence(0.4))

    found = check_bank(tmp_path, read_clip)

    assert set(found.missing) == all_clips() - {"n-1", "n-2", "n-3"}
    assert found.faulty == (
        FaultyClip("n-2", "unreadable: empty"),
        FaultyClip("n-3", "silent: nothing is heard"),
    )


def test_pico_makes_a_clip_at_the_loudness_of_speech(tmp_path, read_clip):
    made = maker("pico", "fr", Means()).make("n-12", "douze,", tmp_path)

    assert 0.2 < len(from_decoded(read_clip(made))) / RATE < 1.5


@pytest.mark.parametrize(
    ("language", "means", "name"),
    [
        ("ar", Means(), "espeak"),
        ("fr", Means(), "pico"),
        ("en", Means(is_online=True), "gtts"),
        ("ar", Means(is_online=True), "gtts"),
    ],
)
def test_the_best_maker_that_there_is_makes_the_bank(language, means, name):
    assert best_maker(language, means) == name


def test_no_machine_makes_an_amazigh_bank():
    with pytest.raises(CannotSayError, match="record a speaker"):
        best_maker("zgh", Means(is_online=True))


def test_nothing_is_sent_to_google_unasked():
    with pytest.raises(CannotSayError, match="unless you say so"):
        maker("gtts", "fr", Means(fetch=lambda _text, _language: b"sound"))
