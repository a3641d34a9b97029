"""Faults that are put into right histories are found, whatever the history."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.journeys.history.checker import contradictions
from tests.journeys.history.entry import Entry

History = list[Entry]


GIVES = {"amina": ["x", "y"], "brahim": ["x"], "karim": ["y"]}
WANTS = {"amina": (1, 2), "brahim": (1, 2), "karim": (2, 3)}


class Queue:
    """One queue, whose moments are written down: an entry for each answer."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.history, self.moment, self.seq = chance, History(), 0, 0
        self.free = dict.fromkeys(("kiosk0", "kiosk1", *GIVES), 0.0)
        self.waiting: list[tuple[str, str]] = []
        self.seats: dict[str, int] = {}
        self.has: set[str] = set()
        self.number = 0
        self.tell("samir", "open", {}, {"counter": 9})

    def tell(self, client: str, event: str, answer: dict, data: dict | None = None) -> None:
        """Write down an answer: asked a little before, answered a little after its moment."""
        self.moment += 1
        if "refused" not in answer:
            self.seq += 1
            answer = {"seq": self.seq, **answer}
        asked = max(self.free.get(client, 0.0), self.moment - self.chance.uniform(0, 4))
        self.free[client] = self.moment + self.chance.uniform(0, 0.9)
        name, end = f"request-{self.moment}", self.free[client]
        self.history.append(Entry(client, name, event, asked, end, answer, 1, data or {}))

    def take(self, kiosk: str) -> None:
        self.number += 1
        ticket, service = f"A{self.number:03}", self.chance.choice("xy")
        self.waiting.append((ticket, service))
        self.tell(kiosk, "take_ticket", {"ticket": ticket}, {"service": service})

    def act(self, agent: str) -> None:
        if agent not in self.seats:
            self.sit_down(agent)
        elif agent in self.has:
            self.has.remove(agent)
            self.tell(agent, "no_show", {})
        elif self.chance.random() < 0.1:
            del self.seats[agent]
            self.tell(agent, "close", {})
        else:
            self.call(agent)

    def sit_down(self, agent: str) -> None:
        counter = self.chance.choice(WANTS[agent])
        data = {"counter": counter, "services": GIVES[agent]}
        if counter in self.seats.values():
            self.tell(agent, "open", {"refused": "counter_busy"}, data)
        else:
            self.seats[agent] = counter
            self.tell(agent, "open", {}, data)

    def call(self, agent: str) -> None:
        mine = [each for each in self.waiting if each[1] in GIVES[agent]]
        if not mine:
            self.tell(agent, "call_next", {"refused": "nobody_waiting"})
            return
        self.waiting.remove(mine[0])
        self.has.add(agent)
        self.tell(agent, "call_next", {"ticket": mine[0][0]})


def a_history(chance: random.Random, tickets: int = 30) -> History:
    """Return what kiosks and agents were answered by one queue, all at once."""
    queue = Queue(chance)
    while queue.number < tickets or queue.waiting or queue.has:
        kiosks = ["kiosk0", "kiosk1"] if queue.number < tickets else []
        client = chance.choice([*kiosks, *GIVES])
        (queue.take if "kiosk" in client else queue.act)(client)
    return queue.history


def last(history: History) -> int:
    return max(entry.answer.get("seq", 0) for entry in history)


def one(chance: random.Random, history: History, event: str) -> int:
    granted = (at for at, each in enumerate(history) if each.event == event and not each.is_refused)
    return chance.choice([at for at in granted if history[at].client != "samir"])


def a_call_is_lost(chance: random.Random, history: History) -> None:
    del history[one(chance, history, "call_next")]


def a_ticket_is_issued_to_nobody(chance: random.Random, history: History) -> None:
    del history[one(chance, history, "take_ticket")]


def a_ticket_is_called_twice(chance: random.Random, history: History) -> None:
    first, second = (history[one(chance, history, "call_next")] for _ in range(2))
    other = replace(first, request="another", answer={**first.answer, "seq": last(history) + 1})
    history.append(replace(other, client=second.client, asked=9_999, answered=10_001))


def two_get_the_same_number(chance: random.Random, history: History) -> None:
    first, second = 0, 0
    while first == second:
        first, second = (one(chance, history, "take_ticket") for _ in range(2))
    same = {**history[second].answer, "ticket": history[first].answer["ticket"]}
    history[second] = replace(history[second], answer=same)


def one_request_has_two_answers(chance: random.Random, history: History) -> None:
    entry = history[one(chance, history, "take_ticket")]
    history.append(replace(entry, answer={**entry.answer, "ticket": "A900"}))


def a_place_is_given_twice(chance: random.Random, history: History) -> None:
    at = one(chance, history, "no_show")
    taken = history[one(chance, history, "take_ticket")].answer["seq"]
    history[at] = replace(history[at], answer={"seq": taken})


def nobody_is_said_to_wait(chance: random.Random, history: History) -> None:
    """Just before the last call is asked for, somebody certainly waits."""
    call = max(history, key=lambda entry: entry.asked * ("ticket" in entry.answer))
    taken = next(
        entry
        for entry in history
        if entry.event == "take_ticket" and entry.answer["ticket"] == call.answer["ticket"]
    )
    at = history.index(call)
    history[at] = replace(call, asked=max(call.asked, taken.answered + 1e-3))
    answer, before = {"refused": "nobody_waiting"}, history[at].asked - 1e-4
    history.append(Entry("samir", "r-samir", "call_next", before, before + 1e-5, answer))


