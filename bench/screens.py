"""From an agent's tap to the last of many screens, while kiosks issue tickets."""

import json
import subprocess
import sys
from pathlib import Path

from bench.figure import Figure, p50, p99
from bench.hall_process import a_hall

AGENTS, SECONDS = 100, 20


def tap_to_last_screen(folder: Path, screens: int) -> list[Figure]:
    """Return the median and the 99th percentile, with the share of calls that reached all."""
    with a_hall(folder / f"screens-{screens}", AGENTS) as hall:
        command = [sys.executable, "-m", "bench.screens_load", str(hall.port), str(screens)]
        keys = [str(SECONDS), hall.kiosk, hall.screen, *hall.agents]
        load = subprocess.run([*command, *keys], check=True, capture_output=True, text=True)
    told = json.loads(load.stdout)
    what = f"tap → last of {screens} screens"
    return [
        Figure(f"{what}, p50", p50(told["last_ms"]), "ms"),
        Figure(f"{what}, p99", p99(told["last_ms"]), "ms"),
        Figure(f"{what}, calls that reached all", told["heard_by_all"] / told["taps"], "share"),
    ]
