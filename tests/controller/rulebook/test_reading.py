"""The hall's rules, as they are written and as they are misspelt."""

from datetime import date, time, timedelta
from pathlib import Path
from textwrap import dedent

import pytest

from controller.hall.automation import (
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
from controller.rulebook import Rulebook, read_rulebook
from controller.settings import DEMONSTRATION_PACK
from media.pack import load_pack
from media.toml import TomlError

EXAMPLE = Path(__file__).parents[3] / "deploy" / "settings" / "rules.toml"
MINUTE = timedelta(minutes=1)
MORNING, AFTERNOON = Session(time(8, 30), time(12, 30)), Session(time(12, 30), time(16, 30))


@pytest.fixture(scope="module")
def pack():
    return load_pack(DEMONSTRATION_PACK)


def refused(folder: Path, pack, written: str) -> str:
    """Return why these rules are refused."""
    file = folder / "rules.toml"
    file.write_text(written)
    with pytest.raises(TomlError) as error:
        read_rulebook(file, pack)
    return str(error.value)


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

    assert (hours.week[0], hours.week[6]) == ((MORNING, AFTERNOON), ())
    assert hours.periods[0] == Period(
        date(2027, 1, 11),
        date(2027, 1, 11),
        dict.fromkeys(range(7), ()),
        "Manifeste de l’Indépendance",
    )
    assert hours.sessions(date(2027, 1, 11)) == ()
    assert len(hours.sessions(date(2027, 1, 12))) == 1


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('policy = "fair"', "line 1: policy: input should be 'due', 'strict'"),
        ("polcy = 1", "line 1: polcy: is not known here"),
        ('[hours]\nmonday = ["8h30-12h"]', 'line 2: hours.monday[1]: "8h30-12h" is not written as'),
        ('[hours]\nmonday = ["12:30-08:30"]', "ends before it starts"),
        ("[classes.vip]\nlevel = 9", "line 1: classes.vip"),
        ("[services.flying]\nquota = 3", 'line 1: services.flying: there is no service "flying"'),
        ("[services.tnb]\nquota = -3", "line 2: services.tnb.quota: input should be greater"),
        (
            "[services.tnb]\nslot_minutes = 15",
            "line 2: services.tnb.slot_minutes: appointments need [hours]",
        ),
        ("[hours]\n[services.tnb]\nslot_minutes = 2", "slot_minutes: input should be greater"),
        ("days_ahead = 9999", "line 1: days_ahead: input should be less"),
        ("early_minutes = -1", "line 1: early_minutes: input should be greater"),
        ("[agents.amina]\nprefers = { flying = 3 }", 'there is no service "flying"'),
        (
            "[[hours.periods]]\nfirst = 2027-02-08\nlast = 2027-02-01",
            "line 3: hours.periods[1].last: the period ends before it begins",
        ),
        (
            '[[rules]]\nname = "x"\nwhen = { queue_over = 3 }\nthen = [{ at_counter = 99 }]',
            "line 4: rules[1].then[1].at_counter: there is no counter 99",
        ),
        (
            '[[rules]]\nname = "x"\nwhen = {}\nthen = [{ tell = "supervisor" }]',
            "line 3: rules[1].when: name exactly one of",
        ),
        (
            '[[rules]]\nname = "x"\nwhen = { queue_over = 3 }\nthen = [{}]',
            "rules[1].then[1]: name either tell, or what to open",
        ),
        (
            '[[rules]]\nname = "x"\nwhen = { queue_over = 3 }\nthen = [{ open_service = "tnb" }]',
            "at_counter is missing",
        ),
        (
            "[[rules]]\nname = 'x'\nwhen = {queue_over = 3}\nthen = [{help_where_longest = true}]",
            "only a rule with idle_minutes knows",
        ),
        ("[[rules]]\n" * 2, "rules[1].name: is missing"),
        (
            'outcomes = ["resolved", "resolved"]',
            'line 1: outcomes[2]: "resolved" is named twice',
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_field(tmp_path, pack, written, told) -> None:
    assert told in refused(tmp_path, pack, dedent(written))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "last_ticket_minutes = 15",
            "line 1: last_ticket_minutes: needs [hours]: nobody knows when the hall closes",
        ),
        (
            'last_ticket_minutes = 180\n[hours]\nmonday = ["09:00-12:00", "14:00-15:00"]',
            (
                "line 1: last_ticket_minutes: no ticket would ever be issued: "
                "the hall is open for 180 minutes at most"
            ),
        ),
        ("[hours]\nmonday = []", "line 1: hours: the hall would never be open"),
        (
            (
                "[hours]\nmonday = ['09:00-12:00']\n[[hours.periods]]\nfirst = 2027-02-01\n"
                "last = 2027-02-28\n[[hours.periods]]\nfirst = 2027-02-08\nlast = 2027-02-08"
            ),
            "line 6: hours.periods[2]: never counts: period 1, which stands before it, holds all",
        ),
        (
            "[services.tnb]\nslot_capacity = 2",
            "line 2: services.tnb.slot_capacity: needs slot_minutes",
        ),
        (
            '[services.tnb]\nslot_minutes = 200\n[hours]\nmonday = ["09:00-12:00"]',
            (
                "line 2: services.tnb.slot_minutes: none would end in time: "
                "the hall is open for 180 minutes at most"
            ),
        ),
        (
            '[agents.amina]\nservices = ["tnb"]\nprefers = { birth_copy = 3 }',
            'line 3: agents.amina.prefers.birth_copy: "birth_copy" is not among the services of',
        ),
    ],
)
def test_a_field_that_could_never_do_anything_is_told(tmp_path, pack, written, told) -> None:
    assert told in refused(tmp_path, pack, written)


