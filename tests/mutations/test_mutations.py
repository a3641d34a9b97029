"""The list of broken rules fits the code, and days notice what is broken."""

import pytest

from tests.mutations.__main__ import a_copy, verdict_on
from tests.mutations.mutation import ROOT, Mutation, Outdated, mutations
from tests.mutations.trial import NOTICED, OVERLOOKED, try_out

MUTATIONS = {each.name: each for each in mutations()}
TRIED = (
    "called-twice",
    "passed-one-short",
    "left-alone",
    "lowest-level-first",
    "two-visitors-at-a-counter",
)
DAYS = 200


@pytest.fixture(scope="module")
def tree():
    with a_copy() as root:
        yield root


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=MUTATIONS)
def test_what_a_mutation_breaks_stands_once_in_its_file(mutation: Mutation) -> None:
    text = (ROOT / mutation.file).read_text()

    assert mutation.changed(text) != text
    assert mutation.means


def test_no_two_mutations_have_one_name() -> None:
    assert len(MUTATIONS) == len(mutations())


@pytest.mark.parametrize("name", TRIED)
def test_days_notice_a_broken_rule(name: str, tree) -> None:
    assert verdict_on(MUTATIONS[name], tree, DAYS).what == NOTICED


def test_days_with_the_rules_as_they_are_have_no_contradiction(tree) -> None:
    assert try_out(tree, 5).what == OVERLOOKED


def test_a_mutation_of_what_is_no_longer_there_is_told(tree) -> None:
    gone = Mutation("gone", "controller/hall/policy.py", "no such text", "", "nothing")

    with pytest.raises(Outdated, match=r"gone: controller/hall/policy\.py has 0 times"):
        gone.apply(tree)
    assert verdict_on(gone, tree, DAYS).what == "OUTDATED"


def test_a_mutation_that_is_no_python_is_no_success(tree) -> None:
    broken = Mutation(
        "broken", "controller/hall/policy.py", "def strict(", "def strict((", "nothing runs at all"
    )

    assert verdict_on(broken, tree, DAYS).what == "COULD NOT BE TRIED"
