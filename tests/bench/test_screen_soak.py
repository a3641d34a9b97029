"""What a hall screen's life says."""

import pytest

from bench.screen_soak import Life, figures
from bench.soak import Sample


def life(words, calls, grown=0.0):
    hours = [half / 2 for half in range(1, 49)]
    return Life([Sample(h, 0, 0, 300 + grown * h) for h in hours], words, calls, 900)


def test_a_call_that_was_not_heard_and_a_late_voice_are_told():
    missed, late, *_ = figures(life([100.0, 1519.0, 1521.0], calls=4))

    assert missed.what.startswith("a hall screen, 24 hours, 4 calls, 900 turns of items")
    assert (missed.value, late.value) == (1, 1)


def test_a_screen_that_grows_is_found_out():
    *_, grown = figures(life([100.0], calls=1, grown=2.0))

    assert (grown.value, grown.unit) == (pytest.approx(2.0), "MB an hour")
