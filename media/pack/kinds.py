"""The kinds of values that stand in many places of a pack."""

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from media.look.pictograms import GLYPHS

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
"""Small letters, digits and underscores: it stands in addresses, files and the journal."""


def _known_pictogram(name: str) -> str:
    if name not in GLYPHS:
        raise ValueError(f'the font has no pictogram "{name}"')
    return name


PictogramName = Annotated[str, AfterValidator(_known_pictogram)]
"""One of the names in `media.look.pictograms`."""

_DURATION = re.compile(
    r"P(?=\d|T\d)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?)?"
)


def _known_duration(text: str) -> str:
    if _DURATION.fullmatch(text) is None:
        raise ValueError(
            f'"{text}" is not a duration as ISO 8601 writes it, '
            "such as P30D (30 days), P2M (2 months) or PT15M (15 minutes)"
        )
    return text


Duration = Annotated[str, AfterValidator(_known_duration)]
"""A length of time as ISO 8601 writes it: `P60D`, `P2M`, `PT15M`; `PT0M` is at once."""


def days_in(duration: Duration) -> float:
    """Return how many days it is, a month taken for 30 and a year for 365."""
    found = _DURATION.fullmatch(duration)
    if found is None:
        raise ValueError(f"not a duration: {duration}")
    size = {name: int(number or 0) for name, number in found.groupdict().items()}
    days = 365 * size["years"] + 30 * size["months"] + 7 * size["weeks"] + size["days"]
    return days + (size["hours"] + size["minutes"] / 60) / 24
