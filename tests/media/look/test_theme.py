import pytest

from media.look.theme import PALETTE, Color

WRITTEN_ON: tuple[tuple[str, str], ...] = (
    *(("ink", ground) for ground in ("sand", "plaster", "gold", "gold_tint", "navy_tint")),
    *(("ink", ground) for ground in ("green_tint", "terracotta_tint", "mist", "sand_deep")),
    *(("slate", ground) for ground in ("sand", "plaster", "mist", "navy_tint", "gold_tint")),
    *(("navy", ground) for ground in ("sand", "plaster", "gold_tint", "navy_tint")),
    *(("green", ground) for ground in ("sand", "plaster", "green_tint")),
    *(("terracotta", ground) for ground in ("sand", "plaster", "terracotta_tint")),
    *(("plaster", ground) for ground in ("navy", "navy_deep", "green", "green_deep")),
    *(("plaster", ground) for ground in ("terracotta", "terracotta_deep", "slate")),
    *(("sand", ground) for ground in ("navy", "navy_deep", "green", "green_deep")),
    *(("ink", ground) for ground in ("alert_yellow", "alert_orange")),
    ("plaster", "alert_red"),
)
"""Which colour may be written on which ground: a contrast of 7 : 1 or more (WCAG 2.2, 1.4.6)."""

SIGNS: tuple[tuple[str, str], ...] = (
    *(("gold", ground) for ground in ("navy", "navy_deep")),
    *(("rim", ground) for ground in ("sand", "plaster", "mist", "navy_tint", "sand_deep")),
)
"""Which colour may draw a sign or a line on which ground: 3 : 1 or more (1.4.11)."""


def contrast(one: Color, other: Color) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(channel / 255) for channel in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """Undo sRGB's curve (WCAG 2.2, relative luminance)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize(("text", "ground"), WRITTEN_ON)
def test_what_is_written_contrasts_with_its_ground(text, ground):
    assert contrast(getattr(PALETTE, text), getattr(PALETTE, ground)) >= 7


@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_what_is_drawn_contrasts_with_its_ground(sign, ground):
    assert contrast(getattr(PALETTE, sign), getattr(PALETTE, ground)) >= 3


def test_black_on_white_has_the_contrast_that_wcag_says():
    assert round(contrast(Color(0, 0, 0), Color(255, 255, 255)), 3) == 21


def test_the_grey_on_white_that_wcag_names_just_passes():
    assert round(contrast(Color(0x76, 0x76, 0x76), Color(255, 255, 255)), 2) == 4.54


def test_every_button_writes_only_what_contrasts():
    from media.look.widgets.button import DISABLED, PAINTS

    pairs = [
        (ink, ground)
        for paints in (*PAINTS.values(), DISABLED)
        for ink in (paints.title, paints.line)
        for ground in (paints.ground, paints.pressed)
    ]
    assert [pair for pair in pairs if contrast(*pair) < 7] == []
