"""Every kind of screen by ear: what can be touched can be gone to with the keys, and is named."""

import pytest

from hardware.virtual_speaker import VirtualSpeaker
from kiosk.screens.guide import Guide
from kiosk.screens.target import targets
from kiosk.speech.narrator import Narrator
from kiosk.speech.volume import Volume
from nouba.auditing.sizes import SIZES
from tests.kiosk.staged import pages_in
from tests.kiosk.test_audit_window import Glass, one_of_each

pytestmark = pytest.mark.window


def has_voice(language):
    return language != "zgh"


def voice_of(language):
    return "a voice" if has_voice(language) else ""


@pytest.mark.parametrize("language", ["ar", "zgh"])
def test_the_keys_lead_to_all_that_can_be_touched_and_each_is_named(window, tmp_path, language):
    glass = Glass(window, SIZES["21.5"])
    silent = Narrator(VirtualSpeaker(tmp_path), lambda _: None, lambda: 1.0)
    guide = Guide(glass.stage, glass.root, silent, Volume(), voice_of, lambda: None)
    for page in one_of_each(pages_in(glass.turner, language)):
        glass.stage.show(page)
        window.pump(2)
        reading = guide.reading()
        led_to = {each.target for each in reading.controls}
        nameless = [
            each.target
            for each in reading.controls
            if not any(has_voice(spoken) for spoken, _ in each.said)
        ]
        assert (page.name, led_to) == (page.name, set(targets(glass.root)))
        assert (page.name, nameless) == (page.name, [])
        assert has_voice(reading.title[0][0]), page.name
