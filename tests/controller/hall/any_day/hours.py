"""Hours in which a hall is busy: visitors come, agents work, and some of it goes otherwise."""

from collections.abc import Callable, Iterator
from datetime import datetime
from random import Random

from controller.hall import commands
from controller.hall.commands import Command
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.setting import AGENTS, COUNTERS, MINUTE, SERVICES
from wire.messages import PRIORITIES, TicketState

PAUSES = (0, 0, 0, 1, 1, 2, 5)
PLACES = ("first", "due", "last")
OPEN = {TicketState.WAITING, TicketState.PARKED}
GONE = {TicketState.NO_SHOW, TicketState.CANCELLED, TicketState.FINISHED}


def goings_on(chance: Random, book: Book, turns: int) -> Iterator[tuple[Command, int]]:
    """Give what is asked for next, and how many minutes pass before; the book is read anew."""
    kinds: tuple[tuple[Callable[[Random, Book], Command], int], ...] = (
        (_comes, 30),
        (_works, 50),
        (_changes_mind, 8),
        (_intervenes, 8),
        (_mistakes, 8),
        (_time, 6),
    )
    asks, weights = zip(*kinds, strict=True)
    for _ in range(turns):
        [ask] = chance.choices(asks, weights)
        yield ask(chance, book), chance.choice(PAUSES)


def _comes(chance: Random, book: Book) -> Command:
    service = chance.choice(SERVICES)
    then = tuple(each for each in SERVICES if each != service and chance.random() < 0.15)
    if chance.random() < 0.03:
        then = (*then, "no_service")
    elif chance.random() < 0.03:
        then = chance.choice((2, 3)) * tuple(each for each in SERVICES[:2] if each != service)[:1]
    priority = chance.choice((*PRIORITIES, "normal", "normal", "disability", "elderly"))
    quantity, sheets = (chance.choice((*[1] * 30, 3, 20, 0, 21)) for _ in range(2))
    return commands.IssueTicket(service, "zgh", priority, then, quantity, sheets)


def _works(chance: Random, book: Book) -> Command:
    agent = chance.choice(AGENTS)
    number = book.seat_of(agent)
    if number is None:
        free = [each for each in COUNTERS if book.seats[each].agent is None]
        wish = frozenset(chance.sample(SERVICES, chance.choice((0, 0, 1, 2))))
        return commands.OpenCounter(chance.choice(free), agent, wish)
    seat = book.seats[number]
    if seat.ticket is None:
        return _calls(chance, book, agent, is_away=seat.pause is not None)
    if book.tickets[seat.ticket].state is TicketState.CALLED:
        rest = [commands.Recall(agent), commands.MarkNoShow(agent), _sends_on(chance, agent)]
        return commands.StartService(agent) if chance.random() < 0.5 else chance.choice(rest)
    rest = [commands.Park(agent, "a stamp", "cash desk", None), commands.PreCall(agent)]
    back_in = chance.choice((0, 2, 2)) * MINUTE
    rest += [commands.Park(agent, "a copy", "", back_in), *2 * [_sends_on(chance, agent)]]
    return _finishes(chance, agent) if chance.random() < 0.5 else chance.choice(rest)


def _finishes(chance: Random, agent: str) -> Command:
    if chance.random() < 0.7:
        return commands.FinishService(agent)
    outcome, done = chance.choice(("", "resolved", "none")), chance.choice((None, 2, 20, 21))
    further = chance.choice((None, None, *SERVICES))
    return commands.FinishService(agent, outcome, "came twice", done, further)


def _calls(chance: Random, book: Book, agent: str, *, is_away: bool) -> Command:
    if is_away:
        return commands.ResumeCounter(agent)
    if chance.random() < 0.8:
        return commands.CallNext(agent)
    waiting = [each.number for each in book.waiting()] or ["Z999"]
    service = chance.choice(SERVICES)
    others = (
        commands.CallTicket(agent, chance.choice(waiting), "bride waits outside"),
        commands.PreCall(agent),
        commands.ServeWalkIn(agent, service),
        commands.PauseCounter(agent, "prayer"),
        commands.LeaveCounter(agent),
    )
    return chance.choice(others)


