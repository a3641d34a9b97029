"""Does a hall screen grow, miss a call, or speak late? `... -m bench.screen_soak HOURS CALLS`.

`setup/servers.sh .venv/bin/python -m bench.screen_soak 24 3000`: a hall screen lives so many
simulated hours in a real window, with half the pixels a side, before a real controller; agents make
so many calls, and a film and news play in between. Its memory is read at every simulated half hour.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from bench.a_screen import screen_settings
from bench.figure import Figure, p50, p99, tell, write
from bench.hall_process import a_hall
from bench.resident import resident
from bench.screen_programme import publish
from bench.soak import Sample, slope

WARM_UP = 0.25
"""As much of the hours as caches and pools need to fill; the slope is that of the rest."""

AGENTS = 6
LATE = 1520.0
"""Milliseconds after the chime's first sample at which the words are due."""


@dataclass(frozen=True, slots=True)
class Life:
    """What became of a screen's day."""

    samples: Sequence[Sample]
    words: Sequence[float]
    """Of each call that was heard, the milliseconds from its chime until its words were there."""

    calls: int
    """How many were made."""

    turns: int
    """How often an item of the programme had the stage."""


def soak(folder: Path, hours: float, calls: int) -> Life:
    """Let a screen live, and look at it all along."""
    with a_hall(folder / "hall", AGENTS) as hall:
        publish(folder / "hall" / f"controller-{hall.port}.toml", folder / "written")
        settings = screen_settings(folder / "screen", hall, coarse=2)
        with (folder / "log").open("wb") as log:
            command = [sys.executable, "-m", "bench.screen_life", str(settings)]
            told = [str(hours), str(calls), str(hall.port), hall.kiosk, *hall.agents]
            life = subprocess.Popen(
                [*command, *told], stdout=subprocess.PIPE, stderr=log, text=True
            )
        try:
            lived = _watched(life, calls)
        finally:
            life.kill()
        if life.wait() != 0:
            raise RuntimeError((folder / "log").read_text()[-2000:])
    return lived


def _watched(life: subprocess.Popen[str], calls: int) -> Life:
    samples: list[Sample] = []
    words: list[float] = []
    turns = 0
    assert life.stdout is not None
    for line in life.stdout:
        if not line.startswith("{"):
            continue
        told = json.loads(line)
        words += told["words"]
        turns = told["turns"]
        samples.append(Sample(told["hours"], len(words), 0, resident(life.pid)))
        click.echo(f"{samples[-1]}, {turns} turns", err=True)
    return Life(samples, words, calls, turns)


def figures(life: Life) -> Iterator[Figure]:
    """Give what a life says."""
    last = life.samples[-1]
    warm = [each for each in life.samples if each.hours >= WARM_UP * last.hours]
    what = f"a hall screen, {last.hours:g} hours, {life.calls} calls, {life.turns} turns of items"
    yield Figure(f"{what}: calls missed", life.calls - len(life.words), "")
    yield Figure(f"{what}: voices late", sum(each > LATE for each in life.words), "")
    yield Figure(f"{what}: chime → its words are there, p50", p50(list(life.words)), "ms")
    yield Figure(f"{what}: chime → its words are there, p99", p99(list(life.words)), "ms")
    yield Figure(f"{what}: memory, first", warm[0].megabytes, "MB")
    yield Figure(f"{what}: memory, last", last.megabytes, "MB")
    yield Figure(f"{what}: memory, most", max(each.megabytes for each in life.samples), "MB")
    yield Figure(f"{what}: memory, slope", slope(warm), "MB an hour")


@click.command(help=__doc__)
@click.argument("hours", type=float)
@click.argument("calls", type=int)
def main(hours: float, calls: int) -> None:
    """Live, print, and write var/bench-screen-soak.json."""
    with tempfile.TemporaryDirectory(prefix="nouba-soak-") as folder:
        told = list(figures(soak(Path(folder), hours, calls)))
    tell(told)
    write(told, Path("var/bench-screen-soak.json"))


if __name__ == "__main__":
    main()
