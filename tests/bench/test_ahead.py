"""The hall in which it is measured how many are ahead is as full as is told."""

from datetime import timedelta

import pytest

from bench.ahead import COUNTERS, MORNING, WAITING, a_full_hall


@pytest.mark.parametrize("policy", ["due", "strict", "interleave", "accumulate"])
def test_so_many_wait_before_so_many_counters_and_each_place_is_told(policy) -> None:
    hall = a_full_hall(policy)
    at = MORNING + timedelta(hours=1)
    aheads = sorted(hall.ahead(number, at) for number in hall.tickets)

    assert (hall.waiting, sum(each.is_open for each in hall.counters.values())) == (
        WAITING,
        COUNTERS,
    )
    assert (aheads[0], aheads[-1] > 30) == (0, True)