@pytest.mark.parametrize(
    ("when", "then", "told"),
    [
        (
            'idle_minutes = 5, service = "tnb"',
            "help_where_longest = true",
            "line 3: rules[1].when.service: idle_minutes looks at all services: leave it out",
        ),
        (
            "idle_minutes = 5",
            "help_where_longest = true, at_counter = 3",
            "line 4: rules[1].then[1].at_counter: it is the idle counter that helps",
        ),
        (
            "idle_minutes = 5",
            'help_where_longest = true, open_service = "tnb"',
            "line 4: rules[1].then[1].open_service: name either a service, or help_where_longest",
        ),
        (
            "queue_over = 3",
            "help_where_longest = true, at_counter = 3",
            "line 4: rules[1].then[1].help_where_longest: only a rule with idle_minutes knows",
        ),
        (
            "queue_over = 3",
            'tell = "supervisor" }, { tell = "supervisor"',
            "line 4: rules[1].then[2]: is what action 1 does already",
        ),
    ],
)
def test_a_rule_that_could_not_do_all_that_it_says_is_told(
    tmp_path, pack, when, then, told
) -> None:
    rule = f"[[rules]]\nname = 'x'\nwhen = {{ {when} }}\nthen = [{{ {then} }}]"

    assert told in refused(tmp_path, pack, rule)


@pytest.mark.parametrize("minutes", [60, 420])
def test_sessions_that_touch_are_one_stretch_for_an_appointment(tmp_path, pack, minutes) -> None:
    file = tmp_path / "rules.toml"
    hours = '[hours]\nmonday = ["12:30-16:00", "09:00-12:30"]\n'
    file.write_text(f"{hours}[services.tnb]\nslot_minutes = {minutes}\n")

    assert read_rulebook(file, pack).services["tnb"].slot_minutes == minutes


def test_two_rules_of_one_name_cannot_be_told_apart(tmp_path, pack) -> None:
    rule = '[[rules]]\nname = "x"\nwhen = { queue_over = 3 }\nthen = [{ tell = "supervisor" }]\n'
    file = tmp_path / "rules.toml"
    file.write_text(rule * 2)

    with pytest.raises(TomlError, match='two rules have the name "x"'):
        read_rulebook(file, pack)
