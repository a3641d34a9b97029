"""A picture bears the name of the language that it shows."""

from datetime import date

from nouba.shots.wall_tour import has_page
from tests.media.demo import DEMO
from wire.messages import LANGUAGES


def test_a_language_in_which_nothing_is_confirmed_has_no_page_to_wait_for():
    day = date(2026, 11, 23)
    told = {language for language in LANGUAGES if has_page(DEMO, language, day)}
    assert told == {"ar", "fr", "en"}
