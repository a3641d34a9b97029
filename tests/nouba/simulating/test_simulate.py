"""`nouba simulate` tells waits and an advice, and draws them."""

from datetime import UTC, date, datetime, time, timedelta
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from controller.hall import Hall
from controller.hall.service import Service
from controller.simulation import Assumptions, Turnout, Visit
from media.isolation import plain
from nouba.__main__ import main
from nouba.simulating.figures import Evening, evening_of, whole
from nouba.simulating.pools import Pool, pools
from nouba.simulating.year import Calendar
from tests.nouba.simulating.asking import an_assumption, cells_of


def test_it_tells_waits_and_how_many_counters_to_open(simulate) -> None:
    told, picture = simulate()

    assert told.exit_code == 0, told.output
    assert (
        "Counters to open, so that 90% are called in time: from 2 days: chance has" in told.output
    )
    texts = [each.text for each in ET.parse(picture).getroot().iter() if each.text]
    assert "Reception hall: visitors on a mean day: 60" in [plain(each) for each in texts]


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
    [
        ("/nowhere/picture.svg", "there is no folder /nowhere."),
        ("picture.png", "the picture is an SVG: end its name with .svg, not picture.png."),
    ],
)
def test_a_picture_that_could_not_be_written_is_refused_before_the_days(picture, why) -> None:
    told = CliRunner().invoke(main, ["simulate", "--days", "2000", "--picture", picture])

    assert told.exit_code == 2
    assert told.output.splitlines()[-1] == f"Error: Invalid value for '--picture': {why}"


def test_a_picture_that_cannot_be_written_after_all_is_told(simulate, tmp_path) -> None:
    told, _ = simulate("--picture", str(tmp_path / f"{'long' * 99}.svg"))

    assert (told.exit_code, told.output.splitlines()[-1]) == (
        1,
        "Error: The picture cannot be written: File name too long.",
    )


def texts_of(picture) -> list[str]:
    return [plain(each.text) for each in ET.parse(picture).getroot().iter() if each.text]


def test_the_pictures_visitors_add_up_to_those_of_the_mean_day(simulate) -> None:
    _, picture = simulate()
    texts = texts_of(picture)
    title = next(each for each in texts if each.startswith("Visitors in half an hour"))
    start = texts.index(title) + 1
    numbers = [int(each) for each in texts[start : start + 16]]

    assert title == f"Visitors in half an hour; on a mean day in all: {sum(numbers)}"
    assert sum(numbers) > 30


@pytest.mark.parametrize(
    ("values", "whole_ones"),
    [
        ([0.5, 0.5, 0.5, 0.5], [1, 1, 0, 0]),
        ([1.2, 2.7, 0.0], [1, 3, 0]),
        ([], []),
        ([3.0, 4.0], [3, 4]),
    ],
)
def test_rounded_numbers_add_up_to_the_rounded_sum(values, whole_ones) -> None:
    assert whole(values) == whole_ones


def row_of(told, office: str) -> list[str]:
    """Return the numbers of an office in the advice: what it has, then what each hour needs."""
    [line] = [each for each in told.output.splitlines() if f"│{office} " in each]
    return line.split("│")[2:-1]


def test_an_office_with_one_counter_is_advised_by_itself(simulate) -> None:
    told, _ = simulate("--visitors", "40")

    has, *needed = map(int, row_of(told, "Revenue office")[:-1])
    assert (has, len(needed), min(needed)) == (1, 8, 1)


def test_an_office_to_which_nobody_comes_needs_no_counter(simulate, tmp_path) -> None:
    nobody = "[other]\nmedian = 6\nshare = 0\n[services]\nlegalisation = {median=3, share=1}\n"
    told, _ = simulate(*an_assumption(tmp_path, nobody))

    [*numbers, reached] = row_of(told, "Communal hygiene office")
    assert (list(map(int, numbers)), reached.strip()) == ([1] + [0] * 8, "yes")


@pytest.mark.parametrize(
    ("days", "visitors", "drawn_from"),
    [(2, 5, 2), (40, 300, 40), (40, 20, 80), (40, 1, 300), (500, 1, 500)],
)
def test_an_advice_is_drawn_from_more_days_where_few_come(days, visitors, drawn_from) -> None:
    calendar = Calendar(date(2026, 1, 5), days, time(8, 30), time(16, 30))

    assert calendar.with_visits(Assumptions(visitors, {})).days == drawn_from


