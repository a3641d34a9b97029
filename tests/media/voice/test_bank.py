import wave

import numpy as np
import pytest

from hardware.sound_files import read_sound
from media.voice.announcement import sentence
from media.voice.clip import all_clips
from media.voice.engines.bank import ClipBank
from media.voice.engines.engine import CannotSayError
from media.voice.manifest import BadManifestError, read_manifest
from media.voice.sound import RATE, from_decoded, seconds, to_wave

MANIFEST = """
language = "fr"
voice = "Fatima"
credit = "Fatima, of the commune"
licence = "the commune's"
joins = "spaced"
version = "1"
"""


@pytest.fixture
def recordings(tmp_path):
    """A complete bank in which every clip is a beep of a tenth of a second."""
    (tmp_path / "manifest.toml").write_text(MANIFEST)
    for clip in all_clips():
        write_beep(tmp_path / f"{clip}.wav")
    return tmp_path


def write_beep(path):
    beep = 8000 * np.sin(2 * np.pi * 300 * np.arange(RATE // 10) / RATE)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(beep.astype("<i2").tobytes())


def test_the_demonstration_pack_has_every_arabic_clip(arabic_bank):
    assert arabic_bank.missing == ()
    assert arabic_bank.offers("ar")
    assert not arabic_bank.offers("fr")


def test_every_clip_of_the_demonstration_pack_can_be_heard(demo_voices, read_clip):
    folder = demo_voices / "ar"
    sounds = {clip: from_decoded(read_clip(folder / f"{clip}.ogg")) for clip in all_clips()}

    assert {clip for clip, sound in sounds.items() if strength(sound) < 0.02} == set()
    assert {clip for clip, sound in sounds.items() if not 0.25 < seconds(sound) < 4} == set()


def test_the_demonstration_clips_credit_whose_voice_they_are(arabic_bank):
    assert "Nawar Halabi" in arabic_bank.manifest.credit
    assert "CC BY 4.0" in arabic_bank.manifest.licence


def test_the_bank_stays_small(demo_voices):
    assert sum(file.stat().st_size for file in demo_voices.glob("ar/*")) < 4_000_000


def test_a_bank_says_any_ticket_of_the_day(arabic_bank):
    said = arabic_bank.say(sentence("B145", 7, "ar"))

    assert 4 < seconds(said) < 7


def test_hundreds_meet_what_follows_without_a_hole(arabic_bank):
    said = to_wave(arabic_bank._joined(("hundred-5", "after-45")))
    heard = np.sqrt(np.convolve(said**2, np.ones(960) / 960, "valid"))
    inside = heard[round(0.1 * RATE) : -round(0.15 * RATE)]

    # Even a stop consonant is shorter than 150 ms.
    assert longest_run(inside < 0.002) < 0.15 * RATE


def strength(samples):
    return float(np.sqrt(np.mean(to_wave(samples) ** 2)))


def longest_run(quiet):
    edges = np.flatnonzero(np.diff(np.concatenate(([0], quiet.astype(int), [0]))))
    return int(max(edges[1::2] - edges[::2], default=0))


def test_a_speakers_recordings_are_spaced(recordings):
    said = ClipBank(recordings, read_sound).say(sentence("A145", 3, "fr"))

    # Four clips with a margin each, and the rests after the letter, in the number, after it.
    assert seconds(said) == pytest.approx(4 * 0.1 + 0.14 + 0.05 + 0.38, abs=0.02)


def test_a_bank_with_a_clip_missing_is_not_offered(recordings):
    (recordings / "after-99.wav").unlink()

    bank = ClipBank(recordings, read_sound)

    assert bank.missing == ("after-99",)
    assert not bank.offers("fr")


def test_a_clip_that_cannot_be_read_is_told(recordings):
    (recordings / "ticket-A.wav").write_bytes(b"")

    with pytest.raises(CannotSayError, match="ticket-A"):
        ClipBank(recordings, read_sound).say(sentence("A001", 3, "fr"))


def test_numbers_that_were_not_recorded_are_told(arabic_bank):
    with pytest.raises(CannotSayError, match="n-1001"):
        arabic_bank.say(sentence("A1001", 3, "ar"))


@pytest.mark.parametrize("change", ['language = "tlh"', 'joins = "glued"', "= broken"])
def test_a_manifest_that_is_none_is_refused(tmp_path, change):
    (tmp_path / "manifest.toml").write_text(
        "\n".join(
            line for line in MANIFEST.splitlines() if line.split(" ")[0] != change.split(" ")[0]
        )
        + f"\n{change}\n"
    )

    with pytest.raises(BadManifestError):
        read_manifest(tmp_path)
