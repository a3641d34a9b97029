"""The spoken guide in a real window: keys through it, and what the speaker was given."""

from dataclasses import replace

import pytest

from hardware.keypad import USAGES
from kiosk.settings import KeypadSettings
from kiosk.speech.volume import STEPS, USUAL
from kiosk.speech.words import NO_TAMAZIGHT, WELCOME
from kiosk.technician_page import Tool
from media.texts import Texts
from tests.kiosk.blindfolded import said_in, slug
from tests.kiosk.test_technician import CODE, HASH
from tests.kiosk.visitor import PORTRAIT

pytestmark = pytest.mark.window

SDL_KEY = 0
"""The guide goes by the usage alone."""


class Listener:
    """Presses keys in the window, and hears what came to the speaker since the last one."""

    def __init__(self, visitor, folder):
        self.visitor, self.folder, self.since = visitor, folder, 0
        self.window = visitor.window.window
        self.mode = visitor.kiosk.guided

    def down(self, key):
        self.since = len(self.sounds())
        self.window.dispatch("on_key_down", SDL_KEY, USAGES[key], "", [])

    def up(self, key):
        self.window.dispatch("on_key_up", SDL_KEY, USAGES[key])

    def presses(self, key):
        self.down(key)
        self.up(key)

    def hears(self, text):
        self.visitor.until(lambda: slug(text) in self.heard())

    def goes_to(self, text):
        for _ in range(60):
            self.presses("right")
            self.visitor.until(lambda: self.heard() and not self.mode.narrator.is_speaking)
            if slug(text) in self.heard():
                return
        raise AssertionError(f"nothing is called {text!r}")

    def chooses(self, text):
        self.goes_to(text)
        self.presses("down")

    def sounds(self):
        return sorted(self.folder.glob("*.wav"))

    def heard(self):
        return [said_in(each) for each in self.sounds()[self.since :]]


@pytest.fixture
def listener(visit, tmp_path):
    folder = tmp_path / "heard"
    visitor = visit(PORTRAIT, speaker=f"virtual:{folder}")
    visitor.until_sees("attract")
    return Listener(visitor, folder)


def test_a_held_key_makes_it_louder_and_the_next_visitor_finds_it_as_it_was(listener):
    listener.presses("left")
    listener.hears(Texts().text("fr", WELCOME))
    visitor, kiosk = listener.visitor, listener.visitor.kiosk
    visitor.until_sees("languages")
    listener.chooses("Français")
    visitor.until_sees("offices")

    assert kiosk.guided.guide.is_on
    assert kiosk.stage.language == "fr"

    listener.presses("volume_up")
    listener.hears(f"Volume {USUAL + 1} sur 4")
    listener.down("right")
    visitor.until(lambda: slug(f"Volume {USUAL + 2} sur 4") in listener.heard())
    listener.up("right")
    listener.chooses("Accueil")
    visitor.until_sees("attract")
    visitor.until(lambda: not kiosk.guided.guide.is_on)
    assert kiosk.guided.guide._volume.step == USUAL


def test_who_reads_tamazight_hears_arabic_and_is_told_so(listener):
    texts = Texts()
    listener.presses("right")
    listener.hears(texts.text("en", WELCOME))
    listener.visitor.until_sees("languages")
    listener.chooses(texts.text("ar", "Tamazight"))
    listener.visitor.until_sees("offices")
    listener.hears(texts.text("ar", NO_TAMAZIGHT))
    listener.hears(texts.text("ar", "Choose the office"))


def test_before_the_time_runs_out_it_is_said_and_one_key_is_enough_to_stay(listener):
    listener.presses("right")
    listener.visitor.until_sees("languages")
    listener.chooses("English")
    listener.visitor.until_sees("offices")
    listener.visitor.until(lambda: not listener.mode.narrator.is_speaking)
    listener.since = len(listener.sounds())
    for _ in range(listener.visitor.settings.waits.idle - 5):
        listener.visitor.kiosk.second()
    listener.hears("Are you still there?")
    listener.visitor.until_sees("still_there")

    listener.presses("up")
    listener.visitor.until_sees("offices")
    assert listener.visitor.kiosk.guided.guide.is_on


def test_one_key_cannot_mean_two_things():
    with pytest.raises(ValueError, match="two meanings for one key: left"):
        KeypadSettings(choose="left")


def test_a_technician_hears_each_voice_tries_the_keys_and_leaves_it_as_it_was(
    listener, monkeypatch
):
    visitor, kiosk = listener.visitor, listener.visitor.kiosk
    monkeypatch.setattr(kiosk.technician._lock, "_hash", HASH)
    kiosk.technician.come()
    visitor.until_sees("technician_code")
    for digit in CODE:
        visitor.touches(f"digit:{digit}")
    visitor.goes(("enter", "technician"), ("tool:sound", "technician_facts"))

    visitor.touches("do")
    for language in ("ar", "fr", "en"):
        listener.hears(Texts().text(language, WELCOME))
    listener.presses("volume_up")
    listener.hears(Texts().text("ar", "Volume {step} of {most}", step=USUAL + 1, most=STEPS))
    told = {row.label: row.value for row in kiosk._tools.rows(Tool.SOUND)}
    visitor.goes(("home", "attract"))

    assert told == {
        "Loudspeaker": visitor.settings.speaker,
        "Voice": "ar espeak-ng · zgh — · fr pico · en pico",
        "Volume": "3 / 4",
        "Last key of the keypad": "louder",
    }
    assert kiosk.guided.facts() == replace(kiosk.guided.facts(), volume=USUAL, last_key="")
