"""What the samples of a kiosk's life say."""

import pytest

from bench.soak import Sample, figures, slope


def life(grown_in_an_hour):
    """A day of half hours, in whose first quarter caches fill."""
    hours = [half / 2 for half in range(1, 49)]
    return [
        Sample(h, int(12 * h), int(9 * h), 200 + min(h, 6) * 10 + grown_in_an_hour * h)
        for h in hours
    ]


def test_a_kiosk_that_grows_is_found_out_and_filling_caches_are_not_growth():
    assert slope(life(3.0)[12:]) == pytest.approx(3.0)
    *_, flat = figures(life(0.0))
    assert (flat.value, flat.unit) == (pytest.approx(0.0), "MB an hour")


def test_the_figures_tell_how_long_the_kiosk_lived_and_who_came():
    first, last, _ = figures(life(1.0))
    assert first.what == "memory of a kiosk, 24 hours, 288 visits, 216 tickets: first"
    assert (first.value, last.value) == (266.0, 284.0)


def test_one_moment_has_no_slope():
    with pytest.raises(ValueError, match="one moment"):
        slope(life(1.0)[:1])
