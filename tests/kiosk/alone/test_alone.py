"""A kiosk that issues by itself, and hands over what it issued."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from controller.hall import commands
from controller.hall.events import TicketIssued
from controller.identity import Device
from tests.kiosk.alone.apart import BIRTHS, CODES, DEATHS, NINE, TAXES, ZONE, Apart
from wire.messages import HandOver, SealedLine, TicketState

TODAY = "2026-11-23"


@pytest.fixture
def apart(tmp_path):
    return Apart(tmp_path).meet()


def test_a_kiosk_without_numbers_offers_nothing(tmp_path):
    apart = Apart(tmp_path)
    apart.kiosk.heard(apart.controller.offer())

    assert apart.kiosk.offer() is None
    assert apart.kiosk.issue(apart.wish()) is None


def test_a_ticket_of_its_own_bears_the_next_number_of_its_block(apart):
    wish = apart.wish(then=(TAXES,), quantity=2, sheets=3, priority="elderly")
    apart.clocks.passes(60)
    slip = apart.kiosk.issue(wish)

    assert (slip.ticket, slip.is_alone, slip.wait) == ("A501", True, None)
    assert (slip.service, slip.then, slip.quantity, slip.sheets) == (BIRTHS, (TAXES,), 2, 3)
    assert (slip.priority, slip.language) == ("elderly", "fr")
    assert slip.issued_at == NINE + timedelta(seconds=60)
    assert slip.url.startswith("HTTP://HALL/T/A501")
    assert apart.alone(BIRTHS, DEATHS) == ["A502", "A503"]


def test_the_same_wish_gets_the_same_ticket(apart):
    wish = apart.wish()

    assert apart.kiosk.issue(wish) == apart.kiosk.issue(wish)


def test_the_address_on_its_ticket_is_that_of_the_hall(apart):
    slip = apart.kiosk.issue(apart.wish())
    apart.hands_over()

    assert slip.url == CODES.url("A501", NINE.astimezone(ZONE).date())


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
    assert apart.controller.refused == [("entrance", "A501")]


def test_a_new_day_has_new_numbers(apart):
    apart.alone(BIRTHS)
    apart.clocks.passes(86_400)

    assert apart.kiosk.offer() is None
    assert apart.meet().alone(BIRTHS) == ["A501"]
    assert apart.hands_over() == {"A501": ""}


def test_the_number_of_another_kiosk_is_refused(apart):
    apart.alone(BIRTHS)
    stairs = Device("stairs", "kiosk")
    apart.controller.grants("request-stairs", stairs)
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


@pytest.mark.parametrize("text", ["", "[]", "{}", "\x00", "[" * 1500, '{"request": 1}'])
def test_junk_is_a_broken_seal(apart, text):
    handed = HandOver(NINE.date(), "", (SealedLine(text, "0" * 64),))

    assert [each.refused for each in apart.controller.takes_in(handed).answers] == ["seal_broken"]


def test_a_killed_kiosk_goes_on_behind_its_last_number(apart):
    assert apart.alone(BIRTHS, BIRTHS) == ["A501", "A502"]
    apart.restart()

    assert apart.alone(BIRTHS) == ["A503"]
    assert apart.hands_over() == {"A501": "", "A502": "", "A503": ""}
    assert apart.controller.line(BIRTHS) == ["A501", "A502", "A503"]


def test_a_torn_line_was_shown_to_nobody_and_its_number_is_free(apart):
    apart.alone(BIRTHS)
    path = apart.folder / f"{TODAY}.tickets"
    whole = path.read_bytes()
    apart.alone(BIRTHS)
    path.write_bytes(path.read_bytes()[:-20])
    apart.restart()

    assert path.read_bytes() == whole
    assert apart.alone(BIRTHS) == ["A502"]
    assert apart.hands_over() == {"A501": "", "A502": ""}


def test_a_line_that_was_changed_on_the_disk_is_told(apart):
    apart.alone(BIRTHS, BIRTHS)
    path = apart.folder / f"{TODAY}.tickets"
    path.write_text(path.read_text().replace('"fr"', '"ar"', 1))
    apart.restart()

    assert apart.hands_over() == {"A501": "seal_broken", "A502": ""}
    assert (apart.folder / f"{TODAY}.answers").read_text() == "A501 seal_broken\nA502 taken_in\n"


def test_a_clock_that_was_set_back_changes_no_order(apart):
    apart.alone(BIRTHS)
    apart.clocks.wrong_by = timedelta(hours=-3)
    apart.restart()
    apart.alone(BIRTHS)
    apart.clocks.wrong_by = timedelta(hours=2)
    apart.restart()
    apart.alone(BIRTHS)
    apart.clocks.passes(60)
    apart.hands_over()
    tickets = apart.controller.tickets()

    assert apart.controller.line(BIRTHS) == ["A501", "A502", "A503"]
    assert all(NINE <= each.issued_at <= apart.clocks.at for each in tickets.values())


def test_a_disk_that_is_full_gives_no_ticket_and_loses_none(apart, monkeypatch):
    apart.alone(BIRTHS)

    def full(_descriptor):
        raise OSError("no space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("kiosk.alone.journal.os.fsync", full)
        assert apart.kiosk.issue(apart.wish()) is None
    assert apart.alone(BIRTHS) == ["A502"]
    apart.restart()
    assert apart.hands_over() == {"A501": "", "A502": ""}


def test_numbers_that_were_given_are_asked_for_no_more_until_few_are_left(apart):
    assert not apart.kiosk.wants_numbers
    apart.alone(*[BIRTHS] * 50)
    assert not apart.kiosk.wants_numbers
    apart.alone(BIRTHS)
    assert apart.kiosk.wants_numbers
    apart.hands_over()
    apart.meet()
    assert apart.alone(*[BIRTHS] * 60)[-1] == "A611"
    assert set(apart.hands_over().values()) == {""}


def test_without_numbers_left_nothing_is_offered(apart):
    apart.alone(*[BIRTHS] * 100)
    offered = {each.service: each.is_open for each in apart.kiosk.offer().services}

    assert apart.kiosk.issue(apart.wish()) is None
    assert (offered[BIRTHS], offered[TAXES]) == (False, True)


def test_what_is_offered_alone_tells_of_no_wait_and_takes_no_appointments(apart):
    offer = apart.kiosk.offer()

    assert {each.wait for each in offer.services} == {None}
    assert not offer.takes_appointments


def test_nothing_is_issued_after_the_closing_that_was_heard(apart):
    closing = replace(apart.controller.offer(), closes_at=NINE + timedelta(minutes=1))
    apart.kiosk.heard(closing)
    assert apart.kiosk.issue(apart.wish()) is not None
    apart.clocks.passes(60)

    assert apart.kiosk.issue(apart.wish()) is None
    assert {each.closed_because for each in apart.kiosk.offer().services} == {"service_closed"}


def test_what_was_closed_when_the_hall_was_heard_last_stays_closed(apart):
    apart.controller.does(commands.PauseService(TAXES, "prayer"))
    apart.kiosk.heard(apart.controller.offer())

    assert apart.kiosk.issue(apart.wish(TAXES)) is None
    assert apart.kiosk.issue(apart.wish(BIRTHS, then=(TAXES,))) is None
    assert apart.kiosk.issue(apart.wish(BIRTHS)).ticket == "A501"


def test_a_journal_that_cannot_be_read_issues_nothing(apart):
    apart.alone(BIRTHS)
    path = apart.folder / f"{TODAY}.tickets"
    path.unlink()
    path.mkdir()
    apart.restart()

    assert apart.kiosk.offer() is None
    assert not apart.kiosk.wants_numbers


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


def test_each_line_of_the_disk_is_json_with_its_seal(apart):
    apart.alone(BIRTHS)
    [line] = (apart.folder / f"{TODAY}.tickets").read_text().splitlines()
    seal, _, text = line.partition(" ")

    assert len(seal) == 64
    assert json.loads(text)["serial"] == 501
