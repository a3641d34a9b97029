"""Faults that are put into right histories are found, whatever the history."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.journeys.history.checker import contradictions
from tests.journeys.history.entry import Entry

History = list[Entry]


def a_history(chance: random.Random, tickets: int = 30) -> History:
    """Return what kiosks and agents were answered by one queue, all at once.

    Each thing happens at its place's moment; it was asked a little before, and answered a
    little after, so that many overlap. Nobody asks anew before the last answer.
    """
    waiting, has, number, history = [], {}, 0, []
    free = dict.fromkeys(("kiosk0", "kiosk1", "amina", "brahim", "karim"), 0.0)
    place = 0
    while number < tickets or waiting or has:
        place += 1
        client = chance.choice([each for each in free if number < tickets or "kiosk" not in each])
        event, answer = "take_ticket", {"seq": place}
        if "kiosk" in client:
            number += 1
            answer["ticket"] = f"A{number:03}"
            waiting.append(answer["ticket"])
        elif client in has:
            event = "no_show"
            del has[client]
        elif waiting:
            event, answer["ticket"] = "call_next", waiting.pop(0)
            has[client] = answer["ticket"]
        else:
            place -= 1
            continue
        asked = max(free[client], place - chance.uniform(0, 4))
        free[client] = place + chance.uniform(0, 0.9)
        history.append(Entry(client, f"request-{place}", event, asked, free[client], answer))
    return history


def one(chance: random.Random, history: History, event: str) -> int:
    return chance.choice([at for at, entry in enumerate(history) if entry.event == event])


def a_call_is_lost(chance: random.Random, history: History) -> None:
    del history[one(chance, history, "call_next")]


def a_ticket_is_issued_to_nobody(chance: random.Random, history: History) -> None:
    del history[one(chance, history, "take_ticket")]


def a_ticket_is_called_twice(chance: random.Random, history: History) -> None:
    first, second = (history[one(chance, history, "call_next")] for _ in range(2))
    other = replace(first, request="another", answer={**first.answer, "seq": 10_000})
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
    waits = max(history, key=lambda entry: entry.event == "take_ticket" and entry.answered)
    answer, at = {"refused": "nobody_waiting"}, waits.answered + 1e-6
    history.append(Entry("samir", "r-samir", "call_next", at, at + 1e-6, answer))


def an_agent_gets_a_second_visitor(chance: random.Random, history: History) -> None:
    del history[one(chance, history, "no_show")]


def a_visitor_is_let_go_who_was_not_there(chance: random.Random, history: History) -> None:
    history.append(Entry("samir", "r-samir", "no_show", 9_999, 9_999.5, {"seq": 10_000}))


def an_answer_says_nothing(chance: random.Random, history: History) -> None:
    at = one(chance, history, "call_next")
    history[at] = replace(history[at], answer={})


def two_calls_change_places(chance: random.Random, history: History) -> None:
    calls = [at for at, entry in enumerate(history) if entry.event == "call_next"]
    first, last = calls[0], calls[-1]
    answers = history[first].answer, history[last].answer
    history[last] = replace(history[last], answer=answers[0])
    history[first] = replace(history[first], answer=answers[1])


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
