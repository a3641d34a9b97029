import shutil
import subprocess
import sys

import pytest

from media.voice.announcement import sentence
from media.voice.engines.engine import CannotSayError
from media.voice.engines.espeak import EspeakEngine, as_espeak_reads
from media.voice.engines.hts import HtsEngine
from media.voice.engines.pico import PicoEngine
from media.voice.loudness import loudness
from media.voice.sound import seconds


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pico_speaks_a_whole_sentence(language):
    said = PicoEngine().say(sentence("A145", 12, language))

    assert 2.5 < seconds(said) < 6
    assert loudness(said) > -30


def test_pico_says_more_in_a_longer_sentence():
    short, long = (PicoEngine().say(sentence(ticket, 3, "fr")) for ticket in ("A001", "A977"))

    assert seconds(long) - seconds(short) > 0.8


def test_pico_does_not_speak_arabic():
    assert not PicoEngine().offers("ar")
    assert not PicoEngine().offers("zgh")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_espeak_speaks_a_whole_sentence_in_every_language_it_offers(language):
    engine = EspeakEngine()

    said = engine.say(sentence("A145", 12, language))

    assert engine.offers(language)
    assert 2.5 < seconds(said) < 9
    assert loudness(said) > -30


def test_engines_that_speak_at_once_do_not_end_the_process():
    words = [sys.executable, "-m", "tests.media.voice.speaking_at_once"]
    ended = subprocess.run(words, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout) == (0, "ar 20\nen 20\nfr 20\n"), ended.stderr


def test_espeak_gets_its_arabic_in_pause_with_each_shadda_first():
    assert as_espeak_reads("سِت\u0651\u064eة، رَقْم") == "سِت\u0651\u064eهْ، رَقْمْ"
    assert as_espeak_reads("سِت\u064e\u0651ة") == "سِت\u0651\u064eهْ"


def test_an_hts_voice_that_is_not_installed_is_not_offered(tmp_path):
    assert not HtsEngine(tmp_path / "none.htsvoice").offers("ar")


@pytest.mark.skipif(not shutil.which("hts_engine"), reason="hts_engine is optional")
def test_an_hts_voice_that_cannot_be_read_is_told(tmp_path):
    voice = tmp_path / "broken.htsvoice"
    voice.write_text("no voice")

    with pytest.raises(CannotSayError, match="broken"):
        HtsEngine(voice).say(sentence("A001", 3, "ar"))
