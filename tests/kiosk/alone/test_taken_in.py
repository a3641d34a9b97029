"""What a kiosk issued alone, and then hands over to its hall."""

from dataclasses import replace
from datetime import timedelta

import pytest

from controller.hall import commands
from controller.hall.events import TicketIssued
from controller.identity import Device
from tests.kiosk.alone.apart import BIRTHS, NINE, TAXES, Apart
from wire.messages import HandOver, Reserve, SealedLine, TicketState


@pytest.fixture
def apart(tmp_path):
    return Apart(tmp_path).meet()


def test_what_it_issued_stands_in_line_where_its_visitor_came(apart):
    first = apart.controller.issues(apart.wish())
    own = apart.alone(BIRTHS, BIRTHS)
    apart.clocks.passes(60)
    last = apart.controller.issues(apart.wish())

    assert apart.hands_over() == dict.fromkeys(own, "")
    assert apart.controller.line(BIRTHS) == [first, *own, last]


def test_it_waits_since_its_visitor_took_it(apart):
    apart.alone(BIRTHS)
    apart.clocks.passes(900)
    apart.hands_over()
    ticket = apart.controller.tickets()["A501"]
    target = ticket.promised_at - ticket.issued_at

    assert ticket.issued_at == ticket.waits_from == NINE + timedelta(seconds=10)
    assert ticket.due_at == ticket.promised_at
    assert target > timedelta(0)


def test_handing_over_twice_does_nothing_twice(apart):
    apart.alone(BIRTHS, TAXES)
    handed = apart.kiosk.to_hand_over()
    once = apart.controller.takes_in(handed)
    seq = apart.controller.offer().seq
    apart.another_controller()

    assert apart.controller.takes_in(handed) == once
    assert apart.controller.offer().seq == seq
    assert [each.refused for each in once.answers] == ["", ""]


def test_a_ticket_of_which_the_kiosk_never_heard_is_cancelled(apart):
    wish = apart.wish()
    ghost = apart.controller.issues(wish)
    own = apart.kiosk.issue(wish).ticket
    apart.hands_over()
    tickets = apart.controller.tickets()

    assert (tickets[ghost].state, tickets[own].state) == ("cancelled", "waiting")
    assert apart.controller.line(BIRTHS) == [own]


def test_a_ticket_of_which_the_kiosk_never_heard_stays_called(apart):
    wish = apart.wish()
    ghost = apart.controller.issues(wish)
    apart.controller.does(commands.OpenCounter(1, "amina", frozenset({BIRTHS})))
    apart.controller.does(commands.CallNext("amina"))
    apart.kiosk.issue(wish)
    apart.hands_over()

    assert apart.controller.tickets()[ghost].state is TicketState.CALLED


def test_a_wish_that_arrives_after_its_ticket_gets_that_ticket(apart):
    wish = apart.wish()
    own = apart.kiosk.issue(wish).ticket
    apart.hands_over()

    assert apart.controller.issues(wish) == own
    assert list(apart.controller.tickets()) == [own]


def test_closed_services_refuse_nobody_who_has_the_paper(apart):
    apart.alone(BIRTHS)
    apart.controller.does(commands.PauseService(None, "prayer"))

    assert apart.hands_over() == {"A501": ""}


def test_a_day_that_is_over_refuses_and_is_asked_no_more(apart):
    apart.alone(BIRTHS)
    apart.controller.does(commands.CloseDay())

    assert apart.hands_over() == {"A501": "day_over"}
    assert apart.kiosk.to_hand_over() is None


def test_yesterdays_tickets_are_too_late(apart):
    apart.alone(BIRTHS)
    apart.clocks.passes(86_400)
    apart.meet()

    assert apart.hands_over() == {"A501": "too_late"}
    assert apart.kiosk.not_taken_in == ("A501",)


def test_the_number_of_another_kiosk_is_refused(apart):
    apart.alone(BIRTHS)
    stairs = Device("stairs", "kiosk")
    apart.controller.grants(Reserve("request-stairs"), stairs)
    forged = apart.controller.takes_in(apart.kiosk.to_hand_over(), stairs)

    assert [each.refused for each in forged.answers] == ["seal_broken"]
    assert apart.controller.tickets() == {}


def test_a_line_that_was_changed_is_refused_and_the_others_are_not(apart):
    apart.alone(BIRTHS, BIRTHS, BIRTHS)
    handed = apart.kiosk.to_hand_over()
    first, second, third = handed.lines
    changed = SealedLine(second.text.replace('"normal"', '"elderly"'), second.seal)
    said = apart.controller.takes_in(replace(handed, lines=(first, changed, third)))

    assert [each.refused for each in said.answers] == ["", "seal_broken", ""]


def test_a_line_that_was_taken_out_is_noticed(apart):
    apart.alone(BIRTHS, BIRTHS, BIRTHS)
    handed = apart.kiosk.to_hand_over()
    first, _, third = handed.lines
    said = apart.controller.takes_in(replace(handed, lines=(first, third)))

    assert [each.refused for each in said.answers] == ["", "seal_broken"]


@pytest.mark.parametrize("text", ["", "[]", "{}", "[" * 990, '{"request": 1}'])
def test_junk_is_a_broken_seal(apart, text):
    handed = HandOver(NINE.date(), "", (SealedLine(text, "0" * 64),))

    assert [each.refused for each in apart.controller.takes_in(handed).answers] == ["seal_broken"]


def test_the_journal_tells_when_it_was_issued_and_when_taken_in(apart):
    apart.alone(BIRTHS)
    apart.clocks.passes(600)
    apart.hands_over()
    [issued] = [
        entry.fact.event
        for entry in apart.journal.entries[NINE.date()]
        if isinstance(entry.fact.event, TicketIssued)
    ]

    assert issued.alone_at == issued.issued_at == NINE + timedelta(seconds=10)
    assert issued.at == NINE + timedelta(seconds=610)
