"""A hall whose rules leave nothing out, and two days to live in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from controller.hall import Hall
from controller.hall.automation import (
    HallQueueOver,
    IdleWhileOthersWait,
    OpenServiceAt,
    QueueOver,
    Rule,
    TellSupervisor,
    WaitOver,
)
from controller.hall.blocks import Reserve
from controller.hall.hours import Period, Session, Timetable
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.hall.skills import Skills
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, DEATHS, ONE, TAXES, TWO
from wire.messages import Priority

MINUTE = timedelta(minutes=1)
KIOSKS = ("entrance", "stairs")
COUNTERS, AGENTS, SERVICES = (ONE, TWO), (AMINA, BRAHIM), (BIRTHS, DEATHS, TAXES)
POLICIES = ("due", "strict", "interleave", "accumulate")
OFFERS = {ONE: SERVICES, TWO: (BIRTHS, TAXES)}
CLASSES: Mapping[Priority, PriorityClass] = {
    "disability": PriorityClass(20 * MINUTE, 2, 1, 4.0),
    "elderly": PriorityClass(10 * MINUTE, 1, 2, 2.0),
    "appointment": PriorityClass(10 * MINUTE, 1, 1, 4.0),
    "normal": PriorityClass(share=3),
}
SKILLS = {BRAHIM: Skills(frozenset({BIRTHS, TAXES}), {TAXES: 15 * MINUTE})}
AUTOMATION = (
    Rule("late", WaitOver(15 * MINUTE), (OpenServiceAt(counter=TWO), TellSupervisor())),
    Rule("crowd", QueueOver(2, BIRTHS), (TellSupervisor(),)),
    Rule("full", QueueOver(3), (OpenServiceAt(TAXES, ONE),)),
    Rule("packed", HallQueueOver(4), (TellSupervisor(), OpenServiceAt(DEATHS, ONE))),
    Rule("idle", IdleWhileOthersWait(5 * MINUTE), (OpenServiceAt(),)),
    Rule("taxes", WaitOver(5 * MINUTE, TAXES), (TellSupervisor(),)),
)

WEEK = {
    day: (
        Session(time(14), time(16, 30)),
        Session(time(12), time(13)),
        Session(time(8, 30), time(12)),
        Session(time(9), time(10)),
    )
    for day in range(5)
}
RAMADAN = {day: (Session(time(9), time(15)),) for day in range(5)}
HOURS = Timetable(
    ZoneInfo("Africa/Casablanca"),
    WEEK,
    (
        Period(date(2026, 3, 2), date(2026, 3, 3), RAMADAN, "Ramadan"),
        Period(date(2026, 3, 1), date(2026, 3, 2), {}, "only where no period before it holds"),
    ),
)


def able(agent: str) -> set[str]:
    """Return the services that the agent can give."""
    skills = SKILLS.get(agent)
    return set(SERVICES if skills is None or skills.services is None else skills.services)


@dataclass(frozen=True, slots=True)
class Open:
    """When the hall is open on one of the days, worked out by hand: moments in UTC."""

    opens: datetime
    stretches: tuple[tuple[datetime, datetime], ...]
    next_day: datetime


def _utc(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


DAYS = (
    # In Ramadan Morocco's clocks are those of Greenwich, and the hours are the period's.
    Open(_utc(3, 2, 9), ((_utc(3, 2, 9), _utc(3, 2, 15)),), _utc(3, 3, 9)),
    # In June they are an hour ahead; two of the week's three sessions touch.
    Open(
        _utc(6, 9, 7, 30),
        ((_utc(6, 9, 7, 30), _utc(6, 9, 12)), (_utc(6, 9, 13), _utc(6, 9, 15, 30))),
        _utc(6, 10, 7, 30),
    ),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a day is lived under."""

    policy: str
    open: Open
    has_limits: bool
    """Whether there are hours, quotas, and a limit of calls."""

    @property
    def services(self) -> dict[str, Service]:
        kinds = [
            Service(BIRTHS, "A", 10 * MINUTE, quota=9 if self.has_limits else None),
            Service(DEATHS, "A", 20 * MINUTE),
            Service(TAXES, "D", 30 * MINUTE),
        ]
        return {kind.id: kind for kind in kinds}

    @property
    def rules(self) -> Rules:
        return Rules(
            policy=self.policy,
            classes=CLASSES,
            hours=HOURS if self.has_limits else None,
            last_ticket=15 * MINUTE,
            closes_after=60 * MINUTE,
            calls=2 if self.has_limits else 0,
            outcomes=("resolved",),
            skills=SKILLS,
            automation=AUTOMATION,
            reserve=Reserve(first=4, size=3, few=2),
        )

    def until_closing(self, at: datetime) -> timedelta | None:
        """Return how long the hall is still open, as far as it knows."""
        stretches = self.open.stretches if self.has_limits else ()
        return next((end - at for start, end in stretches if start <= at < end), None)

    def hall(self) -> Hall:
        """Return the hall in the morning."""
        return Hall(self.services.values(), OFFERS, self.rules)

    def another_hall(self) -> Hall:
        """Return the hall of a commune that has set everything otherwise meanwhile."""
        rules = Rules(
            policy="accumulate" if self.policy == "due" else "due",
            classes={"elderly": PriorityClass(60 * MINUTE, 9, 9, 9.0)},
            hours=None if self.has_limits else HOURS,
            calls=1,
            comeback=MINUTE,
            rating=0 * MINUTE,
            late=MINUTE,
            skills={AMINA: Skills(frozenset({TAXES})), BRAHIM: Skills(frozenset({DEATHS}))},
        )
        return Hall([Service(TAXES, "Z", MINUTE, quota=1)], {ONE: (TAXES,), TWO: ()}, rules)
