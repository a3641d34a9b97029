"""What commands lead to: one module for each kind of command. Nothing here changes the hall."""

from datetime import datetime
from typing import assert_never

from controller.hall import commands
from controller.hall.commands import Command
from controller.hall.deciding import (
    alone,
    announcing,
    appointments,
    calling,
    counters,
    day,
    emergency,
    serving,
    supervising,
    visitors,
)
from controller.hall.events import Event
from controller.hall.state import State


def decide(  # noqa: C901, PLR0911 - one flat choice, kept whole by assert_never
    hall: State, command: Command, at: datetime
) -> tuple[Event, ...]:
    """Return the events that the command leads to, or raise `Refused`."""
    emergency.check(hall, command)
    if isinstance(command, commands.VisitorCommand):
        return visitors.decide(hall, command, at)
    if isinstance(command, commands.CounterCommand):
        return counters.decide(hall, command, at)
    if isinstance(command, commands.CallingCommand):
        return calling.decide(hall, command, at)
    if isinstance(command, commands.SupervisingCommand):
        return supervising.decide(hall, command, at)
    if isinstance(command, commands.ServingCommand):
        return serving.decide(hall, command, at)
    if isinstance(command, commands.CheckIn):
        return (appointments.check_in(hall, command, at),)
    if isinstance(command, commands.KioskCommand):
        return alone.decide(hall, command, at)
    if isinstance(command, commands.DayCommand):
        return day.decide(hall, command, at)
    if isinstance(command, commands.EmergencyCommand):
        return (emergency.decide(hall, command, at),)
    if isinstance(command, commands.AnnouncementCommand):
        return (announcing.decide(hall, command, at),)
    assert_never(command)