def _sends_on(chance: Random, agent: str) -> Command:
    service = chance.choice((None, *SERVICES))
    counter, colleague = chance.choice(COUNTERS), chance.choice(AGENTS)
    whom = chance.choice(((None, None), (None, None), (counter, None), (None, colleague)))
    how = (chance.choice(PLACES), chance.random() < 0.5, chance.choice(("", *3 * ("as agreed",))))
    return commands.Transfer(agent, service, *whom, *how)


def _changes_mind(chance: Random, book: Book) -> Command:
    still = [each.number for each in book.tickets.values() if each.state in OPEN]
    gone = [each.number for each in book.tickets.values() if each.state in GONE]
    choices = [
        commands.GiveUp(chance.choice(still or ["Z999"])),
        commands.Reinstate(chance.choice(gone or ["Z999"])),
        commands.Reinstate(chance.choice(gone or ["Z999"]), "as agreed"),
        commands.Reinstate(chance.choice(gone or ["Z999"]), "as agreed", is_by_staff=True),
        commands.Resume(chance.choice(book.parked or ["Z999"])),
        commands.RateVisit(chance.choice(gone or ["Z999"]), chance.choice((1, 3, 5)), "wait"),
    ]
    return chance.choice(choices)


def _intervenes(chance: Random, book: Book) -> Command:
    number = chance.choice([each.number for each in book.waiting()] or ["Z999"])
    service, counter = chance.choice(SERVICES), chance.choice(COUNTERS)
    to = {"to_counter": chance.choice((None, counter)), "place": chance.choice(PLACES)}
    choices = (
        commands.Redirect(number, "shorter there", "salma", service, **to),
        commands.Redirect(number, "knows the file", "salma", to_agent=chance.choice(AGENTS)),
        commands.Reprioritise(number, chance.choice(PRIORITIES), "cannot stand", "salma"),
        commands.ReleaseCounter(counter),
        commands.CloseCounter(counter),
        commands.ChangeServices(counter, frozenset(chance.sample(SERVICES, 2))),
        commands.CancelTicket(number, "left the building", "salma"),
    )
    return chance.choice(choices)


def _mistakes(chance: Random, book: Book) -> Command:
    """Return what an agent does at any moment, right or wrong; twice, now and then."""
    agent = chance.choice(AGENTS)
    taps = (
        commands.StartService,
        commands.MarkNoShow,
        commands.Recall,
        commands.FinishService,
        commands.CallNext,
        commands.LeaveCounter,
        commands.ResumeCounter,
        *3 * (commands.PreCall,),
    )
    if chance.random() < 0.2:
        return commands.OpenCounter(chance.choice(COUNTERS), agent)
    return chance.choice(taps)(agent)


def _time(chance: Random, book: Book) -> Command:
    return commands.LetTimePass()


def moments(book: Book, now: datetime) -> list[list[datetime]]:
    """Return the moments to come at which what is allowed, or what is done, changes.

    By what they are moments of, so that the many of the tickets do not hide the hall's few.
    """
    tickets = book.tickets.values()
    kinds = (
        [each.issued_at + so_long for each in tickets for so_long in (5 * MINUTE, 15 * MINUTE)],
        [each.due_at for each in tickets],
        [each.back_at for each in tickets if each.back_at is not None],
        [each.since + 15 * MINUTE for each in tickets if each.state in GONE],
        [each.given.at + 60 * MINUTE for each in tickets if each.given],
        [seat.since + 5 * MINUTE for seat in book.seats.values() if seat.since],
        [moment for stretch in book.setting.open.stretches for moment in _turns(*stretch)],
    )
    to_come = [sorted({moment for moment in kind if moment > now}) for kind in kinds]
    return [kind for kind in to_come if kind]


def _turns(start: datetime, end: datetime) -> tuple[datetime, ...]:
    """Return when a hall opens, gives its last ticket, closes, and leaves nothing undecided."""
    return start, end - 15 * MINUTE, end, end + 60 * MINUTE
