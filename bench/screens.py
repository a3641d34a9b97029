"""From an agent's tap to the last of many screens, while kiosks issue tickets."""

import json
import subprocess
import sys
from math import isfinite
from pathlib import Path

from bench.figure import Figure, p50, p99
from bench.hall_process import a_hall

AGENTS, TAPS, SECONDS = 100, 400, 90
"""So many taps, or as many as fit in the seconds: a 99th percentile needs hundreds."""


def tap_to_last_screen(folder: Path, screens: int) -> list[Figure]:
    """Return the median and the 99th percentile, with the share of calls that reached all.

    A call that did not reach all screens counts as infinitely late.
    """
    with a_hall(folder / f"screens-{screens}", AGENTS) as hall:
        command = [sys.executable, "-m", "bench.screens_load", str(hall.port), str(screens)]
        keys = [str(TAPS), str(SECONDS), hall.kiosk, hall.screen, *hall.agents]
        load = subprocess.run([*command, *keys], check=True, stdout=subprocess.PIPE)
    return latencies(screens, json.loads(load.stdout))


def latencies(screens: int, last_ms: list[float]) -> list[Figure]:
    """Return the figures of these calls."""
    what = f"tap → last of {screens} screens, {len(last_ms)} taps"
    reached = 100 * sum(map(isfinite, last_ms)) / len(last_ms)
    return [
        Figure(f"{what}, p50", p50(last_ms), "ms"),
        Figure(f"{what}, p99", p99(last_ms), "ms"),
        Figure(f"{what}, calls that reached all", reached, "%"),
    ]
