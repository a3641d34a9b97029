"""A hall inside the process that measures: no sockets, but the real journal."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy import Engine

from controller.hall.commands import (
    CallNext,
    Command,
    FinishService,
    IssueTicket,
    MarkNoShow,
    OpenCounter,
    Recall,
    StartService,
)
from controller.hall.ids import AgentName, CounterId, ServiceId
from controller.morning import empty_hall
from controller.reception import Reception
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK
from controller.store.journal import SqlJournal
from media.pack import load_pack
from media.zone import time_zone

ZONE = time_zone("Africa/Casablanca")
SERVICE, ONE, AGENT = ServiceId("birth_copy"), CounterId(1), AgentName("amina")
OPENING = OpenCounter(ONE, AGENT)

VISIT: tuple[Command, ...] = (
    IssueTicket(SERVICE),
    CallNext(AGENT),
    StartService(AGENT),
    FinishService(AGENT),
)
"""What most visits are."""

SLOW_VISIT: tuple[Command, ...] = (*VISIT[:2], Recall(AGENT), *VISIT[2:])
"""The visitor came when called again."""

MISSED_VISIT: tuple[Command, ...] = (*VISIT[:2], Recall(AGENT), MarkNoShow(AGENT))
"""The visitor had left."""


def a_reception(engine: Engine, now: Callable[[], datetime]) -> Reception:
    """Return a reception of the demonstration's hall, with the day replayed."""
    hall = partial(empty_hall, load_pack(DEMONSTRATION_PACK), Rulebook())
    return Reception(SqlJournal(engine, "hall"), hall, now, ZONE)


def live(reception: Reception, visits: int) -> None:
    """Open a counter and let so many visitors come and go, one after another."""
    reception.execute(OPENING)
    for number in range(visits):
        for command in kind_of_visit(number):
            reception.execute(command)


def kind_of_visit(number: int) -> tuple[Command, ...]:
    """Return what a visit is: one of 4 is called twice, one of 20 in vain."""
    if number % 20 == 19:
        return MISSED_VISIT
    return SLOW_VISIT if number % 4 == 0 else VISIT
