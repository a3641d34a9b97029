"""A receptionist books and cancels, and sees who came, by the command line."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from click.testing import CliRunner

from controller.appointments import Slot, Wish
from controller.hall import Hall
from controller.hall.commands import CheckIn
from controller.hall.service import Service
from controller.reception import Reception
from controller.store.appointments import SqlBook
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from media.zone import time_zone
from nouba.__main__ import main

ZONE = time_zone("Africa/Casablanca")
EVERY_DAY = "\n".join(
    f'{day} = ["09:00-12:00"]'
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
RULES = f"[hours]\n{EVERY_DAY}\n[services.birth_copy]\nslot_minutes = 60\n"


def in_days(days: int) -> date:
    return datetime.now(ZONE).date() + timedelta(days=days)


@pytest.fixture
def run(tmp_path, url):
    (tmp_path / "rules.toml").write_text(RULES)
    open_engine(url).dispose()
    settings = tmp_path / "controller.toml"
    settings.write_text(f'database = "{url}"\nrules = "rules.toml"\n')
    return lambda *words: CliRunner().invoke(
        main, ["appointments", *map(str, words), "--settings", str(settings)]
    )


def test_a_place_is_held_and_listed_until_it_is_cancelled(run) -> None:
    booked = run("book", "birth_copy", in_days(7), "09:00")
    code = booked.output.strip()

    assert (booked.exit_code, bool(re.fullmatch(r"\w{4}-\w{4}", code))) == (0, True)
    assert all(each in run("list", "--day", in_days(7)).output for each in ("09:00", code))
    assert run("cancel", code.lower()).output == f"The appointment {code} is cancelled.\n"
    assert run("list", "--day", in_days(7)).output.endswith(
        f"{in_days(7)}: 1 booked; 0 expected, 0 came, 1 cancelled, 0 did not come.\n"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("book", "birth_copy", in_days(7), "09:30"), "There are no appointments at this time."),
        (("book", "birth_copy", in_days(90), "09:00"), "cannot be booked yet"),
        (("book", "birth_copy", in_days(-1), "09:00"), "It is too late for this."),
        (("book", "marriage", in_days(7), "09:00"), "There is no such service."),
        (("cancel", "3333-3333"), "No appointment has this code."),
    ],
)
def test_a_refusal_is_told_in_a_sentence(run, words, sentence) -> None:
    told = run(*words)

    assert (told.exit_code, sentence in told.output, told.output.count("\n")) == (1, True, 1)


def test_a_full_slot_is_told_in_a_sentence(run) -> None:
    run("book", "birth_copy", in_days(7), "09:00")

    assert "already taken" in run("book", "birth_copy", in_days(7), "09:00").output


def test_who_came_and_who_did_not_are_counted(run, url) -> None:
    engine = open_engine(url)
    book, yesterday = SqlBook(engine, "hall"), in_days(-1)
    came, _ = (book.hold(a_wish(yesterday, hour), 1) for hour in (9, 10))
    at = came.slot.moment(ZONE)
    hall = [Service(came.service, "A", timedelta(minutes=10))]
    reception = Reception(SqlJournal(engine, "hall"), lambda: Hall(hall, {}), lambda: at, ZONE)
    reception.execute(CheckIn(came.code, came.service, at, "ar"))

    told = run("list", "--day", yesterday).output

    assert told.endswith(
        f"{yesterday}: 2 booked; 0 expected, 1 came, 0 cancelled, 1 did not come.\n"
    )
    assert "A001" in told
    engine.dispose()


def test_whom_a_holiday_strands_is_marked_listed_and_cancelled_with_a_reason(run, tmp_path) -> None:
    day = in_days(7)
    code = run("book", "birth_copy", day, "09:00").output.strip()
    assert "finds the hall closed" not in run("list", "--day", day).output
    assert run("stranded").output == "No appointment is at a time at which the hall is closed.\n"

    feast = f'[[hours.periods]]\nfirst = {day}\nlast = {day}\nreason = "Fête"\n'
    (tmp_path / "rules.toml").write_text(RULES + feast)

    marked, listed = run("list", "--day", day).output, run("stranded").output
    assert all(each in marked for each in ("finds the hall", "1 of them come to a closed hall"))
    assert all(each in listed for each in (str(day), "09:00", code, "--because REASON."))
    assert run("cancel", code, "--because", "x" * 201).exit_code == 2
    assert run("cancel", code, "--because", "Fête").exit_code == 0
    assert run("stranded").output == "No appointment is at a time at which the hall is closed.\n"


def a_wish(day: date, hour: int):
    return Wish("birth_copy", Slot(day, time(hour)), "ar", f"wish-at-{hour}")
