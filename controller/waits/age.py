"""The wait as a fresh hall estimates it: the age of the head of the line, after a prior.

The age of the ticket that waits longest is a good guess without any parameter (R. Ibrahim and
W. Whitt, "Real-Time Delay Estimation Based on Delay History", Manufacturing & Service
Operations Management 11, 2009), but says nothing before the first calls of a day.
"""

from math import isnan

from controller.waits.line import Sight
from controller.waits.range import Range

PRIOR = 4.0
"""Minutes for each place in a queue of which nothing is known."""

DOUBT = 5
"""As many calls of today count as much as the prior."""

LEAST, MOST, SLACK = 0.3, 2.0, 8.0
"""The range's ends in shares of the likely wait, and minutes on top, before it is scored."""


def by_age(sight: Sight, prior: float = PRIOR) -> Range:
    """Return the range for who sees this; `prior` is in minutes for each place in the queue.

    Who passes some of those who wait waits for a part of what the head of the line has waited.
    Of who has more ahead than this line is long, for they wait in others that are called at the
    same counters, its head tells too little: today's minutes for each place do.
    """
    trust = sight.called / (sight.called + DOUBT)
    likely = trust * _as_today(sight) + (1 - trust) * prior * sight.ahead
    return Range.around(LEAST * likely, likely, MOST * likely + SLACK)


def _as_today(sight: Sight) -> float:
    if sight.ahead > sight.waiting and not isnan(sight.pace):
        return sight.pace * sight.ahead
    part = min(1.0, sight.ahead / sight.waiting) if sight.waiting else 1.0
    return sight.oldest * part
