"""What people ask of the hall. Named in the imperative, and allowed to be refused.

An agent's commands name the agent: where the agent sits is the hall's to know, at the moment
when it decides.
"""

from controller.hall.commands.alone import KioskCommand, ReserveNumbers, TakeIn
from controller.hall.commands.appointments import (
    CheckIn,
)
from controller.hall.commands.calling import (
    CallingCommand,
    CallNext,
    CallTicket,
    MarkNoShow,
    PreCall,
    Recall,
)
from controller.hall.commands.counters import (
    ChangeServices,
    CloseCounter,
    CounterCommand,
    LeaveCounter,
    OpenCounter,
    PauseCounter,
    ReleaseCounter,
    ResumeCounter,
)
from controller.hall.commands.day import (
    Announce,
    AnnouncementCommand,
    CloseDay,
    DayCommand,
    EmergencyCommand,
    EndDay,
    LetTimePass,
    LiftEmergency,
    PauseService,
    RaiseEmergency,
    ReopenDay,
    ResumeService,
    WithdrawAnnouncement,
)
from controller.hall.commands.serving import (
    FinishService,
    Park,
    Resume,
    ServeWalkIn,
    ServingCommand,
    StartService,
    Transfer,
)
from controller.hall.commands.supervising import (
    Redirect,
    Reprioritise,
    SupervisingCommand,
)
from controller.hall.commands.visitors import (
    CancelTicket,
    GiveUp,
    IssueTicket,
    RateVisit,
    Reinstate,
    VisitorCommand,
)

Command = (
    VisitorCommand
    | CounterCommand
    | CallingCommand
    | ServingCommand
    | SupervisingCommand
    | CheckIn
    | KioskCommand
    | DayCommand
    | EmergencyCommand
    | AnnouncementCommand
)

__all__ = [
    "Announce",
    "AnnouncementCommand",
    "CallNext",
    "CallTicket",
    "CallingCommand",
    "CancelTicket",
    "ChangeServices",
    "CheckIn",
    "CloseCounter",
    "CloseDay",
    "Command",
    "CounterCommand",
    "DayCommand",
    "EmergencyCommand",
    "EndDay",
    "FinishService",
    "GiveUp",
    "IssueTicket",
    "KioskCommand",
    "LeaveCounter",
    "LetTimePass",
    "LiftEmergency",
    "MarkNoShow",
    "OpenCounter",
    "Park",
    "PauseCounter",
    "PauseService",
    "PreCall",
    "RaiseEmergency",
    "RateVisit",
    "Recall",
    "Redirect",
    "Reinstate",
    "ReleaseCounter",
    "ReopenDay",
    "Reprioritise",
    "ReserveNumbers",
    "Resume",
    "ResumeCounter",
    "ResumeService",
    "ServeWalkIn",
    "ServingCommand",
    "StartService",
    "SupervisingCommand",
    "TakeIn",
    "Transfer",
    "VisitorCommand",
    "WithdrawAnnouncement",
]
