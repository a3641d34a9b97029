from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from controller.hall import events
from nouba.play.act import Act
from nouba.play.outage import Outage
from nouba.play.story import longest_queue, read
from nouba.play.truth import contradictions
from nouba.play.witness import AgentWitness, Evidence

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def issued(ticket, minute=0):
    at = NOON + timedelta(minutes=minute)
    return events.TicketIssued(at, ticket, ticket[0], int(ticket[1:]), "birth", "ar", at, 0)


def called(ticket, counter=1, minute=10):
    return events.TicketCalled(NOON + timedelta(minutes=minute), ticket, counter, "amina")


def finished(ticket, counter=1):
    return events.ServiceFinished(NOON, ticket, counter)


MORNING = (issued("A001"), called("A001"), finished("A001"))


def amina(*tickets, **done):
    acts = Counter({Act[name.upper()]: times for name, times in done.items()})
    return AgentWitness("amina", 1, list(tickets), acts)


def evidence(agents, kiosk=("A001",), printed=1, spoken=("A001-counter-1",), kills=0, outages=()):
    return Evidence(tuple(agents), kiosk, printed, {"screen-1": spoken}, kills, outages)


NIGHT = Outage(NOON - timedelta(hours=12), NOON - timedelta(hours=11), 1.0, 2.0)
"""When nobody was called."""

TRUE = evidence([amina("A001", call_next=1, finish=1)])


def test_a_true_morning_has_no_contradictions():
    assert contradictions(read(MORNING), TRUE) == ()
    killed = evidence(TRUE.agents, kills=1, outages=(NIGHT,))
    assert contradictions(read(MORNING), killed) == ()


@pytest.mark.parametrize(
    ("facts", "seen", "lie"),
    [
        (MORNING[1:1], TRUE, "a visitor read A001 on the kiosk, and the journal does not know it"),
        (
            MORNING,
            evidence(TRUE.agents, kiosk=()),
            "A001 was issued, and no visitor saw it",
        ),
        (MORNING, evidence(TRUE.agents, kiosk=("A001",) * 2), "A001 was given to 2 visitors"),
        (MORNING, evidence(TRUE.agents, printed=0), "1 tickets were issued, and 0 printed"),
        (
            MORNING,
            evidence(TRUE.agents, spoken=()),
            "A001-counter-1 was called 1 times, and screen-1 spoke it 0 times",
        ),
        (MORNING[:1], TRUE, "A001 was issued, and never called"),
        (MORNING[:2], TRUE, "A001 ended 0 times"),
        (
            (*MORNING[:2], called("A001", counter=2), finished("A001")),
            TRUE,
            "A001 was called by a counter while another one had it",
        ),
        (
            MORNING,
            evidence([amina("A001", "A002", call_next=1, finish=1)]),
            "amina saw A001 A002 at counter 1, and the journal tells of A001",
        ),
        (
            MORNING,
            evidence([amina("A001", call_next=2, finish=1)]),
            "the agents did call_next 2 times, and the journal tells of 1",
        ),
        (
            MORNING,
            evidence(TRUE.agents, kills=2, outages=(NIGHT,)),
            "the controller was to be killed 2 times, and was 1 times",
        ),
    ],
)
def test_every_lie_is_told(facts, seen, lie):
    assert lie in contradictions(read(facts), seen)


def alone(ticket, minute, service="birth"):
    return replace(issued(ticket, minute), service=service, alone_at=issued(ticket, minute).at)


AFTER_A_KILL = (*MORNING, alone("A501", 20), called("A501"), finished("A501"))
"""The controller wrote A001 and was killed: its visitor got A501 from the kiosk instead."""

SEEN = evidence([amina("A001", "A501", call_next=2, finish=2)], kiosk=("A501",), spoken=())


def told_of_tickets(facts):
    return [lie for lie in contradictions(read(facts), SEEN) if "issued" in lie]


def test_the_ticket_whose_answer_was_lost_is_no_lie_where_the_kiosk_gave_another():
    assert told_of_tickets(AFTER_A_KILL) == []


@pytest.mark.parametrize(
    "instead",
    [issued("A501", 20), alone("A501", 20, "taxes"), alone("A501", -1)],
    ids=["of the hall", "for another service", "before"],
)
def test_no_other_ticket_stands_for_the_one_that_nobody_saw(instead):
    facts = (*MORNING, instead, called("A501", minute=30), finished("A501"))
    assert told_of_tickets(facts) == [
        "A001 was issued, and no visitor saw it",
        "2 tickets were issued, and 1 printed",
    ]


def test_one_ticket_of_a_kiosk_stands_for_one_that_nobody_saw():
    facts = (*AFTER_A_KILL, issued("A002"), called("A002"), finished("A002"))
    assert told_of_tickets(facts) == [
        "A002 was issued, and no visitor saw it",
        "2 tickets were issued, and 1 printed",
    ]


def test_a_ticket_that_the_kiosks_own_replaced_in_time_is_not_called():
    forgotten = events.TicketCancelled(NOON, "A001", events.ISSUED_ALONE)
    facts = (issued("A001"), alone("A501", 20), forgotten, called("A501"), finished("A501"))
    assert told_of_tickets(facts) == []
    assert longest_queue(facts) == 2


def test_waits_are_from_issue_to_the_first_call():
    moved = events.TicketTransferred(NOON, "A001", 1, "taxes")
    story = read((*MORNING[:2], moved, called("A001", counter=2, minute=90)))
    assert story.waits == [timedelta(minutes=10)]
    assert (story.called, story.called_twice, story.transfers) == (2, [], 1)


def test_the_longest_queue_counts_those_who_moved_on_again():
    moved = events.TicketTransferred(NOON, "A001", 1, "taxes")
    assert longest_queue((issued("A001"), called("A001"), issued("A002"), moved)) == 2
