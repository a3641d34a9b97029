"""Everybody may read in which order the hall called, and why, and no name of anybody."""

import re
from datetime import timedelta
from html import unescape

import pytest

from controller.hall.commands import (
    CallNext,
    CallTicket,
    CloseDay,
    FinishService,
    IssueTicket,
    OpenCounter,
    Redirect,
    ReopenDay,
    Reprioritise,
    ServeWalkIn,
    StartService,
)
from controller.hall.rules import Rules
from controller.hall.skills import Skills
from controller.rulebook import Rulebook
from tests.controller.web.browsing import browser

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def read(house, address="/order", language="en") -> str:
    """Return the words of the page, one after the other."""
    answer = browser(house, language=language).get(address)
    assert answer.status_code == 200
    text = re.sub(r"<[^>]+>", " ", answer.text.split("<body")[1])
    return " ".join(unescape(text).translate(ISOLATES).split())


def rows(house, address="/order") -> list[str]:
    page = browser(house, language="en").get(address).text
    items = re.findall(
        r"<li class=\"(?:is-out)?\">\s*<p class=\"called\">.*?</li>", page, re.DOTALL
    )
    plain = (unescape(re.sub(r"<[^>]+>", " ", item)).translate(ISOLATES) for item in items)
    return [" ".join(each.split()) for each in plain]


@pytest.fixture
def morning(house, clock):
    """Two wait; the second is called out of turn, then the first, then one without a ticket."""

    def do(*commands):
        for command in commands:
            house.reception.execute(command)
            clock[0] += timedelta(minutes=1)

    do(
        OpenCounter(4, "amina"),
        IssueTicket("legalisation"),
        IssueTicket("legalisation", priority="disability"),
        CallTicket("amina", "B002", "she fainted twice"),
        StartService("amina"),
        FinishService("amina"),
        CallNext("amina"),
        StartService("amina"),
        FinishService("amina"),
        ServeWalkIn("amina", "legalisation", "fr"),
    )
    return do


def test_nobody_was_called_yet(house) -> None:
    text = read(house)

    assert "Nobody was called today yet" in text
    assert "Whoever is due first is called first." in text


def test_each_call_is_told_with_its_reason_the_latest_first(house, morning) -> None:
    assert rows(house) == [
        "09:09 B003 Counter 4 Signature legalisation Served without a ticket, and without waiting.",
        "09:06 B001 Counter 4 Signature legalisation Waited 5 minutes It was due first: at 09:11.",
        (
            "09:03 B002 Counter 4 Priority Signature legalisation Waited 1 minute "
            "Out of turn. The reason is in the hall’s report. "
            "It went before B001."
        ),
    ]
    assert "3 Calls today 1 Called out of turn" in read(house)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("my cousin", "A supervisor had put it first in line. The reason is in the hall’s report."),
        ("wrong_queue", "A supervisor had put it first in line: Waits in the wrong queue."),
    ],
)
def test_who_was_put_first_is_told_with_who_did_it_and_no_invented_time(
    house, morning, reason, told
) -> None:
    first, last = (
        Redirect(ticket, reason, "salma", place=place)
        for ticket, place in (("B005", "first"), ("B004", "last"))
    )
    morning(FinishService("amina"), *[IssueTicket("legalisation")] * 2, first, last)
    morning(CallNext("amina"), StartService("amina"), FinishService("amina"), CallNext("amina"))

    latest, before, *_ = rows(house)

    assert before.endswith(f"{told} It went before B004.")
    assert latest.endswith("It had been put last in line, and then its turn came.")
    assert "1 Called out of turn 1 Put first in line" in read(house)
    assert "cousin" not in read(house)


def test_who_is_first_since_the_day_was_opened_again_is_told_with_who_did_it(
    house, morning
) -> None:
    morning(CloseDay(), ReopenDay("wrong_queue", "salma"), OpenCounter(4, "amina"))
    morning(CallNext("amina"))

    assert "A supervisor had put it first in line: Waits in the wrong queue." in rows(house)[0]


