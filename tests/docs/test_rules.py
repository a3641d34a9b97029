"""The examples of docs/rules.md are right, and do what the sentence before them says."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controller.hall import Hall, events
from controller.hall.commands import IssueTicket, LetTimePass, OpenCounter
from controller.morning import empty_hall
from controller.rulebook import Rulebook, inspect_rulebook
from controller.settings import DEMONSTRATION_PACK
from media.pack import load_pack

MANUAL = Path("docs/rules.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)
MISSPELT = re.findall(r"^    (.*?) +# (copy\.toml, .*)$", MANUAL, re.MULTILINE)
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def pack():
    return load_pack(DEMONSTRATION_PACK)


def read(folder: Path, pack, text: str) -> Rulebook:
    file = folder / "rules.toml"
    file.write_text(text, encoding="utf-8")
    inspection = inspect_rulebook(file, pack)
    assert (inspection.wrong, inspection.doubtful) == ((), ())
    assert inspection.rulebook is not None
    return inspection.rulebook


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_is_right_and_leaves_no_doubt(tmp_path, pack, example) -> None:
    read(tmp_path, pack, example)


def test_the_messages_of_the_manual_are_those_that_are_told(tmp_path, pack) -> None:
    file = tmp_path / "copy.toml"
    file.write_text("\n".join(line for line, _ in MISSPELT))

    told = [str(each).replace(f"{tmp_path}/", "") for each in inspect_rulebook(file, pack).wrong]
    assert told == [message for _, message in MISSPELT]
    assert len(told) == 3


def waiting(hall: Hall, **services: int) -> None:
    """Let so many take a ticket for each service at nine."""
    for service, count in services.items():
        for _ in range(count):
            [issued] = hall.decide(IssueTicket(service), NINE)
            hall.apply(issued)


def told(hall: Hall, minutes: float) -> Iterator[tuple[object, ...]]:
    """Give what rules begin to hold after so many minutes, and what they open."""
    for event in hall.decide(LetTimePass(), NINE + timedelta(minutes=minutes)):
        match event:
            case events.RuleTriggered(_, rule, service, counter):
                yield rule, service, counter
            case events.CounterServicesChanged(_, counter, rule=rule, added=added):
                yield rule, "opens", added, counter


@pytest.fixture
def hall(tmp_path, pack):
    """The demonstration's hall with all rules of the manual; counters 4 and 5 have agents."""
    rules = "".join(each for each in EXAMPLES if each.startswith("[[rules]]"))
    hall = empty_hall(pack, read(tmp_path, pack, rules))
    for number, agent in ((4, "amina"), (5, "brahim")):
        for event in hall.decide(OpenCounter(number, agent), NINE):
            hall.apply(event)
    return hall


@pytest.mark.parametrize(
    ("services", "minutes", "expected"),
    [
        (
            {"birth_copy": 1},
            9,
            [],
        ),
        (
            {"birth_copy": 21},
            1,
            [("A long queue", "birth_copy", None)],
        ),
        (
            {"legalisation": 13},
            1,
            [
                ("Many legalisations", "legalisation", None),
                ("Many legalisations", "opens", "legalisation", 5),
            ],
        ),
        (
            {"birth_copy": 20, "death_copy": 20, "tnb": 20, "hygiene": 1},
            1,
            [
                ("The hall is full", None, None),
                ("The hall is full", "opens", "life_certificate", 4),
            ],
        ),
        (
            {"tnb": 1},
            10,
            [
                ("A counter is idle", "tnb", 4),
                ("A counter is idle", "tnb", 5),
                ("A counter is idle", "opens", "tnb", 4),
                ("A counter is idle", "opens", "tnb", 5),
            ],
        ),
        (
            {"legalisation": 1},
            20,
            [
                ("A counter is idle", "legalisation", 5),
                ("An idle counter certifies copies", "legalisation", 5),
                ("A counter is idle", "opens", "legalisation", 5),
                ("An idle counter certifies copies", "opens", "certified_copy", 5),
            ],
        ),
    ],
)
def test_a_rule_does_what_is_said_of_it(hall, services, minutes, expected) -> None:
    waiting(hall, **services)

    assert list(told(hall, minutes)) == expected


def test_who_waits_for_forty_minutes_is_called_at_counter_4_and_told_of(hall) -> None:
    waiting(hall, birth_copy=1)

    births = [each for each in told(hall, 41) if each[0] == "Births wait too long"]
    assert births == [
        ("Births wait too long", "birth_copy", None),
        ("Births wait too long", "opens", "birth_copy", 4),
    ]
