"""The names of things."""

from typing import NewType

AgentName = NewType("AgentName", str)
AppointmentCode = NewType("AppointmentCode", str)
CounterId = NewType("CounterId", int)
ServiceId = NewType("ServiceId", str)
TicketNumber = NewType("TicketNumber", str)
