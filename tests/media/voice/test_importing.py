"""A speaker's recordings: real words, in a room, recorded well and badly."""

import numpy as np
import pytest

from media.voice.clip import all_clips
from media.voice.clip_faults import ClipFault, clip_fault
from media.voice.engines.pico import PicoEngine
from media.voice.importing import Speaker, import_recordings
from media.voice.loudness import PEAK, loudness, true_peak
from media.voice.manifest import read_manifest
from media.voice.prose import Prose
from media.voice.sound import RATE, from_decoded, seconds, silence, to_samples, to_wave
from media.voice.wav import write_wav

SPEAKER = Speaker("fr", "Fatima", "the commune", "for the halls of the commune")


def in_a_room(words, gain=1.0, hiss=0.0008, cut=1.0):
    """Words with half a second before and after, a hiss behind, and tops that are cut off."""
    wave = to_wave(np.concatenate((silence(0.5), words, silence(0.5)))) * gain
    noise = np.random.default_rng(1).normal(0, hiss, len(wave))
    return to_samples(np.clip(wave + noise, -cut, cut))


@pytest.fixture(scope="module")
def words():
    return PicoEngine().say(Prose("fr", "quarante-cinq,"))


def test_a_good_recording_has_no_fault(words):
    assert clip_fault(in_a_room(words)) is None


@pytest.mark.parametrize(
    ("spoiled", "fault"),
    [
        (lambda words: in_a_room(words, gain=8, cut=0.8), ClipFault.CLIPPED),
        (lambda words: in_a_room(words, hiss=0.03), ClipFault.NOISY),
        (lambda words: in_a_room(words[: RATE // 20]), ClipFault.SHORT),
        (lambda _: silence(1), ClipFault.SILENT),
        (lambda words: in_a_room(np.tile(words, 12)), ClipFault.LONG),
    ],
)
def test_a_spoiled_recording_is_named_by_its_fault(words, spoiled, fault):
    assert clip_fault(spoiled(words)) is fault


@pytest.fixture(scope="module")
def imported(tmp_path_factory, words, read_clip):
    """A session: two good takes, one of them soft, then a spoiled, a cut, a wrong and a far one."""
    source, bank = (tmp_path_factory.mktemp(name) for name in ("source", "bank"))
    for clip, gain in (("n-45", 0.5), ("n-46", 0.35), ("n-49", 0.05)):
        write_wav(source / f"{clip}.wav", in_a_room(words, gain, hiss=0.0001))
    write_wav(source / "n-47.wav", in_a_room(words, gain=8, cut=0.8))
    (source / "n-48.wav").write_bytes(b"RIFF")
    write_wav(source / "number-50.wav", in_a_room(words))
    return bank, import_recordings(source, bank, SPEAKER, read_clip)


def test_what_is_good_is_taken_and_what_is_not_is_refused_with_a_reason(imported):
    _, done = imported

    assert done.taken == 2
    assert [each.clip for each in done.refused] == ["n-47", "n-48", "n-49"]
    assert done.refused[0].why == ClipFault.CLIPPED.value
    assert done.refused[1].why.startswith("unreadable")
    assert done.refused[2].why.endswith("keep one distance from the microphone")
    assert done.unknown == ("number-50",)


def test_the_missing_clips_are_told_with_their_words(imported):
    _, done = imported

    assert done.missing.keys() == all_clips() - {"n-45", "n-46"}
    assert done.missing["n-47"] == "quarante-sept,"


def test_the_voice_is_cut_to_its_words_at_the_halls_loudness(imported, words, read_clip):
    bank, _ = imported
    clips = [from_decoded(read_clip(bank / f"{clip}.wav")) for clip in ("n-45", "n-46")]

    # One gain for both: the soft one stays softer, and together they are as loud as a voice is.
    apart = loudness(clips[0]) - loudness(clips[1])
    assert apart == pytest.approx(20 * np.log10(0.5 / 0.35), abs=0.3)
    assert max(true_peak(clip) for clip in clips) <= PEAK * 1.001
    assert [seconds(clip) for clip in clips] == pytest.approx([seconds(words)] * 2, abs=0.06)


def test_the_speaker_and_what_they_agreed_to_are_kept(imported):
    told = read_manifest(imported[0])

    assert (told.voice, told.licence) == ("Fatima", "for the halls of the commune")
