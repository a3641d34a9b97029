"""A day as it may happen, in the journal, and what its rows are."""

from contextlib import suppress
from datetime import date, timedelta
from random import Random

from sqlalchemy import Engine, select

from controller.hall import Hall
from controller.hall.automation import HallQueueOver, QueueOver, Rule, TellSupervisor
from controller.hall.commands import (
    CallNext,
    CallTicket,
    CancelTicket,
    ChangeServices,
    CloseDay,
    Command,
    FinishService,
    GiveUp,
    IssueTicket,
    LetTimePass,
    MarkNoShow,
    OpenCounter,
    Park,
    PauseCounter,
    PauseService,
    RateVisit,
    Redirect,
    Reinstate,
    ReleaseCounter,
    ReopenDay,
    Reprioritise,
    Resume,
    ResumeCounter,
    ResumeService,
    ServeWalkIn,
    StartService,
    Transfer,
)
from controller.hall.events import Event
from controller.hall.ids import AgentName, PersonName, TicketNumber
from controller.hall.priority import PriorityClass
from controller.hall.refusals import Refused
from controller.hall.rules import Rules
from controller.reception import Fact
from controller.report import DayReport
from controller.store.journal import SqlJournal
from controller.store.report import day_report
from controller.store.tables import journal
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    DEATHS,
    NINE,
    ONE,
    TAXES,
    TWO,
    a_hall,
    do,
)
from wire.messages import ABOUT, FACES

DAY = date(2026, 3, 2)
SERVICES = (BIRTHS, DEATHS, TAXES)
OUTCOMES = ("", "resolved", "incomplete")
SALMA = PersonName("salma")

CLOSINGS = 0.003
"""How often somebody closes the day, instead of anything else."""

ANSWERS = 0.05
"""How often a visitor says how it was."""

LATEST = 20
"""As many tickets somebody may still think of, of all that were issued."""


def a_morning() -> Hall:
    rules = Rules(
        classes={"elderly": PriorityClass(timedelta(minutes=5))},
        outcomes=OUTCOMES[1:],
        automation=(
            Rule("The hall is full", HallQueueOver(6), (TellSupervisor(),)),
            Rule("Many births", QueueOver(3, BIRTHS), (TellSupervisor(),)),
        ),
    )
    return Hall(a_hall().services.values(), {ONE: SERVICES, TWO: SERVICES}, rules)


def a_wish(random: Random, hall: Hall) -> Command:
    """Return something that somebody may wish now, or may not."""
    if hall.is_over:
        return ReopenDay("too soon", SALMA)
    if random.random() < CLOSINGS:
        return CloseDay()
    if random.random() < ANSWERS:
        return _answer(random, hall)
    number = TicketNumber(random.choice([*hall.tickets][-LATEST:] or ["A001"]))
    ours = _agents_wishes(random, random.choice((AMINA, BRAHIM)), number)
    return random.choice([*_visitors_wishes(random, number), *ours, *_supervisors(random, number)])


def _visitors_wishes(random: Random, number: TicketNumber) -> list[Command]:
    priority = random.choice(("normal", "normal", "elderly"))
    then = () if random.random() < 0.8 else (random.choice(SERVICES),)
    issue = IssueTicket(random.choice(SERVICES), priority=priority, then=then)
    return [*[issue] * 6, *[GiveUp(number), LetTimePass()] * 4]


def _answer(random: Random, hall: Hall) -> Command:
    given = [each.number for each in hall.tickets.values() if each.given is not None]
    number = random.choice(given[-LATEST:] or [TicketNumber("A001")])
    return RateVisit(number, random.choice(FACES), random.choice((None, *ABOUT)))


def _agents_wishes(random: Random, agent: AgentName, number: TicketNumber) -> list[Command]:
    service = random.choice(SERVICES)
    finish = FinishService(agent, random.choice(OUTCOMES), random.choice(("", "late")), 2)
    return [
        *[CallNext(agent), StartService(agent), finish] * 5,
        *[OpenCounter(ONE, AMINA), OpenCounter(TWO, BRAHIM), ResumeCounter(agent)] * 2,
        *[CallTicket(agent, number, "unwell")] * 4,
        MarkNoShow(agent),
        Park(agent, "photo"),
        Resume(number),
        Transfer(agent, service, comes_back=random.random() < 0.5),
        *[Reinstate(number, "wrong tap")] * 3,
        CancelTicket(number, "left"),
        *[ServeWalkIn(agent, service, "fr")] * 3,
        PauseCounter(agent, "prayer"),
    ]


def _supervisors(random: Random, number: TicketNumber) -> list[Command]:
    service = random.choice(SERVICES)
    return [
        PauseService(service, "no paper"),
        ResumeService(service),
        ChangeServices(ONE, frozenset(SERVICES)),
        Redirect(number, "wrong queue", SALMA, service),
        Reprioritise(number, "elderly", "eighty years old", SALMA),
        ReleaseCounter(random.choice((ONE, TWO))),
    ]


def live(hall: Hall, wishes: int, seed: int = 20260302) -> list[Event]:
    """Return what happens when so many wishes are made, one after the other."""
    random, at = Random(seed), NINE
    happened = [*do(hall, OpenCounter(ONE, AMINA)), *do(hall, OpenCounter(TWO, BRAHIM))]
    for _ in range(wishes):
        at += timedelta(seconds=random.randrange(25))
        with suppress(Refused):
            happened += do(hall, a_wish(random, hall), at=at)
    return happened


def write_day(engine: Engine) -> None:
    """Write a day of three thousand wishes."""
    facts = [Fact(seq, event) for seq, event in enumerate(live(a_morning(), 3000), 1)]
    SqlJournal(engine, "hall").append(DAY, facts, None)


def report_of(engine: Engine, day: date = DAY) -> DayReport | None:
    return day_report(engine, "hall", day, a_morning())


def rows_of(engine: Engine) -> list[tuple[str, dict]]:
    query = select(journal.c.kind, journal.c.event).order_by(journal.c.seq)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(query)]
