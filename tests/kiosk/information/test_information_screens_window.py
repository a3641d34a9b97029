"""Every information screen, in every language, at each size: nothing cut, small, out of reach."""

import pytest

from kiosk.areas import Areas
from tests.kiosk.information.staged import SCREENS, pages_in, turner_on
from tests.kiosk.staged import stage_on
from tests.kiosk.test_screens_window import problems
from wire.messages import LANGUAGES

pytestmark = pytest.mark.window


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_fits_and_every_target_is_large_and_in_reach(window, name, language):
    screen = Areas(SCREENS[name]).page_screen(is_low=False)
    stage, turner = stage_on(window, screen), turner_on(screen)
    shown = pages_in(turner, language)
    found = [each for page in shown for each in problems(window, stage, screen, page)]
    assert found == []
