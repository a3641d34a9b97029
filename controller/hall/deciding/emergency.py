"""Raising and lifting emergencies: what everybody in the hall must do now."""

from datetime import datetime

from controller.hall import commands, events, refusals
from controller.hall.commands import Command, EmergencyCommand
from controller.hall.events import EmergencyEvent
from controller.hall.state import State

BRINGS_SOMEBODY = (
    commands.IssueTicket
    | commands.CheckIn
    | commands.CallNext
    | commands.CallTicket
    | commands.PreCall
    | commands.Recall
    | commands.ServeWalkIn
)
"""What would bring somebody to the hall, or to a counter. Who is there already may be served."""


def check(hall: State, command: Command) -> None:
    """Refuse to bring anybody while an emergency lasts."""
    if hall.emergencies and isinstance(command, BRINGS_SOMEBODY):
        raise refusals.InEmergency


def decide(hall: State, command: EmergencyCommand, at: datetime) -> EmergencyEvent:
    """Raise what does not last yet, or lift what does; refuse otherwise."""
    lasts = command.kind in hall.emergencies
    match command:
        case commands.RaiseEmergency(kind, by) if not lasts:
            return events.EmergencyRaised(at, kind, by)
        case commands.LiftEmergency(kind, by) if lasts:
            return events.EmergencyLifted(at, kind, by)
        case _:
            raise refusals.WrongMoment
