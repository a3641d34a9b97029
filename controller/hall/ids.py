"""The names of things."""

from typing import NewType

AgentName = NewType("AgentName", str)
AppointmentCode = NewType("AppointmentCode", str)
CounterId = NewType("CounterId", int)
KioskName = NewType("KioskName", str)
PersonName = NewType("PersonName", str)
"""Whoever of the staff: an agent, a supervisor."""

ServiceId = NewType("ServiceId", str)
TicketNumber = NewType("TicketNumber", str)