def test_a_class_that_a_supervisor_gave_is_told(house, morning) -> None:
    given = Reprioritise("B004", "elderly", "not_said_at_kiosk", "salma")
    morning(FinishService("amina"), IssueTicket("legalisation"), given, CallNext("amina"))

    assert "A supervisor had given it another class: " in rows(house)[0]


@pytest.mark.parametrize("language", ["ar", "zgh", "fr", "en"])
def test_no_name_and_nothing_of_anybodys_health_is_told(house, morning, language) -> None:
    text = read(house, language=language).lower()

    assert [
        word for word in ("amina", "fainted", "disab", "إعاقة", "handicap") if word in text
    ] == []
    assert "B003".lower() in text


def test_a_reason_that_the_hall_proposes_is_told_in_the_readers_language(house, morning) -> None:
    morning(
        FinishService("amina"),
        IssueTicket("legalisation"),
        CallTicket("amina", "B004", "Inhumation qui ne peut attendre"),
    )

    assert "Out of turn: A burial that cannot wait." in rows(house)[0]


def test_where_two_languages_stand_for_a_third_each_has_the_reason_once(house, morning) -> None:
    morning(
        FinishService("amina"),
        IssueTicket("legalisation"),
        CallTicket("amina", "B004", "Inhumation qui ne peut attendre"),
    )

    text = read(house, language="zgh")
    assert text.count("Inhumation qui ne peut attendre") == 1
    assert text.count("دفن لا يحتمل الانتظار") == 1


def test_no_public_page_tells_an_agents_note(house, morning, clock) -> None:
    note = FinishService("amina", note="came with her sick child", quantity=7)
    morning(note)
    ticket = house.codes.url("B003", clock[0].date()).removeprefix("http://localhost")

    for address in ("/order", ticket):
        page = browser(house).get(address)
        assert (page.status_code, "sick child" in page.text) == (200, False)


def test_the_seal_of_the_journal_can_be_written_down(house, morning) -> None:
    assert house.journal.seal()[:8] in read(house)
    morning(FinishService("amina"))
    assert " ".join(re.findall(".{8}", house.journal.seal())) in read(house)


def test_a_long_day_is_paged_and_no_call_is_left_out(house, clock, morning) -> None:
    morning(FinishService("amina"))
    for _ in range(60):
        morning(ServeWalkIn("amina", "legalisation", "fr"), FinishService("amina"))

    latest, earlier = rows(house), rows(house, "/order/13")
    page, other = (browser(house).get(each).text for each in ("/order", "/order/13"))

    assert (len(latest), len(earlier)) == (50, 13)
    numbers = [row.split()[1] for row in latest + earlier]
    assert numbers == [f"B{n:03}" for n in range(63, 2, -1)] + ["B001", "B002"]
    assert ('href="/order/13"' in page, 'http-equiv="refresh"' in page) == (True, True)
    assert ('href="/order"' in other, 'http-equiv="refresh"' in other) == (True, False)


@pytest.mark.parametrize("address", ["/order/0", "/order/4", "/order/x", "/order/99999999999"])
def test_there_is_no_page_of_a_call_that_never_was(house, morning, address) -> None:
    assert browser(house).get(address).status_code == 404


def test_yesterdays_calls_are_not_todays(house, clock, morning) -> None:
    clock[0] += timedelta(days=1)

    assert "Nobody was called today yet" in read(house)


def test_the_page_needs_no_script_and_no_sign_in(house, morning) -> None:
    page = house.app.test_client().get("/order")

    assert (page.status_code, "<script" in page.text, "Set-Cookie" in page.headers) == (
        200,
        False,
        False,
    )


class TestOtherRules:
    @pytest.fixture(params=["strict", "interleave", "accumulate"])
    def rulebook(self, request):
        skills = {"amina": Skills(preferences={"legalisation": timedelta(minutes=5)})}
        return Rulebook(rules=Rules(policy=request.param, skills=skills))

    def test_the_hall_tells_which_order_it_keeps(self, house, rulebook) -> None:
        told = {
            "strict": "The highest class of priority is called first",
            "interleave": "The classes of priority take turns",
            "accumulate": "Whoever has the most points is called first.",
        }

        text = read(house)
        assert told[rulebook.rules.policy] in text
        assert "the services that its agent does best count as due a little sooner" in text