def test_shares_that_are_all_0_are_refused(simulate, tmp_path) -> None:
    told, _ = simulate(*an_assumption(tmp_path, "[other]\nmedian = 6\nshare = 0\n"))

    assert (told.exit_code, told.output.splitlines()[-1]) == (
        2,
        f"Error: {tmp_path}/mine.toml, line 1: services: nobody would come: all shares are 0.",
    )


def test_the_help_tells_where_the_picture_is_written() -> None:
    told = CliRunner().invoke(main, ["simulate", "--help"], env={"COLUMNS": "200"}).output

    assert "[default: simulation.svg]" in " ".join(told.split())
    assert "[default: (nouba/simulating/assumed.toml)]" in " ".join(told.split())


def test_the_evening_counts_who_is_called_after_closing_and_when_the_last_one_left() -> None:
    closes, minute = datetime(2026, 1, 6, 16, 30, tzinfo=UTC), timedelta(minutes=1)
    came = closes - 30 * minute

    def visit(called: int | None, left: int | None) -> Visit:
        at = [None if each is None else closes + each * minute for each in (called, left)]
        return Visit("birth_copy", came, came, at[0], left_at=at[1])

    busy = Turnout((visit(-5, 10), visit(0, 20), visit(30, 40), visit(None, None)))
    quiet = Turnout((visit(-20, -10),))

    assert evening_of([busy, quiet], lambda _: closes) == Evening(
        called=2, days=1, mean=20 * minute, longest=40 * minute, never=1
    )


def test_too_few_counters_are_told_in_words_in_the_picture_and_by_the_code(simulate) -> None:
    told, picture = simulate("--visitors", "200", "--most", "1", "--language", "fr")
    texts = texts_of(picture)

    assert told.exit_code == 1
    [*numbers, reached] = row_of(told, "Civil status office")
    assert (list(map(int, numbers)), reached.strip()) == ([3] + [1] * 8, "NO")
    assert "Not enough: with --most 1, Civil status office does not reach 90%: " in told.output
    assert "so that 90% are called in time" not in told.output
    assert [each for each in texts if each.startswith("Ces guichets ne suffisent pas\u00a0: ")]
    [line] = [each for each in told.output.splitlines() if each.startswith("Called after")]
    called, tickets = line.split(": ")[1].split(" tickets")[0].split(" of ")
    assert (cells_of(told, "All")[0], "The last visitor left " in line) == (tickets, True)
    late = f"Appelés après la fermeture (16:30), tous jours réunis\u00a0: {called}\u00a0; "
    assert [each for each in texts if each.startswith(late)]


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--visitors", "nan", "nan is no number of anything."),
        ("--visitors", "inf", "inf is not in the range 1<=x<=20000."),
        ("--visitors", "0.5", "0.5 is not in the range 1<=x<=20000."),
        ("--visitors", "1e300", "1e+300 is not in the range 1<=x<=20000."),
        ("--aim", "nan", "nan is no number of anything."),
        ("--aim", "inf", "inf is not in the range 0<x<=1."),
        ("--aim", "0", "0.0 is not in the range 0<x<=1."),
        ("--most", "0", "0 is not in the range 1<=x<=100."),
    ],
)
def test_odd_numbers_are_refused(simulate, option, value, why) -> None:
    told, _ = simulate(option, value)

    assert (told.exit_code, told.output.splitlines()[-1]) == (
        2,
        f"Error: Invalid value for '{option}': {why}",
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "birth_copi = { median = 6, share = 1 }",
            "the pack has no such service; is it birth_copy?",
        ),
        ("zzz = { median = 6, share = 1 }", "the pack has no such service: it has birth_copy, "),
        ("tnb = { median = inf, share = 1 }", "tnb.median: "),
        ("tnb = { median = 500, share = 1 }", "tnb.median: "),
        ("tnb = { median = 6, share = nan }", "tnb.share: "),
        ("tnb = { median = 6, share = inf }", "tnb.share: "),
    ],
)
def test_services_that_cannot_be_are_told_with_their_line(simulate, tmp_path, text, why) -> None:
    told, _ = simulate(*an_assumption(tmp_path, f"[services]\n{text}\n"))

    assert (told.exit_code, "line 2: services." in told.output, why in told.output) == (2, 1, 1)
