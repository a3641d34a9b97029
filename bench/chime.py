"""From an agent's tap to the first sample of the chime, at a hall screen's loudspeaker.

`setup/servers.sh .venv/bin/python -m bench.chime` measures it; it needs an X screen. Controller and
screen are processes of their own, the loudspeaker is the virtual one: what a sound card holds
before it lets a sample be heard comes on top.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.a_screen import a_screen, screen_settings, spoken
from bench.figure import Figure, p50, p99, tell, write
from bench.hall_process import a_hall

AGENTS, CALLS = 6, 120


def tap_to_chime(folder: Path) -> list[Figure]:
    """Return the medians and 99th percentiles of the chime, and of when its words are there."""
    with a_hall(folder / "hall", AGENTS) as hall:
        settings = screen_settings(folder / "screen", hall)
        with a_screen(settings):
            command = [sys.executable, "-m", "bench.chime_load", str(hall.port), str(CALLS)]
            keys = [str(spoken(settings)), hall.kiosk, *hall.agents]
            load = subprocess.run([*command, *keys], check=True, stdout=subprocess.PIPE)
    chimes, words = zip(*json.loads(load.stdout), strict=True)
    what = f"{len(chimes)} calls, tap → first sample of the chime"
    after = f"{len(words)} calls, chime → its words are there"
    return [
        Figure(f"{what}, p50", p50(list(chimes)), "ms"),
        Figure(f"{what}, p99", p99(list(chimes)), "ms"),
        Figure(f"{after}, p50", p50(list(words)), "ms"),
        Figure(f"{after}, p99", p99(list(words)), "ms"),
    ]


def main() -> None:
    """Measure in a scratch folder, print, and write var/bench-chime.json."""
    Path("var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir="var", prefix="bench-") as folder:
        told = tap_to_chime(Path(folder).resolve())
    tell(told)
    write(told, Path("var/bench-chime.json"))


if __name__ == "__main__":
    main()
