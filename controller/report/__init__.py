"""The report of a day: what its facts add up to, and all that departed from its order."""

from controller.report.day import (
    Calling,
    DayReport,
    Figures,
    OutOfTurn,
    Seals,
    report_on,
)

__all__ = ["Calling", "DayReport", "Figures", "OutOfTurn", "Seals", "report_on"]
