"""What a pack holds: the commune, its hall, offices, services, procedures, notices, council."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Annotated, Literal, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, PositiveInt

from media.pack.complaints import ComplaintForm
from media.pack.council import Council
from media.pack.kinds import Id, PictogramName
from media.pack.procedures import DocumentType, Law, LifeEvent, Procedure
from media.pack.theme import Theme
from media.words import Words
from media.zone import time_zone


def _known_zone(name: str) -> str:
    try:
        time_zone(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError(f'"{name}" is not a time zone, such as Africa/Casablanca') from None
    return name


def _one_capital(prefix: str) -> str:
    is_letter = len(prefix) == 1 and "A" <= prefix <= "Z"
    if not is_letter:
        raise ValueError(f'"{prefix}" is not one capital letter from A to Z')
    return prefix


Way = Literal["left", "right", "ahead", "back"]
"""Which way to walk, for who looks at a screen."""

Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


@dataclass(frozen=True, slots=True)
class Commune:
    """The town, as it names itself."""

    name: Words
    phone: str = ""
    is_demonstration: bool = False
    """Whether all of this pack is an example that no commune has confirmed."""

    theme: Theme = field(default_factory=Theme)
    """Its colours and its logo on the hall screens."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A part of the day, from `start` to `end` on the hall's clocks."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Counter:
    """A numbered place where an agent serves, and the services it gives unless told otherwise."""

    number: PositiveInt
    services: tuple[Id, ...]
    name: Words | None = None
    is_accessible: bool = False
    """Whether a wheelchair finds its place there."""

    place: Words | None = None
    """The floor or the room, where it is not before the visitors' eyes."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the hall with screens of its own: who is called there is called on these alone."""

    id: Id
    name: Words
    services: tuple[Id, ...] = ()
    """Given in it, whatever the counter."""

    counters: tuple[PositiveInt, ...] = ()
    """In it, whatever they give."""


@dataclass(frozen=True, slots=True)
class Signpost:
    """Where the counters are for who looks at a screen."""

    screen: str = ""
    """Its name; without one it stands beside every screen that has no signpost of its own."""

    left: tuple[PositiveInt, ...] = ()
    right: tuple[PositiveInt, ...] = ()
    ahead: tuple[PositiveInt, ...] = ()
    back: tuple[PositiveInt, ...] = ()

    def way_to(self, counter: int) -> "Way | None":
        """Return which way the counter is; nothing where it is not told."""
        ways: tuple[tuple[Way, tuple[int, ...]], ...] = (
            ("left", self.left),
            ("right", self.right),
            ("ahead", self.ahead),
            ("back", self.back),
        )
        return next((way for way, counters in ways if counter in counters), None)


@dataclass(frozen=True, slots=True)
class Hall:
    """The reception hall: where it is in time, its shifts and its counters."""

    name: Words
    time_zone: Annotated[str, AfterValidator(_known_zone)]
    shifts: tuple[Shift, ...]
    counters: tuple[Counter, ...]
    zones: tuple[Zone, ...] = ()
    signposts: tuple[Signpost, ...] = ()

    def signpost(self, screen: str) -> Signpost:
        """Return what tells the ways from that screen."""
        posts = {each.screen: each for each in self.signposts}
        return posts.get(screen) or posts.get("") or Signpost()

    @property
    def hours(self) -> tuple[Shift, ...]:
        """When the hall is open: its shifts, one where the next begins as one ends."""
        open_hours: list[Shift] = []
        for shift in sorted(self.shifts, key=lambda each: each.start):
            if open_hours and shift.start <= open_hours[-1].end:
                last = open_hours.pop()
                open_hours.append(Shift(last.start, max(last.end, shift.end)))
            else:
                open_hours.append(shift)
        return tuple(open_hours)

    def is_open_at(self, moment: time) -> bool:
        """Whether one of its shifts lasts at that time on its clocks."""
        return any(shift.start <= moment < shift.end for shift in self.shifts)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the hall's clocks."""
        return time_zone(self.time_zone)


