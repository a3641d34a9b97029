import shutil

import numpy as np
import pytest

from hardware.sound_files import read_sound
from media.voice.clip import all_clips
from media.voice.hts.label import labels
from media.voice.hts.phone import phrases
from media.voice.hts.synthesis import Speech
from media.voice.hts_bank import Cut, cut_out, cuts, store
from media.voice.manifest import version_of
from media.voice.sound import RATE, from_decoded, seconds, silence, to_samples


def test_the_chore_makes_every_clip_once():
    clips = [cut.clip for cut in cuts()]

    assert len(clips) == len(set(clips))
    assert set(clips) == all_clips()


@pytest.mark.parametrize(
    ("cut", "phones"),
    [
        (Cut("ticket-A", "A", 25, 3, phrase=0), "ah a tt a th k i r a t u ah a l i f"),
        (Cut("n-5", "B", 5, 3, phrase=1), "x A m s a"),
        (Cut("hundred-1", "B", 145, 3, phrase=1, last=1), "m i ah a"),
        (Cut("after-5", "B", 505, 3, phrase=1, first=1), "w a x A m s a"),
        (Cut("counter-7", "B", 25, 7, phrase=2), "ah a chh u bb aa k u r a q m u s a b E a"),
    ],
)
def test_a_clip_is_cut_at_the_edges_of_its_words(cut, phones):
    carrier = phrases(cut.text)

    piece = cut_out(numbered_speech(carrier), carrier, cut)

    assert heard_phones(piece, carrier) == phones


def numbered_speech(carrier):
    """Speech in which the label `i` is a tenth of a second of the value `300 (i + 10)`."""
    count = len(labels(carrier))
    step = RATE // 10
    samples = np.repeat(300 * (np.arange(count) + 10), step).astype(np.int16)
    return Speech(samples, tuple(range(0, (count + 1) * step, step)))


def heard_phones(piece, carrier):
    names = [label.split("-")[1].split("+")[0] for label in labels(carrier)]
    values, counts = np.unique(piece, return_counts=True)
    whole = values[counts > RATE // 20]
    return " ".join(names[round(value / 300) - 10] for value in whole)


@pytest.mark.skipif(not shutil.which("oggenc"), reason="oggenc is the technician's")
def test_a_stored_clip_can_be_read_again_and_has_a_version(tmp_path):
    beep = to_samples(0.5 * np.sin(2 * np.pi * 300 * np.arange(RATE) / RATE))

    path = store(beep, tmp_path / "n-1.ogg")
    version = version_of([path])
    store(silence(1), path)

    assert [file.name for file in tmp_path.iterdir()] == ["n-1.ogg"]
    assert seconds(from_decoded(read_sound(path))) == pytest.approx(1, abs=0.01)
    assert version_of([path]) != version
