"""Every screen, in every language, at each size: nothing cut, nothing small, all in reach."""

import pytest

from kiosk import visit as visits
from kiosk.areas import Areas
from kiosk.facts import facts_of
from kiosk.screens.sheet import sheet_screen
from kiosk.screens.target import targets
from kiosk.touchable import targets_of
from media.look.widgets import Group, Text, out_of_reach, overflowing, small_targets
from media.look.widgets.medallion import PICTOGRAM_STARS
from tests.kiosk.staged import (
    PACK,
    SCREENS,
    kit_on,
    leaves,
    offered,
    pages_in,
    pages_in_all_languages,
    stage_on,
    turner_on,
)
from wire.messages import LANGUAGES

pytestmark = pytest.mark.window


def problems(window, stage, screen, page):
    stage.show(page)
    window.pump(2)
    name = f"{page.name} ({getattr(page, 'language', None)})"
    return [
        *(f"{name}: cut: {text.text} in {text.size}" for text in overflowing(stage)),
        *(f"{name}: small: {button.target}" for button in small_targets(stage, screen)),
        *(f"{name}: out of reach: {button.target}" for button in out_of_reach(stage, screen)),
        *(f"{name}: not as offered: {each}" for each in set(targets(stage)) ^ targets_of(page)),
    ]


@pytest.mark.parametrize(
    ("name", "language", "is_low"),
    [
        *(("portrait of 21.5 inches", language, False) for language in (*LANGUAGES, None)),
        *(("old square of 19 inches", language, False) for language in (*LANGUAGES, None)),
        ("portrait of 27 inches", "fr", False),
        ("portrait of 32 inches", "ar", False),
        ("portrait of 43 inches", "zgh", False),
        ("hung high", "zgh", False),
        ("hung high", "zgh", True),
        ("standing low", "ar", False),
    ],
)
def test_every_text_fits_and_every_target_is_large_and_in_reach(window, name, language, is_low):
    screen = Areas(SCREENS[name]).page_screen(is_low=is_low)
    stage, turner = stage_on(window, screen), turner_on(screen)
    shown = pages_in(turner, language) if language else pages_in_all_languages()
    assert [each for page in shown for each in problems(window, stage, screen, page)] == []


@pytest.mark.parametrize("name", ["portrait of 21.5 inches", "old square of 19 inches"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheets_leaves_hold_all_of_it_once_and_each_tells_how_many_wait(window, name, language):
    screen = SCREENS[name]
    kit, turner = kit_on(screen).within(language), turner_on(screen)
    for service in PACK.services:
        procedure = PACK.procedure(service.procedure)
        visit = visits.AtSheet(language, PACK.office(service.office), service)
        parts = [page.part for page in leaves(turner, visit)]
        assert without_repeats(each.documents for each in parts) == procedure.documents
        assert without_repeats(each.facts for each in parts) == facts_of(PACK, procedure, service)
        for page in leaves(turner, visit):
            told = {text.text for text in sheet_screen(kit, page).walk() if isinstance(text, Text)}
            assert not page.tile.is_open or how_many_wait(kit, page.tile.waiting) <= told


def without_repeats(parts):
    """A column that is over stays beside the leaves of the other."""
    return tuple(item for part in dict.fromkeys(parts) for item in part)


def how_many_wait(kit, count):
    if not count:
        return {text for _, text in kit.parts("Nobody is waiting")}
    forms = ("{n} person is waiting", "{n} people are waiting", count)
    return {text for _, text in kit.told(kit.texts.plural_parts(kit.look.language, *forms))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_offices_have_large_pictograms_directly_above_their_names(window, language):
    screen = SCREENS["portrait of 27 inches"]
    stage = stage_on(window, screen)
    stage.show(turner_on(screen).page(visits.AtOffices(language), offered()))
    window.pump(4)

    groups = [each for each in stage.walk() if isinstance(each, Group) and each.emblem]
    assert len(groups) == len({service.office for service in PACK.services})
    assert len({(each.emblem.size[0], each.texts[0].font_size) for each in groups}) == 1
    for group in groups:
        star, first = group.emblem, group.texts[0]
        assert 35 <= star.width * PICTOGRAM_STARS / screen.px_per_mm <= 50
        assert star.y - first.top == pytest.approx(screen.gap, abs=1)
    rows = {group.emblem.y for group in groups}
    assert len(rows) == 2
