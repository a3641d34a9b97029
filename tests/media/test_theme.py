"""A commune's colours: what is legible is worn, what is not is told with how much it is."""

import pytest

from media.look.theme import PALETTE
from media.pack import load_pack
from media.pack.theme import Theme, weak_in, worn
from tests.media.demo import DEMO


def test_without_a_theme_a_screen_wears_the_houses_colours() -> None:
    assert worn(Theme()) == PALETTE


def test_a_theme_changes_its_own_colours_and_no_others() -> None:
    theme = Theme(header="#0b3c49", stage="#14506a", call="#0a6152", accent="#f2c14e")

    changed = {
        name for name, color in worn(theme)._asdict().items() if color != PALETTE._asdict()[name]
    }

    assert changed == {"navy_deep", "navy", "green", "green_deep", "gold"}


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        (Theme(header="#e0e0e0"), [("header", 1.31, 4.5), ("accent", 1.62, 4.5)]),
        (Theme(call="#5aa02c"), [("call", 2.87, 4.5), ("accent", 2.65, 3.0)]),
        (Theme(stage="#7a7a7a"), [("stage", 3.81, 4.5)]),
        (Theme(accent="#8a6a1c"), [("accent", 3.12, 4.5), ("accent", 2.34, 3.0)]),
    ],
)
def test_what_is_not_legible_is_told_with_its_ratio_and_not_worn(theme, told) -> None:
    found = [(each.field, round(each.ratio, 2), each.asked) for each in weak_in(theme)]

    assert found == told
    assert worn(theme) == PALETTE


def test_the_demonstrations_theme_is_worn() -> None:
    theme = load_pack(DEMO).commune.theme

    assert weak_in(theme) == ()
    assert worn(theme).navy_deep.hex == theme.header
