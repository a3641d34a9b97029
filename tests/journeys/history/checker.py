"""Judges a history by its requests and answers alone: it knows no hall, no journal, no rules.

Kiosks take tickets, agents call them and let each go; in the end everybody has been called.
Whatever no single queue could have answered, one thing after the other, is a contradiction.
(The idea of Knossos and of Jepsen's checkers: a concurrent history is right when some order of
its operations, each at a moment between its request and its answer, is right.)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tests.journeys.history.entry import Entry

FINE_REFUSALS = {"nobody_waiting"}


def contradictions(history: Iterable[Entry]) -> list[str]:
    """Return what is wrong with the history, in words; nothing when it is right."""
    entries = sorted(history, key=lambda entry: entry.asked)
    return [
        *_unexpected(entries),
        *_given_twice(entries, "take_ticket", "issued"),
        *_given_twice(entries, "call_next", "called"),
        *_called_without_issue(entries),
        *_never_called(entries),
        *_same_place(entries),
        *_against_time(entries),
        *_overlooked(entries),
    ]


def _tickets(entries: list[Entry], event: str) -> dict[str, list[Entry]]:
    found = defaultdict(list)
    for entry in entries:
        if entry.event == event and "ticket" in entry.answer:
            found[entry.answer["ticket"]].append(entry)
    return found


def _unexpected(entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        if entry.is_refused and entry.answer["refused"] not in FINE_REFUSALS:
            yield f"{entry.client} was refused {entry.event}: {entry.answer['refused']}"


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


def _never_called(entries: list[Entry]) -> Iterator[str]:
    called = _tickets(entries, "call_next")
    for ticket in _tickets(entries, "take_ticket"):
        if ticket not in called:
            yield f"{ticket} was never called"


def _same_place(entries: list[Entry]) -> Iterator[str]:
    places = defaultdict(set)
    for entry in entries:
        if not entry.is_refused:
            places[entry.answer["seq"]].add(entry.request)
    for seq, requests in sorted(places.items()):
        if len(requests) > 1:
            yield f"{len(requests)} requests have the place {seq}"


def _against_time(entries: list[Entry]) -> Iterator[str]:
    """What was answered before something else was asked for has the earlier place."""
    done = sorted((each for each in entries if not each.is_refused), key=lambda e: e.answered)
    latest, answered = 0, iter(done)
    following = next(answered, None)
    for entry in (each for each in entries if not each.is_refused):
        while following is not None and following.answered < entry.asked:
            latest = max(latest, following.answer["seq"])
            following = next(answered, None)
        if entry.answer["seq"] < latest:
            yield f"{entry.client} asked after place {latest} and got {entry.answer['seq']}"


def _overlooked(entries: list[Entry]) -> Iterator[str]:
    """Nobody is told that nobody waits while somebody certainly does."""
    called = {ticket: calls[0] for ticket, calls in _tickets(entries, "call_next").items()}
    for entry in entries:
        if entry.answer.get("refused") != "nobody_waiting":
            continue
        for ticket, [issued, *_] in _tickets(entries, "take_ticket").items():
            call = called.get(ticket)
            has_waited = issued.answered < entry.asked
            if has_waited and (call is None or call.asked > entry.answered):
                yield f"{entry.client} was told that nobody waits while {ticket} did"
