"""Supervisors read the report of each day; nobody else does."""

import re
from datetime import timedelta
from html import unescape
from secrets import token_hex

import pytest
from sqlalchemy import update

from controller.hall.commands import (
    CallTicket,
    ChangeServices,
    CloseDay,
    FinishService,
    IssueTicket,
    OpenCounter,
    PauseService,
    RateVisit,
    StartService,
)
from controller.hall.rules import Rules
from controller.rulebook import Rulebook
from controller.store.engine import open_engine
from controller.store.tables import journal
from tests.controller.web.browsing import browser

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
ADDRESS = "/reports/2026-03-02"


def words(page) -> str:
    text = re.sub(r"<[^>]+>", " ", page.text.split("<body")[1])
    return " ".join(unescape(text).translate(ISOLATES).split())


@pytest.fixture
def rulebook():
    return Rulebook(Rules(outcomes=("incomplete_file",)))


def asked_by(command) -> str:
    """Return a request's key as the doors give it."""
    match command:
        case IssueTicket():
            who = "k:borne-1"
        case PauseService() | ChangeServices():
            who = "s:salma"
        case _:
            who = "a:amina"
    return f"{who}:{token_hex(8)}"


@pytest.fixture
def day(house, clock):
    for command in (
        OpenCounter(4, "amina"),
        IssueTicket("legalisation"),
        IssueTicket("legalisation", priority="elderly"),
        CallTicket("amina", "B002", "she is unwell <b>"),
        StartService("amina"),
        FinishService("amina", "incomplete_file", "came without <i>photo", 2),
        RateVisit("B002", 4, "wait"),
        PauseService("tnb", "Panne informatique"),
        ChangeServices(4, frozenset({"legalisation", "tnb"})),
    ):
        house.reception.execute(command, asked_by(command))
        clock[0] += timedelta(minutes=1)
    return house


def test_a_supervisor_reads_the_day_so_far(day) -> None:
    page = browser(day, "salma").get(ADDRESS)

    text = words(page)
    assert page.status_code == 200
    for told in (
        "Report of the day 2 March 2026 So far: the day is not closed",
        "Signature legalisation 2 1 0 0 1 1 100 %",
        "Elderly person 1 50 %",
        "Out of turn 1",
        (
            "How services ended Service Outcome Times Quantity Median service time "
            "Signature legalisation Incomplete file 1 2 1"
        ),
        (
            "What visitors said Service Services given Answers Answered Mean, of 5 Very good Good "
            "Fair Bad Very bad Signature legalisation 1 1 100 % 4.0 0 1 0 0 0"
        ),
        "It is about The waiting time 1 One answer for each service",
        "09:03 B002 Amina at counter 4 she is unwell <b> 1 B001",
        "09:05 B002 Amina at counter 4 Signature legalisation came without <i>photo",
        (
            "09:07 Salma, a supervisor No more tickets for Tax on undeveloped land: "
            "The computers do not work."
        ),
        (
            "09:08 Salma, a supervisor Counter 4 calls from now on for: Signature legalisation, "
            "Tax on undeveloped land."
        ),
        "Nothing was changed after it was written. Facts 9",
        " ".join(re.findall(".{8}", day.journal.seal())),
    ):
        assert told in text


def test_a_closed_day_is_no_longer_so_far(day) -> None:
    day.reception.execute(CloseDay())

    text = words(browser(day, "salma").get(ADDRESS))
    assert ("So far" in text, "The hall closed for the day." in text) == (False, True)


@pytest.mark.parametrize(("name", "status"), [("", 302), ("amina", 403), ("salma", 200)])
def test_only_supervisors_read_it(day, name, status) -> None:
    assert browser(day, name).get(ADDRESS).status_code == status


def test_the_reports_begin_with_todays_and_lead_to_other_days(day, clock) -> None:
    salma = browser(day, "salma")
    assert salma.get("/reports").location == ADDRESS
    assert 'href="/reports/2026-03-03"' not in salma.get(ADDRESS).text
    clock[0] += timedelta(days=2)
    page = browser(day, "salma").get(ADDRESS).text
    links = re.findall(r'href="(/reports/[0-9][^"]+)"', page)

    assert links == ["/reports/2026-03-01", "/reports/2026-03-03"]


@pytest.mark.parametrize("address", ["2026-03-01", "2026-13-01", "yesterday", "0001-01-01"])
def test_there_is_no_report_of_a_day_that_the_journal_does_not_know(day, address) -> None:
    page = browser(day, "salma").get(f"/reports/{address}")

    assert (page.status_code, "There is no such day in the journal" in page.text) == (404, True)


def test_a_journal_that_was_changed_is_told(day, url) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(update(journal).where(journal.c.seq == 3).values(request="forged"))
    engine.dispose()

    text = words(browser(day, "salma").get(ADDRESS))
    assert (
        "The journal was changed after it was written, or nothing proves that it was not." in text
    )
    assert "Nothing was changed after it was written." not in text


@pytest.mark.parametrize("language", ["ar", "zgh", "fr", "en"])
def test_it_is_told_in_four_languages(day, language) -> None:
    page = browser(day, "salma", language).get(ADDRESS)

    assert (page.status_code, f'<html lang="{language}"' in page.text) == (200, True)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("", "From 1 February 2026 to 2 March 2026"),
        ("?first=2026-03-02&last=2026-03-02", "From 2 March 2026 to 2 March 2026"),
    ],
)
def test_a_supervisor_reads_what_visitors_said_in_some_days(day, days, told) -> None:
    text = words(browser(day, "salma").get(f"/reports/satisfaction{days}"))

    assert told in text
    assert "Signature legalisation 1 1 100 % 4.0 0 1 0 0 0 All services 1 1 100 % 4.0" in text


def test_days_on_which_nobody_answered_are_told_as_such(day) -> None:
    page = browser(day, "salma").get("/reports/satisfaction?last=2026-03-01")

    assert (page.status_code, "Nobody has answered." in words(page)) == (200, True)


@pytest.mark.parametrize(("name", "status"), [("", 302), ("amina", 403)])
def test_only_supervisors_read_what_visitors_said(day, name, status) -> None:
    assert browser(day, name).get("/reports/satisfaction").status_code == status
