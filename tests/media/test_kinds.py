import pytest

from media.pack.kinds import days_in


@pytest.mark.parametrize(
    ("duration", "days"),
    [("PT0M", 0), ("PT36H", 1.5), ("P30D", 30), ("P2W", 14), ("P2M", 60), ("P1Y", 365)],
)
def test_a_duration_is_so_many_days(duration, days):
    assert days_in(duration) == days


@pytest.mark.parametrize("text", ["", "P", "PT", "30D", "P1.5D", "P3M2Y", "PT5"])
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(ValueError, match="not a duration"):
        days_in(text)
