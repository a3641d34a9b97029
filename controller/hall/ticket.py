"""Tickets: one visitor's place in the hall, from the kiosk to the door."""

from dataclasses import dataclass, field
from datetime import datetime

from controller.hall.events import Place
from controller.hall.ids import AgentName, AppointmentCode, CounterId, ServiceId, TicketNumber
from wire.messages import About, Face, Language, Priority, TicketState


@dataclass(frozen=True, slots=True)
class Given:
    """A service that was finished, and what its visitor said of it."""

    service: ServiceId
    counter: CounterId
    at: datetime
    face: Face | None = None
    """Nothing as long as the visitor has not answered."""

    about: About | None = None


@dataclass(slots=True)
class Ticket:
    """A visitor's ticket."""

    number: TicketNumber
    serial: int
    """Its number without the prefix; with the times it makes every order total."""

    service: ServiceId
    language: Language
    issued_at: datetime
    due_at: datetime
    """When it should be called at the latest. The earliest due is called first."""

    waits_from: datetime
    """Since when its wait counts under `accumulate`: its issue, unless it was put elsewhere."""

    promised_at: datetime | None = None
    """By when it was promised to be called, at its issue; nothing when it was due then."""

    state: TicketState = TicketState.WAITING
    since: datetime | None = None
    """Since when it is in this state; nothing while it waits for its first call."""

    waited_since: datetime | None = None
    """Since when it had waited at its latest call; nothing when since its issue."""

    counter: CounterId | None = None
    """The counter that called it last."""

    priority: Priority = "normal"
    then: tuple[ServiceId, ...] = ()
    """The services still to visit after this one."""

    visit: tuple[ServiceId, ...] = ()
    """All that its visitor wanted at the issue, in that order."""

    quantity: int = 1
    put_off: dict[ServiceId, int] = field(default_factory=dict)
    """How many were wanted of the services from which it was sent away, unserved."""

    for_counter: CounterId | None = None
    """The only counter that may call it in its turn, if it waits for one; or that it waited for
    at its latest call."""

    for_agent: AgentName | None = None
    """The only agent who may call it in its turn, if it waits for one; or waited for one then."""

    place: Place = "due"
    """Where in a line it was put last; the due moment that it got so goes with it."""

    returns: tuple[tuple[AgentName, ServiceId, int], ...] = ()
    """The agents to whom it returns when it is finished elsewhere, the next one last; for which
    service, and how many of it."""

    appointment: AppointmentCode | None = None
    appointed_at: datetime | None = None
    """The moment of the appointment that it came with, unless too late."""

    kept_for: datetime | None = None
    """The moment of the appointment for which its visitor came in time, whatever its class."""

    parked_for: str = ""
    """Why it is parked, while it is."""

    parked_at: str = ""
    """Where its visitor is meanwhile."""

    is_closed_out: bool = False
    """Whether it was decided because the hall closed."""

    back_at: datetime | None = None
    """When it waits again by itself, while it is parked."""

    calls: int = 0
    """How often it was called to its present counter."""

    call_seq: int = 0
    """The place of its latest call in the journal; 0 before it is called."""

    called_at: datetime | None = None
    """When it was called for the first time: the end of its wait."""

    counter_called_at: datetime | None = None
    """When it was called to its present counter."""

    started_at: datetime | None = None
    """When it was last received at a counter."""

    given: Given | None = None
    """The service that was finished last; nothing before one was, or when that was taken back."""

    @property
    def has_moment(self) -> bool:
        """Whether it waits for the moment of its appointment, at which it is due.

        Not any more once it was called, put elsewhere in line, or given another class.
        """
        is_as_booked = self.priority == "appointment" and self.place == "due"
        return is_as_booked and self.appointed_at is not None and self.called_at is None

    def is_early(self, at: datetime) -> bool:
        """Whether its visitor is here for an appointment whose moment has not come."""
        return self.has_moment and at < self.due_at