def an_agent_gets_a_second_visitor(chance: random.Random, history: History) -> None:
    del history[one(chance, history, "no_show")]


def a_visitor_is_let_go_who_was_not_there(chance: random.Random, history: History) -> None:
    answer = {"seq": last(history) + 1}
    history.append(Entry("samir", "r-samir", "no_show", 9_999, 9_999.5, answer))


def an_answer_says_nothing(chance: random.Random, history: History) -> None:
    at = one(chance, history, "call_next")
    history[at] = replace(history[at], answer={})


def two_calls_change_places(chance: random.Random, history: History) -> None:
    calls = [at for at, entry in enumerate(history) if "ticket" in entry.answer]
    calls = [at for at in calls if history[at].event == "call_next"]
    first, other = calls[0], calls[-1]
    answers = history[first].answer, history[other].answer
    history[other] = replace(history[other], answer=answers[0])
    history[first] = replace(history[first], answer=answers[1])


def of_service(history: History, service: str) -> list[str]:
    taken = (each for each in history if each.data.get("service") == service)
    return [entry.answer["ticket"] for entry in taken]


def who_came_last_is_called_first(_chance: random.Random, history: History) -> None:
    """All of one service are called in reverse; each is called by who was to call another."""
    tickets = of_service(history, "x")
    turned = dict(zip(tickets, reversed(tickets), strict=True))
    for at, entry in enumerate(history):
        if entry.event == "call_next" and entry.answer.get("ticket") in turned:
            answer = {**entry.answer, "ticket": turned[entry.answer["ticket"]]}
            history[at] = replace(entry, answer=answer)


def a_no_show_is_refused_as_if_nobody_waited(chance: random.Random, history: History) -> None:
    at = one(chance, history, "no_show")
    history[at] = replace(history[at], answer={"refused": "nobody_waiting"})


def two_agents_open_one_counter(chance: random.Random, history: History) -> None:
    at = one(chance, history, "open")
    history[at] = replace(history[at], data={**history[at].data, "counter": 9})


def a_counter_is_refused_that_nobody_has(chance: random.Random, history: History) -> None:
    entry = history[one(chance, history, "open")]
    refused = {"refused": "counter_busy"}
    data = {**entry.data, "counter": 77}
    history.append(replace(entry, request="another", answer=refused, data=data))


def a_ticket_of_another_service_is_called(chance: random.Random, history: History) -> None:
    called = [each.answer.get("ticket") for each in history if each.client == "brahim"]
    ticket = chance.choice([each for each in called if each])
    for at, entry in enumerate(history):
        if entry.event == "take_ticket" and entry.answer["ticket"] == ticket:
            history[at] = replace(entry, data={"service": "y"})


def somebody_calls_without_a_counter(chance: random.Random, history: History) -> None:
    entry = history[one(chance, history, "call_next")]
    history.append(
        replace(entry, client="nobody", request="another", answer={"refused": "nobody_waiting"})
    )


def a_counter_is_left_twice(chance: random.Random, history: History) -> None:
    entry, seq = history[one(chance, history, "close")], last(history) + 1
    again = replace(entry, request="another", asked=entry.answered, answered=9_999.0)
    history[:] = [each for each in history if each.asked <= entry.asked or each == entry]
    history.append(replace(again, answer={"seq": seq}))


def something_happens_that_nobody_asked_for(chance: random.Random, history: History) -> None:
    place = history[one(chance, history, "call_next")].answer["seq"]
    for at, entry in enumerate(history):
        if entry.answer.get("seq", 0) >= place:
            later = {**entry.answer, "seq": entry.answer["seq"] + 1}
            history[at] = replace(entry, answer=later)


def a_repeated_request_is_answered_otherwise(chance: random.Random, history: History) -> None:
    entry = history[one(chance, history, "call_next")]
    history.append(replace(entry, asked=9_999, answered=10_000, answer={"seq": last(history) + 1}))


FAULTS = [
    a_call_is_lost,
    a_ticket_is_issued_to_nobody,
    a_ticket_is_called_twice,
    two_get_the_same_number,
    one_request_has_two_answers,
    a_place_is_given_twice,
    nobody_is_said_to_wait,
    an_agent_gets_a_second_visitor,
    a_visitor_is_let_go_who_was_not_there,
    an_answer_says_nothing,
    two_calls_change_places,
    who_came_last_is_called_first,
    a_no_show_is_refused_as_if_nobody_waited,
    two_agents_open_one_counter,
    a_counter_is_refused_that_nobody_has,
    a_ticket_of_another_service_is_called,
    somebody_calls_without_a_counter,
    a_counter_is_left_twice,
    something_happens_that_nobody_asked_for,
    a_repeated_request_is_answered_otherwise,
]


@pytest.mark.parametrize("seed", range(40))
def test_a_history_of_one_queue_is_right(seed: int) -> None:
    assert contradictions(a_history(random.Random(seed))) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
@pytest.mark.parametrize("seed", range(10))
def test_a_fault_is_found(seed: int, fault: Callable[[random.Random, History], None]) -> None:
    chance = random.Random(seed)
    history = a_history(chance)
    fault(chance, history)

    assert contradictions(history) != []
