"""Contrast ratios, against figures that are published."""

import pytest

from media.look.contrast import contrast
from media.look.theme import Color

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, WHITE, 1.0),
        (Color(0x76, 0x76, 0x76), WHITE, 4.54),
        (WHITE, Color(0x77, 0x77, 0x77), 4.48),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio) -> None:
    assert round(contrast(one, other), 2) == ratio
