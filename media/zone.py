"""Time zones by the newest rules at hand.

Morocco's clock follows Ramadan and decrees: by the tz database 2026f it left UTC+1 on
20 September 2026. A machine that is not updated for years keeps old rules, and so does a
locked package: the newer of the two is taken.
"""

import zoneinfo
from functools import cache
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

import tzdata

OLDEST = ""
VERSION_LINE = "# version "


@cache
def time_zone(name: str) -> ZoneInfo:
    """Return the zone of this name; raises `ZoneInfoNotFoundError` or `ValueError` for none."""
    zone = ZoneInfo(name)
    if system_version(zoneinfo.TZPATH) >= tzdata.IANA_VERSION:
        return zone
    rules = files("tzdata").joinpath("zoneinfo", *name.split("/"))
    if not rules.is_file():
        return zone
    with rules.open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def system_version(folders: tuple[str, ...]) -> str:
    """Return the version of the rules in the first of the folders that has any, as in 2025b."""
    for folder in folders:
        source = Path(folder) / "tzdata.zi"
        if source.is_file():
            with source.open(encoding="ascii") as lines:
                return lines.readline().removeprefix(VERSION_LINE).strip()
    return OLDEST
