from hypothesis import given
from hypothesis import strategies as st

from media.look.fit import Fit, largest_fit


def fit(limit, largest, smallest):
    return largest_fit(lambda size: size <= limit, largest, smallest)


@given(st.integers(1, 200), st.integers(1, 200), st.integers(1, 200))
def test_the_largest_size_that_fits_is_found(limit, largest, smallest):
    low = min(largest, smallest)
    if limit >= low:
        assert fit(limit, largest, smallest) == Fit(min(limit, largest), is_fitting=True)


def test_what_fits_nowhere_legibly_is_drawn_smaller_and_told():
    assert fit(20, 100, 30) == Fit(20, is_fitting=False)
    assert fit(3, 100, 30) == Fit(12, is_fitting=False)