@dataclass(frozen=True, slots=True)
class Hours:
    """When an office is open on some days of the week."""

    days: tuple[Day, ...]
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Office:
    """An office, mostly of the commune: where services are given, or files left and collected."""

    id: Id
    name: Words
    pictogram: PictogramName
    place: Words | None = None
    """The floor, the room or the counters."""

    is_in_hall: bool = False
    """Whether it is in the reception hall: then it keeps the hall's hours."""

    hours: tuple[Hours, ...] = ()
    """Its own, where it is elsewhere."""

    phone: str = ""
    does: Words | None = None
    """What one goes there for, in a sentence."""

    is_communal: bool = True
    """Whether it is the commune's own; another administration's is told for guidance only."""


@dataclass(frozen=True, slots=True)
class Service:
    """What a visitor comes for. Tickets are numbered per prefix, which one office owns."""

    id: Id
    office: Id
    prefix: Annotated[str, AfterValidator(_one_capital)]
    target_minutes: PositiveInt
    """The wait that the commune promises, from the ticket to the first call."""

    procedure: Id
    name: Words
    """Short, for buttons and tickets; the procedure bears the full title."""

    pictogram: PictogramName
    is_counted: bool = False
    """Whether a visitor may want several of it at once: copies, signatures."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A communiqué, shown on screens from the day `since` to the day `until`, both included."""

    id: Id
    title: Words
    since: date
    source: str
    text: Words | None = None
    until: date | None = None

    def is_shown_on(self, day: date) -> bool:
        """Whether screens show it on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Commitment:
    """One of the commitments of the administration towards its visitors."""

    key: Id
    title: Words
    sentence: Words
    pictogram: PictogramName


Thing = TypeVar("Thing", Office, Service, Procedure, DocumentType, LifeEvent, Law)


@dataclass(frozen=True, slots=True)
class Pack:
    """A commune's content, whole and coherent: every reference in it leads somewhere."""

    commune: Commune
    hall: Hall
    offices: tuple[Office, ...]
    services: tuple[Service, ...]
    procedures: tuple[Procedure, ...]
    notices: tuple[Notice, ...]
    """Latest first."""

    charter: tuple[Commitment, ...]
    documents: tuple[DocumentType, ...]
    laws: tuple[Law, ...]
    life_events: tuple[LifeEvent, ...]
    council: Council = field(default_factory=Council)
    """Empty where the commune tells nothing of it; so is the next."""

    complaints: ComplaintForm = field(default_factory=ComplaintForm)

    def office(self, office_id: str) -> Office:
        """Return the office, or raise `KeyError`."""
        return _found(self.offices, office_id)

    def service(self, service_id: str) -> Service:
        """Return the service, or raise `KeyError`."""
        return _found(self.services, service_id)

    def procedure(self, procedure_id: str) -> Procedure:
        """Return the procedure, or raise `KeyError`."""
        return _found(self.procedures, procedure_id)

    def document(self, document_id: str) -> DocumentType:
        """Return the document of the catalogue, or raise `KeyError`."""
        return _found(self.documents, document_id)

    def law(self, law_id: str) -> Law:
        """Return the legal text, or raise `KeyError`."""
        return _found(self.laws, law_id)

    def counter(self, number: int) -> Counter:
        """Return the counter with this number, or raise `KeyError`."""
        for counter in self.hall.counters:
            if counter.number == number:
                return counter
        raise KeyError(number)

    def procedures_of(self, office_id: str) -> tuple[Procedure, ...]:
        """Return the procedures for which the office answers, in the pack's order."""
        return tuple(each for each in self.procedures if each.owner == office_id)

    def services_of(self, office_id: str) -> tuple[Service, ...]:
        """Return the office's services, in the pack's order."""
        return tuple(service for service in self.services if service.office == office_id)

    def services_by(self, procedure_id: str) -> tuple[Service, ...]:
        """Return the services that lead to the procedure; most have one, some none."""
        return tuple(service for service in self.services if service.procedure == procedure_id)

    def procedures_at(self, life_event_id: str) -> tuple[Procedure, ...]:
        """Return the procedures that belong to a life event, in the pack's order."""
        return tuple(each for each in self.procedures if life_event_id in each.life_events)

    def notices_on(self, day: date) -> tuple[Notice, ...]:
        """Return the notices that are shown on that day, latest first."""
        return tuple(notice for notice in self.notices if notice.is_shown_on(day))


def _found(things: Iterable[Thing], thing_id: str) -> Thing:
    for thing in things:
        if thing.id == thing_id:
            return thing
    raise KeyError(thing_id)
