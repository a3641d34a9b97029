"""The hall's own rules are tried on a past day by the command line."""

from datetime import timedelta
from secrets import token_hex

import pytest
from click.testing import CliRunner

from controller.hall.commands import (
    CallNext,
    ChangeServices,
    IssueTicket,
    LetTimePass,
    OpenCounter,
)
from controller.morning import empty_hall
from controller.reception import Reception
from controller.rulebook import read_rulebook
from controller.settings import DEMONSTRATION_PACK
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from media.isolation import plain
from media.pack import load_pack
from nouba.__main__ import main
from tests.nouba.rules.written import CANNOT, MORNING, a_rule


def test_what_the_same_rule_opened_on_that_day_was_not_open_already(tmp_path) -> None:
    """The day was lived with the rule, which opened counter 1; a supervisor opened counter 5."""
    pack, rules = load_pack(DEMONSTRATION_PACK), tmp_path / "rules.toml"
    then = "then = [{ at_counter = 1 }, { at_counter = 5 }]\n"
    rules.write_text(a_rule('wait_over_minutes = 10, service = "legalisation"', then))
    engine, clock = open_engine(f"sqlite:///{tmp_path}/hall.db"), [MORNING]
    book = read_rulebook(rules, pack)
    reception = Reception(
        SqlJournal(engine, "hall"),
        lambda: empty_hall(pack, book),
        lambda: clock[-1],
        pack.hall.zone,
    )
    for minute, command in (
        (0, OpenCounter(1, "brahim")),
        (0, OpenCounter(5, "amina", frozenset({"certified_copy"}))),
        (1, IssueTicket("legalisation")),
        (5, ChangeServices(5, frozenset({"certified_copy", "legalisation"}))),
        (12, LetTimePass()),
        (15, CallNext("brahim")),
        (20, IssueTicket("certified_copy")),
    ):
        clock.append(MORNING + timedelta(minutes=minute))
        reception.execute(command, f"s:salma:{token_hex(8)}")
    engine.dispose()
    settings = tmp_path / "controller.toml"
    settings.write_text(f'database = "sqlite:///{tmp_path}/hall.db"\n')

    told = CliRunner().invoke(main, ["rules", "try", str(rules), "--settings", str(settings)])
    assert [plain(line).strip() for line in told.output.splitlines()] == [
        "09:12  The rule: somebody had waited longer than 10 min for “Signature legalisation”.",
        "Counter 1 would have called for “Signature legalisation”, too.",
        "Counter 5 called for “Signature legalisation” already.",
        "09:16  The rule: no longer for “Signature legalisation”.",
        "On 2026-03-02 rules would have acted so often: 1. Nothing was changed.",
    ]


def test_without_a_database_it_is_told_that_agents_were_not_looked_up(tmp_path) -> None:
    settings, rules = tmp_path / "controller.toml", tmp_path / "rules.toml"
    settings.write_text(f'database = "sqlite:///{tmp_path}/none.db"\n')
    rules.write_text('[agents.amina]\nservices = ["tnb"]\n')

    told = CliRunner().invoke(main, ["rules", "check", str(rules), "--settings", str(settings)])

    assert told.output.splitlines() == [
        "The agents' names were not looked up: there is no database to ask.",
        f"{rules} is right.",
    ]
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (
            a_rule("wait_over_minutes = 4", 'then = [{ at_counter = 5 }, { tell = "supervisor" }]'),
            [
                (
                    "  09:06  The rule: somebody had waited longer than 4 min for "
                    "“Signature legalisation”."
                ),
                "         Counter 5 would have called for “Signature legalisation”, too.",
                "         The supervisor’s page would have told it.",
            ],
        ),
        (
            a_rule('queue_over = 1, service = "legalisation"', "then = [{ at_counter = 1 }]"),
            [
                "  09:03  The rule: more than 1 waited for “Signature legalisation”.",
                (
                    "         Counter 1 was closed, and would have called for "
                    "“Signature legalisation” once it was open."
                ),
                "  09:11  The rule: no longer for “Signature legalisation”.",
            ],
        ),
        (
            a_rule("hall_queue_over = 1", 'then = [{ open_service = "tnb", at_counter = 4 }]'),
            [
                "  09:03  The rule: more than 1 waited in the whole hall.",
                "         Counter 4 would have called for “Tax on undeveloped land”, too.",
                "  09:11  The rule: no longer.",
            ],
        ),
        (
            a_rule("idle_minutes = 5", "then = [{ help_where_longest = true }]"),
            [
                (
                    "  09:06  The rule: counter 5 had nobody to call for 5 min, while somebody "
                    "waited for “Signature legalisation”."
                ),
                "         Counter 5 would have called for “Signature legalisation”, too.",
            ],
        ),
        (
            a_rule("wait_over_minutes = 4", "then = [{ at_counter = 5 }]") + CANNOT,
            [
                (
                    "  09:06  The rule: somebody had waited longer than 4 min for "
                    "“Signature legalisation”."
                ),
                (
                    "         Counter 5 would have changed nothing: its agent cannot give "
                    "“Signature legalisation”."
                ),
            ],
        ),
        (
            a_rule("wait_over_minutes = 4", "then = [{ at_counter = 4 }]")
            + CANNOT.replace("brahim", "amina"),
            [
                (
                    "  09:06  The rule: somebody had waited longer than 4 min for "
                    "“Signature legalisation”."
                ),
                (
                    "         Counter 4 would have changed nothing: its agent cannot give "
                    "“Signature legalisation”."
                ),
            ],
        ),
    ],
    ids=["wait", "queue", "hall", "idle", "skills", "skills that were wider on the day"],
)
def test_a_rule_is_tried_on_a_past_day_in_words(run, rule, told) -> None:
    assert run("try", rule) == (
        0,
        [*told, "On 2026-03-02 rules would have acted so often: 1. Nothing was changed."],
    )


