"""Days with the rules of a hall, and with classes."""

import pytest

from tests.nouba.simulating.asking import an_assumption, cells_of


def settings_with(tmp_path, rules: str) -> tuple[str, str]:
    """Return how the hall with these rules of its own is named."""
    (tmp_path / "rules.toml").write_text(rules)
    (tmp_path / "controller.toml").write_text('rules = "rules.toml"\n')
    return "--settings", str(tmp_path / "controller.toml")


def test_who_got_no_ticket_is_told_beside_those_called_in_time(simulate, tmp_path) -> None:
    told, _ = simulate(*settings_with(tmp_path, "[services.legalisation]\nquota = 1\n"))

    [line] = [each for each in told.output.splitlines() if "got no ticket" in each]
    count = line.split()[0]
    assert line == f"{count} got no ticket: they are in no other figure."
    assert int(count) > 5
    assert cells_of(told, "All")[-1] == cells_of(told, "Signature legalisation")[-1] == count
    assert cells_of(told, "Signature legalisation")[0] == "2"  # one on each day


def test_where_everybody_gets_a_ticket_nothing_is_told_of_others(simulate) -> None:
    told, _ = simulate()

    assert ("got no ticket" in told.output, "No ticket" in told.output) == (False, False)
    assert len(cells_of(told, "All")) == 4


def test_days_on_which_nobody_gets_a_ticket_have_no_waits(simulate, tmp_path) -> None:
    week = '[hours]\nmonday = ["08:30-16:30"]\n'
    rules = f"{week}[services.legalisation]\nquota = 0\nslot_minutes = 15\n"
    nobody = "[other]\nmedian = 6\nshare = 0\n[services]\nlegalisation = {median=3, share=1}\n"

    told, _ = simulate(*settings_with(tmp_path, rules), *an_assumption(tmp_path, nobody))

    assert told.exit_code == 0, told.output
    assert cells_of(told, "All")[:-1] == ["0", "–", "–", "–"]


def test_classes_that_are_assumed_are_told_each_by_itself(simulate, tmp_path) -> None:
    told, _ = simulate(*an_assumption(tmp_path, "[classes]\nelderly = 100\n"))

    assert cells_of(told, "Class: elderly") == cells_of(told, "All")
    assert "Class: normal" not in told.output


@pytest.mark.parametrize(
    ("classes", "why"),
    [
        (
            "normal = 50",
            "line 2: classes.normal: visitors declare disability, elderly, pregnant, abroad.",
        ),
        (
            "elderly = 60\nabroad = 41",
            "line 1: classes: more than a hundred of a hundred visitors.",
        ),
        ("elderly = -1", "line 2: classes.elderly: "),
    ],
)
def test_classes_that_cannot_be_are_told_with_their_line(simulate, tmp_path, classes, why) -> None:
    told, _ = simulate(*an_assumption(tmp_path, f"[classes]\n{classes}\n"))

    assert (told.exit_code, why in told.output) == (2, True), told.output
