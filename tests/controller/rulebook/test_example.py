"""The example that halls copy shows all that may be written."""

import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args

import pytest

from controller.hall.automation import Action, Condition
from controller.rulebook import inspect_rulebook, model
from controller.settings import DEMONSTRATION_PACK
from media.pack import load_pack

EXAMPLE = Path("deploy/settings/rules.toml")
WRITTEN = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
HOURS, RULES = WRITTEN["hours"], WRITTEN["rules"]
SECTIONS = {
    model.RulebookFields: [WRITTEN],
    model.WeekFields: [HOURS],
    model.HoursFields: [HOURS],
    model.PeriodFields: HOURS["periods"],
    model.ClassFields: WRITTEN["classes"].values(),
    model.ServiceFields: WRITTEN["services"].values(),
    model.AgentFields: WRITTEN["agents"].values(),
    model.RuleFields: RULES,
    model.AnnouncementFields: [WRITTEN["announcements"]],
    model.WhenFields: [rule["when"] for rule in RULES],
    model.ThenFields: [action for rule in RULES for action in rule["then"]],
}


@pytest.fixture(scope="module")
def inspection():
    return inspect_rulebook(EXAMPLE, load_pack(DEMONSTRATION_PACK))


@pytest.mark.parametrize("kind", SECTIONS, ids=lambda kind: kind.__name__)
def test_every_field_is_written_somewhere(kind) -> None:
    written = {key for section in SECTIONS[kind] for key in section}

    assert {each.name for each in fields(kind)} - written == set()


def test_no_kind_of_section_is_forgotten_here() -> None:
    kinds = {
        each
        for each in vars(model).values()
        if is_dataclass(each) and each.__module__ == model.__name__
    }

    assert kinds == set(SECTIONS)


def test_it_has_every_condition_and_every_action(inspection) -> None:
    rules = inspection.rulebook.rules.automation

    assert {type(each.condition) for each in rules} == set(get_args(Condition))
    assert {type(each) for rule in rules for each in rule.actions} == set(get_args(Action))


def test_it_is_right_and_leaves_no_doubt(inspection) -> None:
    assert (inspection.wrong, inspection.doubtful) == ((), ())
