"""Whether agents and counters of a history fit together: one agent at each, its services alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf

from tests.journeys.history.entry import Entry


@dataclass(slots=True)
class Sitting:
    """An agent at a counter, from the request to open it to the answer that it is closed."""

    agent: str
    opened: Entry
    closed: Entry | None = None
    calls: list[Entry] = field(default_factory=list)
    """Each `call_next`, whatever was answered."""

    @property
    def counter(self) -> object:
        return self.opened.data.get("counter")

    def gives(self, service: object) -> bool:
        """Whether the counter was opened for the service: for all, where none is named."""
        services = self.opened.data.get("services")
        return not services or service in services

    def may_last_at(self, entry: Entry) -> bool:
        """Whether it can have been there at a moment between this request and its answer."""
        end = inf if self.closed is None else self.closed.answered
        return self.opened.asked < entry.answered and entry.asked < end


def at_counters(entries: list[Entry]) -> list[str]:
    """Return what is wrong, in words; the entries are in the order in which they were asked."""
    wrong: list[str] = []
    sittings = list(_sittings(entries, wrong))
    issued = {
        entry.answer["ticket"]: entry
        for entry in entries
        if entry.event == "take_ticket" and "ticket" in entry.answer
    }
    return [
        *wrong,
        *_two_at_one(sittings),
        *_taken_by_nobody(entries, sittings),
        *_not_its_service(sittings, issued),
        *_overlooked(entries, sittings, issued),
    ]


def _sittings(entries: list[Entry], wrong: list[str]) -> Iterator[Sitting]:
    """Give each sitting; a client asks one thing after the other, so its own order is known."""
    sits: dict[str, Sitting] = {}
    for entry in entries:
        sitting = sits.get(entry.client)
        match entry.event:
            case "open" if "seq" in entry.answer:
                if sitting is not None:
                    wrong.append(f"{entry.client} opened a counter and had one already")
                sits[entry.client] = Sitting(entry.client, entry)
                yield sits[entry.client]
            case "close" | "call_next" if sitting is None:
                wrong.append(f"{entry.client} was answered {entry.event} and had no counter")
            case "close" if sitting is not None and "seq" in entry.answer:
                sits.pop(entry.client).closed = entry
            case "call_next" if sitting is not None:
                sitting.calls.append(entry)


def _two_at_one(sittings: list[Sitting]) -> Iterator[str]:
    """A counter is closed, by its place, before the next agent opens it."""
    last: dict[object, Sitting] = {}
    for sitting in sorted(sittings, key=lambda each: each.opened.answer["seq"]):
        before = last.get(sitting.counter)
        if before is not None and (
            before.closed is None or before.closed.answer["seq"] > sitting.opened.answer["seq"]
        ):
            yield f"{sitting.agent} opened counter {sitting.counter}, which {before.agent} had"
        last[sitting.counter] = sitting


def _taken_by_nobody(entries: list[Entry], sittings: list[Sitting]) -> Iterator[str]:
    for entry in entries:
        if (entry.event, entry.answer.get("refused")) != ("open", "counter_busy"):
            continue
        wanted = entry.data.get("counter")
        if not any(each.counter == wanted and each.may_last_at(entry) for each in sittings):
            yield f"{entry.client} was told that counter {wanted} is taken, and nobody had it"


def _not_its_service(sittings: list[Sitting], issued: dict[str, Entry]) -> Iterator[str]:
    for sitting in sittings:
        for ticket in (call.answer.get("ticket") for call in sitting.calls):
            service = issued[ticket].data.get("service") if ticket in issued else None
            if service is not None and not sitting.gives(service):
                yield f"{ticket} wants {service}, which {sitting.agent} does not give"


def _overlooked(
    entries: list[Entry], sittings: list[Sitting], issued: dict[str, Entry]
) -> Iterator[str]:
    """Nobody is told that nobody waits while somebody certainly does, for what they give."""
    called = {
        entry.answer["ticket"]: entry
        for entry in reversed(entries)
        if entry.event == "call_next" and "ticket" in entry.answer
    }
    told = (
        (sitting, call)
        for sitting in sittings
        for call in sitting.calls
        if call.answer.get("refused") == "nobody_waiting"
    )
    for sitting, told_so in told:
        for ticket, taken in issued.items():
            call = called.get(ticket)
            has_waited = taken.answered < told_so.asked
            is_waiting = has_waited and (call is None or call.asked > told_so.answered)
            if is_waiting and sitting.gives(taken.data.get("service")):
                yield f"{told_so.client} was told that nobody waits while {ticket} did"
