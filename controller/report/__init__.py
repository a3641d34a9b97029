"""The report of a day: what its facts add up to, and all that departed from its order."""

from controller.report.day import (
    Calling,
    DayReport,
    Figures,
    Seals,
    report_on,
)
from controller.report.handled import Handled
from controller.report.out_of_turn import OutOfTurn
from controller.report.outcomes import Finish, Outcomes
from controller.report.satisfaction import Satisfaction, together

__all__ = [
    "Calling",
    "DayReport",
    "Figures",
    "Finish",
    "Handled",
    "OutOfTurn",
    "Outcomes",
    "Satisfaction",
    "Seals",
    "report_on",
    "together",
]
