"""The kiosk's audit on the information screens, and the way by ear through them."""

import pytest

from hardware.virtual_speaker import VirtualSpeaker
from kiosk.aids import Aid
from kiosk.areas import Areas
from kiosk.information.visit import AtDirectory
from kiosk.screens.guide import Guide
from kiosk.screens.target import Tile, targets
from kiosk.speech.narrator import Narrator
from kiosk.speech.volume import Volume
from tests.kiosk.information.staged import KNOWN, SCREENS, pages_in, turner_on
from tests.kiosk.test_audit_window import Glass, one_of_each
from tests.kiosk.test_spoken_window import has_voice

pytestmark = pytest.mark.window

UPRIGHT, LARGE, LYING = SCREENS


def glass_of(window, name, aids=()):
    """A glass of that size, and what makes pages for its room."""
    glass = Glass(window, SCREENS[name], aids)
    room = Areas(SCREENS[name]).page_screen(is_low=Aid.LOW in aids)
    return glass, turner_on(room)


@pytest.mark.parametrize(
    ("name", "language", "aids"),
    [
        (UPRIGHT, "zgh", ()),
        (LARGE, "ar", (Aid.LOW,)),
        (LYING, "fr", (Aid.CONTRAST,)),
    ],
)
def test_no_information_screen_has_a_fault(window, tmp_path, name, language, aids):
    glass, turner = glass_of(window, name, aids)
    found = [
        each
        for number, page in enumerate(one_of_each(pages_in(turner, language)))
        for each in glass.faults(page, tmp_path / f"{number}-{page.name}.png")
    ]
    assert found == []


def test_the_audit_sees_an_office_that_nobody_could_read(window, tmp_path):
    glass, turner = glass_of(window, UPRIGHT)
    glass.stage.show(turner.page(AtDirectory("fr"), KNOWN))
    window.pump(4)
    assert glass.found(tmp_path / "fair.png") == []
    tile = next(each for each in glass.stage.walk() if isinstance(each, Tile))
    tile.title.color = (0.7, 0.75, 0.8, 1)
    window.pump(2)
    assert glass.found(tmp_path / "pale.png") != []


@pytest.mark.parametrize("language", ["ar", "zgh"])
def test_the_keys_lead_to_all_that_can_be_touched_and_each_is_named(window, tmp_path, language):
    glass, turner = glass_of(window, UPRIGHT)
    silent = Narrator(VirtualSpeaker(tmp_path), lambda _: None, lambda: 1.0)
    guide = Guide(glass.stage, glass.root, silent, Volume(), has_voice, lambda: None)
    for page in one_of_each(pages_in(turner, language)):
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
