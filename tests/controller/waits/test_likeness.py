"""The quick weights of the past tell what the formula tells, written down as it is thought of."""

from bisect import bisect_left
from itertools import accumulate
from math import exp, log
from random import Random

import pytest

from controller.waits import Range
from controller.waits.moment import Moment
from controller.waits.pace import ENOUGH, KEPT, Pace

KINDS = ("normal", "normal", "elderly")


class PlainPace:
    """A queue's past, each weight worked out anew for each who asks."""

    def __init__(self):
        self._past = []
        self._day = 0

    def learn(self, joined, ahead, wait, kind):
        self._day = joined.day
        pace = (wait / (ahead + 1), ahead, joined.minute, joined.day, kind)
        self._past = [*self._past, pace][-KEPT:]

    def forget(self, before):
        self._past = [past for past in self._past if past[3] >= before]

    def range(self, ahead, minute, kind):
        if len(self._past) < ENOUGH:
            return None
        past = sorted(self._past)
        sums = list(accumulate(self._weight(each, ahead, minute, kind) for each in past))
        ends = (past[bisect_left(sums, share * sums[-1])][0] for share in (0.1, 0.5, 0.9))
        return Range.around(*(end * (ahead + 1) for end in ends))

    def _weight(self, past, ahead, minute, kind):
        _, its_ahead, its_minute, day, its_kind = past
        distance = abs(spot(its_ahead) - spot(ahead)) + abs(its_minute - minute) / 90
        alike = exp(-distance - (self._day - day) / 5)
        return (its_ahead + 1) * alike * (1.0 if its_kind == kind else exp(-2))


def spot(ahead):
    return 2 * log(ahead + 1) + (2 if ahead else 0)


@pytest.mark.parametrize("seed", range(2))
def test_on_random_days_the_plain_formula_tells_the_same(seed):
    random, plain, quick, told = Random(seed), PlainPace(), Pace(), 0
    for day in range(100, 130, 1 + 2 * (seed % 2)):
        for pace in (plain, quick):
            pace.forget(day - 28)
        for number in range(random.randrange(5, 80)):
            minute = 480 + 5 * number + random.random() * 4
            ahead, kind = random.randrange(25), random.choice(KINDS)
            wait = 90 * random.random()
            for pace in (plain, quick):
                pace.learn(Moment(day, minute), ahead, wait, kind)
            said = [pace.range(ahead, minute, kind) for pace in (plain, quick)]
            assert said[0] == said[1]
            told += said[0] is not None
    assert told > 300
