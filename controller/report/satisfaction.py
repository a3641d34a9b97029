"""What visitors said of the services that were finished."""

from collections import Counter as Count
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from controller.hall import Hall, events
from controller.hall.events import Event
from controller.hall.ids import ServiceId, TicketNumber
from wire.messages import About, Face, TicketState


@dataclass(slots=True)
class Satisfaction:
    """What was said of a service, or of all."""

    finished: int = 0
    """How often it was given: so many might have answered."""

    faces: Count[Face] = field(default_factory=Count)
    about: Count[About] = field(default_factory=Count)

    @property
    def answers(self) -> int:
        """How many answered."""
        return self.faces.total()

    @property
    def share(self) -> float | None:
        """The share of those who answered, from 0 to 1; nothing when nobody might have."""
        return self.answers / self.finished if self.finished else None

    @property
    def mean(self) -> float | None:
        """The mean of the faces, from 1 to 5; nothing without an answer."""
        if not self.answers:
            return None
        return sum(face * times for face, times in self.faces.items()) / self.answers

    def add(self, face: Face | None, about: About | None, times: int = 1) -> None:
        """Count services that were finished, and what was said of them, if anything was."""
        self.finished += times
        if face is not None:
            self.faces[face] += times
        if about is not None:
            self.about[about] += times


def together(parts: Iterable[Satisfaction]) -> Satisfaction:
    """Return what was said of all of them."""
    total = Satisfaction()
    for part in parts:
        total.finished += part.finished
        total.faces += part.faces
        total.about += part.about
    return total


@dataclass(frozen=True, slots=True)
class Answer:
    """A service that was finished, and the latest that was said of it."""

    service: ServiceId
    face: Face | None = None
    about: About | None = None


@dataclass(slots=True)
class Answers:
    """The services that were finished in the course of a day, by their tickets."""

    _kept: dict[TicketNumber, list[Answer]] = field(default_factory=dict)

    def take(self, event: Event, hall: Hall) -> None:
        """Take note of a finish, of what was said, or of a finish that is taken back.

        The hall is as it was before the event.
        """
        match event:
            case events.ServiceFinished(ticket=number):
                finished = Answer(hall.tickets[number].service)
                self._kept.setdefault(number, []).append(finished)
            case events.VisitRated(ticket=number, service=service, face=face, about=about):
                self._kept[number][-1] = Answer(service, face, about)
            case events.TicketReinstated(ticket=number):
                if hall.tickets[number].state is TicketState.FINISHED:
                    self._kept[number].pop()
            case _:
                pass

    def of_services(self, order: Iterable[ServiceId]) -> Mapping[ServiceId, Satisfaction]:
        """Return what was said of each service that was finished, in the order given."""
        sums: dict[ServiceId, Satisfaction] = {}
        for each in (answer for answers in self._kept.values() for answer in answers):
            sums.setdefault(each.service, Satisfaction()).add(each.face, each.about)
        return {id_: sums[id_] for id_ in order if id_ in sums} | sums
