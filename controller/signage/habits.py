"""What a notice of each template is unless its editor says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from controller.signage.notice import Template
from media.pack.kinds import PictogramName
from media.playlist.model import Rank, Strength

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Habit:
    """How a notice comes in, and how long it lives."""

    life: timedelta
    """From its start to its end, where nobody says an end."""

    pictogram: PictogramName = "megaphone"
    rank: Rank = Rank.NORMAL
    strength: Strength = Strength.TURN


HABITS: Mapping[Template, Habit] = MappingProxyType(
    {
        Template.NOTICE: Habit(7 * _DAY),
        Template.CLOSURE: Habit(_DAY, "door", Rank.URGENT, Strength.FIRST),
        Template.HOURS: Habit(7 * _DAY, "clock", strength=Strength.FIRST),
        Template.SESSION: Habit(7 * _DAY, rank=Rank.EVENT),
        Template.VACANCY: Habit(15 * _DAY, "people"),
        Template.TENDER: Habit(21 * _DAY, "document"),
        Template.CONDOLENCE: Habit(3 * _DAY),
        Template.WEATHER: Habit(2 * _DAY, rank=Rank.URGENT, strength=Strength.FIRST),
        Template.HEALTH: Habit(7 * _DAY, "health", strength=Strength.FIRST),
        Template.LOST_AND_FOUND: Habit(7 * _DAY, "search"),
        Template.HOLDING: Habit(_DAY, "warning", rank=Rank.URGENT, strength=Strength.REPLACE),
        Template.UPDATE: Habit(_DAY, "info", rank=Rank.URGENT, strength=Strength.REPLACE),
        Template.ALL_CLEAR: Habit(
            _DAY / 6, "check-circle", rank=Rank.URGENT, strength=Strength.FIRST
        ),
    }
)
"""Of each template. A warning of the weather lives for 48 hours: so far does the national
vigilance map look ahead (Direction générale de la météorologie). The other lives are our choice."""
