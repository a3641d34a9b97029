"""A ticket for the right service, with the screen unseen: four keys, and what is heard."""

import numpy as np
import pytest

from kiosk.speech.reading import spelled
from kiosk.speech.words import WELCOME
from media.pack import load_pack
from media.texts import Texts
from nouba.screen import virtual_screen
from tests.kiosk.blindfolded import Blindfolded, for_recogniser, heard, started
from tests.kiosk.small_hall import PACK

pytestmark = pytest.mark.window

GRAMMAR = """#JSGF V1.0;
grammar number;
public <number> = <letter> <digit> <digit> <digit>;
<letter> = a | b | c | d;
<digit> = zero | one | two | three | four | five | six | seven | eight | nine;
"""
"""The letters are those of the hall's services."""


@pytest.fixture
def blindfolded(hall, printer, tmp_path):
    """Somebody before a kiosk of its own program, on an X screen that nobody looks at."""
    with virtual_screen(768, 1366) as screen:
        process = started(tmp_path, hall, printer.port, screen.display)
        try:
            yield Blindfolded(screen, tmp_path, process)
        finally:
            process.terminate()
            process.wait()


def recognised(path):
    """Return what an independent recogniser hears in a file."""
    pocketsphinx = pytest.importorskip("pocketsphinx")
    decoder = pocketsphinx.Decoder(samprate=16000, lm=None, loglevel="FATAL")
    decoder.add_jsgf_string("number", GRAMMAR)
    decoder.activate_search("number")
    decoder.start_utt()
    decoder.process_raw(for_recogniser(path), full_utt=True)
    decoder.end_utt()
    return decoder.hyp().hypstr


def test_with_four_keys_and_by_ear_alone_a_ticket_for_the_right_service_is_taken(
    blindfolded, printer
):
    pack, texts = load_pack(PACK), Texts()
    service = pack.service("birth_copy")
    office = pack.office(service.office)
    blindfolded.stands_before("attract")

    blindfolded.presses("Right")  # any key begins
    blindfolded.hears(texts.text("en", WELCOME))
    blindfolded.chooses("English")
    blindfolded.hears("Choose the office")
    blindfolded.chooses(office.name.text("en"))
    blindfolded.hears(office.name.text("en"))
    blindfolded.chooses(service.name.text("en"))
    blindfolded.chooses("Take a ticket")
    number = spelled("A001", "en")
    blindfolded.hears("Your number", service.name.text("en"), number, "Please take your ticket")

    assert number == "A, zero, zero, one"
    assert recognised(blindfolded.sound_of(number)) == "a zero zero one"
    assert len(printer.pages()) == 1
    assert all_can_be_heard(blindfolded)


def all_can_be_heard(blindfolded):
    """Each file holds a voice: as long as its words take, and not silent."""
    sounds = [heard(each) for each in blindfolded._sounds()]
    return all(
        len(samples) > 0.1 * rate and np.abs(samples).max() > 300 for samples, rate in sounds
    )
