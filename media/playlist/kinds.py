"""The kinds of values that stand in many places of a revision, each with its ceiling.

What is too long, too large or too short here is not shown badly: it freezes a screen, or
lets it start again for ever. (One player crash-looped on a duration of 9999999999999.)
"""

from datetime import date, datetime, time
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""The fingerprint of a file's bytes, by which it is named."""

SHORTEST_SECONDS, LONGEST_SECONDS = 5.0, 3600.0
"""How long a picture or a page may stand, at least and at most."""

Seconds = Annotated[float, Field(ge=SHORTEST_SECONDS, le=LONGEST_SECONDS, allow_inf_nan=False)]
"""How long something is shown."""

Weight = Annotated[int, Field(ge=1, le=10)]
"""How many turns an item has while an item of weight 1 has one."""

ScreenName = Annotated[str, StringConstraints(min_length=1, max_length=60)]
"""What staff call a screen."""

FIRST_YEAR, LAST_YEAR = 2020, 2100
"""Years in which a date of a revision may lie: any other is a slip of the pen."""


def _in_our_time(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{day} is not between the years {FIRST_YEAR} and {LAST_YEAR}")
    return day


def _to_the_minute(moment: datetime) -> datetime:
    if moment.tzinfo is not None:
        raise ValueError(f"{moment} must be the time on the hall's clocks, without a zone")
    if moment.second or moment.microsecond:
        raise ValueError(f"{moment} must be a whole minute")
    _in_our_time(moment.date())
    return moment


def _time_of_day(moment: time) -> time:
    if moment.tzinfo is not None:
        raise ValueError(f"{moment} must be the time on the hall's clocks, without a zone")
    if moment.second or moment.microsecond:
        raise ValueError(f"{moment} must be a whole minute")
    return moment


Day = Annotated[date, AfterValidator(_in_our_time)]
"""A day of the hall."""

WallMoment = Annotated[datetime, AfterValidator(_to_the_minute)]
"""A day and a minute on the hall's clocks."""

WallTime = Annotated[time, AfterValidator(_time_of_day)]
"""A minute of the day on the hall's clocks."""
