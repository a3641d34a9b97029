"""Figures are told as they were measured, the bad ones too."""

import json
from math import inf
from pathlib import Path

from bench.figure import Figure, counted, p50, p99, write


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(n) for n in range(400, 0, -1)]
    assert (p50(values), p99(values)) == (200, 396)


def test_one_infinite_value_of_a_hundred_leaves_the_99th_percentile_finite() -> None:
    assert p99([1.0] * 99 + [inf]) == 1
    assert p99([1.0] * 98 + [inf] * 2) == inf


def test_what_costs_three_steps_stands_beside_a_third_of_the_limit() -> None:
    posts = Figure("POSTs", 1500, "/s")
    assert Figure("calls", 250, "/s").beside(posts.third()).ratios == {"a third of POSTs": 0.5}


def test_an_infinite_figure_is_written_as_null(tmp_path: Path) -> None:
    write([Figure("late", inf, "ms")], tmp_path / "bench.json")
    told = json.loads((tmp_path / "bench.json").read_text())
    assert told == [{"what": "late", "value": None, "unit": "ms", "ratios": {}}]


def test_one_is_no_plural() -> None:
    assert (counted(1, "agent"), counted(8, "agent")) == ("1 agent", "8 agents")
