"""The hall's rules, as they are written and as they are misspelt."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from controller.hall.automation import (
    HallQueueOver,
    IdleWhileOthersWait,
    OpenServiceAt,
    QueueOver,
    Rule,
    TellSupervisor,
    WaitOver,
)
from controller.hall.hours import Period, Session
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.hall.skills import Skills
from controller.rulebook import Rulebook, inspect_rulebook, read_rulebook
from controller.settings import DEMONSTRATION_PACK
from media.pack import load_pack
from media.toml import TomlError

EXAMPLE = Path(__file__).parents[3] / "deploy" / "settings" / "rules.toml"
DEMONSTRATION = Path(__file__).parents[3] / "nouba" / "demo" / "rules.toml"
MINUTE = timedelta(minutes=1)
MORNING, ALL_DAY = Session(time(8, 30), time(12, 30)), Session(time(8, 30), time(16, 30))


@pytest.fixture(scope="module")
def pack():
    return load_pack(DEMONSTRATION_PACK)


def test_an_empty_file_asks_nothing(tmp_path, pack) -> None:
    file = tmp_path / "rules.toml"
    file.write_text("")

    assert read_rulebook(file, pack) == Rulebook(Rules(), {})


def test_the_example_says_what_its_comments_say(pack) -> None:
    rules = read_rulebook(EXAMPLE, pack).rules

    assert (rules.policy, rules.calls, rules.comeback) == ("due", 3, 15 * MINUTE)
    assert rules.classes["disability"] == PriorityClass(20 * MINUTE, 2, 2, 4.0)
    assert rules.skills["amina"] == Skills(
        frozenset({"birth_copy", "death_copy", "civil_sheet", "life_certificate"}),
        {"death_copy": 5 * MINUTE},
    )
    assert rules.automation == (
        Rule(
            "Births wait too long",
            WaitOver(40 * MINUTE, "birth_copy"),
            (OpenServiceAt(counter=3), TellSupervisor()),
        ),
        Rule("A counter is idle", IdleWhileOthersWait(10 * MINUTE), (OpenServiceAt(),)),
        Rule("Many wait", QueueOver(25), (TellSupervisor(),)),
        Rule("The hall is full", HallQueueOver(60), (OpenServiceAt("life_certificate", 4),)),
    )


def test_the_appointments_of_the_example_are_those_of_its_comments(pack) -> None:
    book = read_rulebook(EXAMPLE, pack)

    assert (book.rules.days_ahead, book.rules.early, book.rules.late) == (
        30,
        30 * MINUTE,
        10 * MINUTE,
    )
    births = book.services["birth_copy"]
    assert (births.slot_minutes, births.slot_capacity) == (15, 2)


def test_the_hours_of_the_example_follow_the_calendar(pack) -> None:
    hours = read_rulebook(EXAMPLE, pack).rules.hours

    assert (hours.week[0], hours.week[6]) == ((ALL_DAY,), ())
    assert hours.periods[0] == Period(
        date(2027, 1, 11),
        date(2027, 1, 11),
        dict.fromkeys(range(7), ()),
        "Manifeste de l’Indépendance",
    )
    assert hours.sessions(date(2027, 1, 11)) == ()
    assert len(hours.sessions(date(2027, 1, 12))) == 1


@pytest.mark.parametrize("minutes", [60, 420])
def test_sessions_that_touch_are_one_stretch_for_an_appointment(tmp_path, pack, minutes) -> None:
    file = tmp_path / "rules.toml"
    hours = '[hours]\nmonday = ["12:30-16:00", "09:00-12:30"]\n'
    file.write_text(f"{hours}[services.tnb]\nslot_minutes = {minutes}\n")

    assert read_rulebook(file, pack).services["tnb"].slot_minutes == minutes


def test_a_rule_of_the_whole_hall_is_read(tmp_path, pack) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(
        '[[rules]]\nname = "full"\nwhen = { hall_queue_over = 60 }\n'
        'then = [{ open_service = "tnb", at_counter = 3 }, { tell = "supervisor" }]\n'
    )

    assert read_rulebook(file, pack).rules.automation == (
        Rule("full", HallQueueOver(60), (OpenServiceAt("tnb", 3), TellSupervisor())),
    )


def test_hours_may_be_written_with_one_digit_spaces_or_a_long_dash(tmp_path, pack) -> None:
    file = tmp_path / "rules.toml"
    file.write_text('[hours]\nmonday = ["8:30 – 12:30"]\n', encoding="utf-8")

    assert read_rulebook(file, pack).rules.hours.week[0] == (MORNING,)


def test_a_file_of_windows_with_a_byte_order_mark_is_read(tmp_path, pack) -> None:
    file = tmp_path / "rules.toml"
    file.write_bytes(b'\xef\xbb\xbfpolicy = "strict"\r\ncalls = 2\r\n')

    rules = read_rulebook(file, pack).rules
    assert (rules.policy, rules.calls) == ("strict", 2)


def test_what_is_wrong_is_raised_in_the_order_of_the_lines(tmp_path, pack) -> None:
    file = tmp_path / "rules.toml"
    file.write_text("calls = 3.5\n[services.flying]\nquota = true\n")

    with pytest.raises(TomlError) as error:
        read_rulebook(file, pack)
    assert [problem.line for problem in error.value.problems] == [1, 2, 3]


@pytest.mark.parametrize("example", [EXAMPLE, DEMONSTRATION], ids=["deploy", "demonstration"])
def test_nothing_is_doubtful_in_the_examples(pack, example) -> None:
    assert inspect_rulebook(example, pack).doubtful == ()


def test_a_rule_with_one_wrong_action_is_not_said_to_have_none(tmp_path, pack) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(
        '[[rules]]\nname = "x"\nwhen = { queue_over = 3 }\nthen = [{ tell = "mayor" }]\n'
    )

    with pytest.raises(TomlError) as error:
        read_rulebook(file, pack)

    assert [problem.field for problem in error.value.problems] == ["rules[1].then[1].tell"]
