"""The council of a pack: read, left out, and wrong."""

from datetime import date
from pathlib import Path

import pytest

from media.check import check_pack
from media.pack import Council, load_pack
from tests.media.demo import DEMO, problems, spoiled


def test_decisions_are_told_the_latest_first() -> None:
    taken = [each.taken for each in load_pack(DEMO).council.decisions]
    assert taken == sorted(taken, reverse=True)
    assert len(taken) > 1


def test_a_commune_may_tell_nothing_of_its_council(tmp_path: Path) -> None:
    folder = spoiled(tmp_path, "council.toml", "[[members]]", "[[members]]")
    (folder / "council.toml").unlink()
    assert load_pack(folder).council == Council()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'id = "deputy_1"',
            'id = "president"',
            'council.toml, line 10: members[2].id: "president" stands there twice.',
        ),
        (
            'number = "24/2026"',
            'number = "31/2026"',
            'council.toml, line 66: decisions[2].number: "31/2026" stands there twice.',
        ),
        (
            "taken = 2026-10-05",
            'taken = "October"',
            (
                "council.toml, line 67: decisions[2].taken: a day, such as 2027-01-31, must stand "
                'here, not "October".'
            ),
        ),
    ],
)
def test_what_is_wrong_in_it_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert problems(spoiled(tmp_path, "council.toml", old, new)) == [told]


def test_a_decision_of_a_day_to_come_is_to_be_seen_to(tmp_path: Path) -> None:
    folder = spoiled(tmp_path, "council.toml", "taken = 2026-11-02", "taken = 2031-11-02")
    found = [str(each) for each in check_pack(load_pack(folder), date(2026, 11, 23))]
    assert (
        "council.decisions.budget_2027: was taken on 2031-11-02, a day that is still to come"
        in (found)
    )