def test_a_rule_is_tried_with_the_hours_of_its_file(run) -> None:
    closing = 'closes_after_minutes = 0\n[hours]\nmonday = ["08:00-09:05"]\n'

    assert run("try", closing + a_rule("wait_over_minutes = 4")) == (
        0,
        ["On 2026-03-02 no rule would have acted. Nothing was changed."],
    )


FRENCH = [
    "The rule : quelqu’un avait attendu plus de 4 min pour « Légalisation de signature ».",
    "Le guichet 5 aurait aussi appelé pour « Légalisation de signature ».",
    "Le 2026-03-02, nombre de fois où des règles auraient agi : 1. Rien n’a été modifié.",
]
ARABIC = [
    "The rule: تجاوز انتظار أحد المرتفقين 4 د من أجل «LEGALISATION».",
    "كان الشباك 5 سينادي أيضاً على «LEGALISATION».",
    "في 2026-03-02 عدد المرات التي كانت القواعد ستُطبَّق فيها: 1. لم يتغيّر شيء.",
]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", FRENCH),
        ("ar", ARABIC),
        ("zgh", [each for both in zip(ARABIC, FRENCH, strict=True) for each in both]),
    ],
)
def test_what_a_rule_would_have_done_is_told_in_the_language_asked_for(
    run, language, lines
) -> None:
    rule = a_rule("wait_over_minutes = 4", "then = [{ at_counter = 5 }]")
    code, told = run("try", rule, "--lang", language)
    named = {each.id: each.name.text("ar") for each in load_pack(DEMONSTRATION_PACK).services}

    said = [plain(each).replace("\u00a0", " ").removeprefix("  09:06").strip() for each in told]
    assert (code, said) == (
        0,
        [each.replace("LEGALISATION", named["legalisation"]) for each in lines],
    )


def test_a_rule_that_never_held_is_told_so(run) -> None:
    assert run("try", a_rule("queue_over = 50")) == (
        0,
        ["On 2026-03-02 no rule would have acted. Nothing was changed."],
    )


def test_rules_are_not_tried_on_a_day_that_never_was(run) -> None:
    assert run("try", a_rule("queue_over = 3"), "--day", "2026-03-09") == (
        1,
        [
            (
                "Error: Nothing happened in the hall on 2026-03-09, so no rule can be tried on "
                "it. The latest day of the journal is 2026-03-02."
            )
        ],
    )


def test_a_file_without_rules_gives_nothing_to_try(run) -> None:
    assert run("try", 'policy = "strict"\n') == (
        1,
        ["Error: FILE has no [[rules]], so there is nothing to try."],
    )


def test_what_is_wrong_in_the_file_comes_before_the_day_and_the_database(run, hall) -> None:
    (hall / "controller.toml").write_text(f'database = "sqlite:///{hall}/none.db"\n')

    assert run("try", "calls = -1\n", "--day", "2026-03-09") == (
        2,
        ["FILE, line 1: calls: must be 0 or more, not -1.", "Error: FILE has 1 mistake."],
    )
