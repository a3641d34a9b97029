"""`nouba simulate` tells waits and an advice, and draws them."""

from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from controller.hall import Hall
from controller.hall.service import Service
from nouba.__main__ import main
from nouba.simulating.pools import Pool, pools


@pytest.fixture
def simulate(tmp_path):
    picture = tmp_path / "picture.svg"

    def run(*words: str):
        words = ("simulate", "--days", "2", "--visitors", "60", "--picture", str(picture), *words)
        return CliRunner().invoke(main, words), picture

    return run


def test_it_tells_waits_and_how_many_counters_to_open(simulate) -> None:
    told, picture = simulate()

    assert told.exit_code == 0, told.output
    assert "Counters to open, so that 90% are called in time" in told.output
    texts = [each.text for each in ET.parse(picture).getroot().iter() if each.text]
    assert "Reception hall: 60 visitors a day" in texts


def test_the_same_seed_tells_the_same(simulate) -> None:
    assert simulate("--seed", "5")[0].output == simulate("--seed", "5")[0].output


def test_services_that_are_not_listed_are_named(simulate, tmp_path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text("[services]\nlegalisation = { median = 3, share = 10 }\n")

    assert (
        "Not listed, so taken as other: birth_copy,"
        in simulate("--assumptions", str(mine))[0].output
    )


def test_assumptions_that_are_wrong_are_told_with_their_line(simulate, tmp_path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text("[services]\nlegalisation = { median = 0, share = 10 }\n")

    told, _ = simulate("--assumptions", str(mine))
    assert (told.exit_code, "line 2: services.legalisation.median" in told.output) == (2, True)


def test_counters_whose_services_overlap_are_one_pool() -> None:
    hall = Hall([Service(each, "A", None) for each in "abcd"], {1: "ab", 2: "c", 3: "bd", 4: "c"})

    assert pools(hall) == [Pool((1, 3), ("a", "b", "d")), Pool((2, 4), ("c",))]


@pytest.mark.parametrize(
    ("picture", "why"),
    [("nowhere/picture.svg", "There is no folder"), ("picture.png", "is no .svg")],
)
def test_a_picture_that_could_not_be_written_is_refused_before_the_days(picture, why) -> None:
    told = CliRunner().invoke(main, ["simulate", "--days", "2000", "--picture", picture])

    assert told.exit_code == 2
    assert why in told.output
