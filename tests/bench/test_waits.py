"""The measurement of expected waits reads what it says it reads."""

import csv
import gzip
from datetime import date

from click.testing import CliRunner

from bench.waits import main, read
from tests.controller.waits.town import visits

COLUMNS = ("office", "queue", "date", "ticket", "arrival_min", "called_min", "colour")


def a_file(path, days, *, opened=open):
    with opened(path, "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for visit in reversed(visits(days)):
            day = date.fromordinal(visit.issued.day)
            number = visit.ticket.split("/")[1]
            row = ("hall", visit.queue, day, number, visit.issued.minute, visit.called.minute)
            writer.writerow([*row, "blue"])
    return path


def test_a_file_is_read_in_any_order_zipped_or_not(tmp_path):
    plain = read([a_file(tmp_path / "a.csv", 2)])
    zipped = read([a_file(tmp_path / "a.csv.gz", 2, opened=gzip.open)])
    assert plain == zipped
    found = [visit for day in plain["hall"].values() for visit in day]
    assert sorted(found, key=repr) == sorted(visits(2), key=repr)


def test_every_day_and_office_has_its_row(tmp_path):
    path = str(a_file(tmp_path / "a.csv", 3))
    done = CliRunner().invoke(main, [path, "--split", "unaided"], catch_exceptions=False)
    rows = [line.split()[1] for line in done.output.splitlines() if line.startswith("│")]
    assert (done.exit_code, rows) == (
        0,
        ["2026-03-02", "2026-03-03", "all", "2026-03-04", "all", "hall", "all"],
    )


def test_too_few_days_for_a_model_are_said(tmp_path):
    path = str(a_file(tmp_path / "a.csv", 3))
    done = CliRunner().invoke(main, [path, "--split", "frozen"])
    assert done.output.splitlines()[-1] == "Error: no model: 2 days, not 4; try --split unaided"
