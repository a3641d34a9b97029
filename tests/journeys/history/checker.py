"""Judges a history by its requests and answers alone: it knows no hall, no journal, no rules.

Kiosks take tickets; agents open counters for some services, call, let each go, and close; in
the end everybody has been called.
Whatever no single queue could have answered, one thing after the other, is a contradiction.
(The idea of Knossos and of Jepsen's checkers: a concurrent history is right when some order of
its operations, each at a moment between its request and its answer, is right. Here the answers
name that order themselves, by their places; so it is enough to look whether it is one.)
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tests.journeys.history.at_counters import at_counters
from tests.journeys.history.entry import Entry

FINE_REFUSALS = {("call_next", "nobody_waiting"), ("open", "counter_busy")}


def contradictions(history: Iterable[Entry]) -> list[str]:
    """Return what is wrong with the history, in words; nothing when it is right."""
    answers = sorted(history, key=lambda entry: entry.asked)
    firsts: dict[str, Entry] = {}
    for answer in answers:
        firsts.setdefault(answer.request, answer)
    entries = list(firsts.values())
    placed = [entry for entry in entries if isinstance(entry.answer.get("seq"), int)]
    return [
        *_unexpected(entries),
        *_answered_twice(answers),
        *_given_twice(placed, "take_ticket", "issued"),
        *_given_twice(placed, "call_next", "called"),
        *_called_without_issue(placed),
        *_never_called(placed),
        *_numbers_amiss(placed),
        *_same_place(placed),
        *_places_of_nobody(placed),
        *_against_time(placed),
        *_not_one_at_a_time(placed),
        *_passed_over(placed),
        *at_counters(entries),
    ]


def _tickets(entries: list[Entry], event: str) -> dict[str, list[Entry]]:
    found = defaultdict(list)
    for entry in entries:
        if entry.event == event and "ticket" in entry.answer:
            found[entry.answer["ticket"]].append(entry)
    return found


def _unexpected(entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        refused = entry.answer.get("refused")
        if refused is not None and (entry.event, refused) not in FINE_REFUSALS:
            yield f"{entry.client} was refused {entry.event}: {refused}"
        needs = {"seq", "ticket"} if entry.event in ("take_ticket", "call_next") else {"seq"}
        if refused is None and needs - entry.answer.keys():
            yield f"{entry.client} was answered {entry.event} with {entry.answer}"
        if entry.answered < entry.asked:
            yield f"{entry.client} was answered {entry.event} before asking"


def _answered_twice(entries: list[Entry]) -> Iterator[str]:
    """However often a request is sent, it has one answer."""
    answers = defaultdict(list)
    for entry in entries:
        if entry.answer not in answers[entry.request]:
            answers[entry.request].append(entry.answer)
    for request, different in answers.items():
        if len(different) > 1:
            yield f"{request} was answered {' and '.join(map(str, different))}"


def _given_twice(entries: list[Entry], event: str, what: str) -> Iterator[str]:
    for ticket, given in _tickets(entries, event).items():
        if len({entry.request for entry in given}) > 1:
            yield f"{ticket} was {what} to {' and '.join(each.client for each in given)}"


def _called_without_issue(entries: list[Entry]) -> Iterator[str]:
    issued = _tickets(entries, "take_ticket")
    for ticket, calls in _tickets(entries, "call_next").items():
        if ticket not in issued:
            yield f"{ticket} was called, and nobody took it"
        elif calls[0].answered < issued[ticket][0].asked:
            yield f"{ticket} was called before it was asked for"
        elif calls[0].answer["seq"] < issued[ticket][0].answer["seq"]:
            yield f"{ticket} has a place as called before that as issued"


def _never_called(entries: list[Entry]) -> Iterator[str]:
    called = _tickets(entries, "call_next")
    for ticket in _tickets(entries, "take_ticket"):
        if ticket not in called:
            yield f"{ticket} was never called"


def _numbers_amiss(entries: list[Entry]) -> Iterator[str]:
    """The numbers of a letter are 1, 2, 3… in the order of their places: a hole is a ticket
    that somebody has and nobody was given.
    """
    rows = defaultdict(dict)
    for ticket, [issued, *_] in _tickets(entries, "take_ticket").items():
        letters, number = re.fullmatch(r"(\D*)(\d+)", ticket).groups()
        rows[letters][issued.answer["seq"]] = int(number)
    for letters, by_place in sorted(rows.items()):
        numbers = [number for _, number in sorted(by_place.items())]
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"the numbers of {letters} are no row: {numbers}"


def _same_place(entries: list[Entry]) -> Iterator[str]:
    places = defaultdict(set)
    for entry in entries:
        places[entry.answer["seq"]].add(entry.request)
    for seq, requests in sorted(places.items()):
        if len(requests) > 1:
            yield f"{len(requests)} requests have the place {seq}"


def _against_time(entries: list[Entry]) -> Iterator[str]:
    """What was answered before something else was asked for has the earlier place."""
    done = sorted(entries, key=lambda entry: entry.answered)
    latest, answered = 0, iter(done)
    following = next(answered, None)
    for entry in entries:
        while following is not None and following.answered < entry.asked:
            latest = max(latest, following.answer["seq"])
            following = next(answered, None)
        if entry.answer["seq"] < latest:
            yield f"{entry.client} asked after place {latest} and got {entry.answer['seq']}"


def _not_one_at_a_time(entries: list[Entry]) -> Iterator[str]:
    """An agent has one visitor at a time: who was called is let go before the next."""
    has: dict[str, str] = {}
    for entry in sorted(entries, key=lambda each: each.answer["seq"]):
        match entry.event:
            case "call_next" if has.get(entry.client):
                given, had = entry.answer.get("ticket"), has[entry.client]
                yield f"{entry.client} was given {given} beside {had}"
            case "call_next":
                has[entry.client] = entry.answer.get("ticket", "a ticket without a number")
            case "no_show" if not has.pop(entry.client, None):
                yield f"{entry.client} let somebody go who was not there"


def _passed_over(entries: list[Entry]) -> Iterator[str]:
    """Who came later is not called before: among those of one service and one class.

    Came later: asked for the ticket when the other one had been answered. Tickets of other
    services may go first, when they are promised less waiting.
    """
    issued = {ticket: taken[0] for ticket, taken in _tickets(entries, "take_ticket").items()}
    rows: dict[object, list[tuple[int, str]]] = defaultdict(list)
    for ticket, calls in _tickets(entries, "call_next").items():
        if ticket in issued:
            rows[_kind(issued[ticket], ticket)].append((calls[0].answer["seq"], ticket))
    for row in rows.values():
        called = [ticket for _, ticket in sorted(row)]
        for place, ticket in enumerate(called):
            for later in called[place + 1 :]:
                if issued[later].answered < issued[ticket].asked:
                    yield f"{ticket} was called before {later}, which had come before it"


def _kind(issued: Entry, ticket: str) -> tuple[object, ...]:
    """Return what has one row: a service and a class, or a letter where they are not known."""
    letter = ticket.rstrip("0123456789")
    return letter, issued.data.get("service"), issued.data.get("priority", "normal")


def _places_of_nobody(entries: list[Entry]) -> Iterator[str]:
    """Each fact is somebody's answer: a hole is one that nobody asked for, or was told of."""
    places = {entry.answer["seq"] for entry in entries}
    holes = sorted(set(range(1, max(places, default=0) + 1)) - places)
    if holes:
        yield f"places that are nobody's answer: {holes[:9]}"
