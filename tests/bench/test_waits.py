"""The measurement of expected waits measures what it says."""

from click.testing import CliRunner

from bench.waits import main
from tests.controller.waits.town import visits
from tests.nouba.scoring.past import write_csv


def test_every_day_and_office_has_its_row(tmp_path):
    path = str(write_csv(tmp_path / "a.csv", visits(3)))
    done = CliRunner().invoke(main, [path, "--split", "none"], catch_exceptions=False)
    rows = [line.split()[1] for line in done.output.splitlines() if line.startswith("│")]
    assert (done.exit_code, rows) == (
        0,
        ["2026-03-02", "2026-03-03", "all", "2026-03-04", "all", "hall", "all"],
    )


def test_too_few_days_for_a_model_are_said(tmp_path):
    path = str(write_csv(tmp_path / "a.csv", visits(3)))
    done = CliRunner().invoke(main, [path, "--split", "frozen"])
    assert done.output.splitlines()[-1] == "Error: no model: 2 days, not 4; try --split none"


def test_a_file_that_is_none_is_said(tmp_path):
    (tmp_path / "a.csv").write_text("colour\nblue\n")
    done = CliRunner().invoke(main, [str(tmp_path / "a.csv")])
    assert (done.exit_code, done.output.count("has no column")) == (1, 1)
