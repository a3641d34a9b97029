"""Does a controller grow? So many calls through one process, over many days of its own clock.

    python -m bench.endurance 300000

The hall's clock runs 1,000 times as fast as the wall's: a day takes 86 seconds, and has as many
calls as fit. What a day must remember (its tickets, the answers to its requests) is given back
at its end, so the memory just after each turn of the day is compared. Agents and kiosks speak
over sockets of their own, through `bench.endurance_load`.

With `--one-day` the clock is the machine's, and all calls are of one day: what a call costs to
remember then shows as the slope.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from bench.figure import Figure, tell, write
from bench.hall_process import HallProcess, a_hall
from bench.resident import resident

AGENTS = 8
SAMPLE = 5.0
"""Seconds between looks at the process."""

FACTOR = 1000
WARM_UP = 0.1
"""As much of the calls as caches and pools need to fill; the slope is that of the rest."""


@dataclass(frozen=True, slots=True)
class Sample:
    """How the process stood at a moment."""

    calls: int
    days: int
    """How many days have ended."""

    megabytes: float
    """Its resident memory."""


def endure(folder: Path, calls: int, *, one_day: bool) -> list[Sample]:
    """Drive so many calls through one controller, and look at it all along."""
    more = "" if one_day else clock_from(datetime.now(UTC))
    with a_hall(folder, AGENTS, settings=more) as hall:
        load = subprocess.Popen(load_on(hall, calls), stdout=subprocess.PIPE, text=True)
        try:
            samples = list(watched(load, hall.pids[0]))
        finally:
            load.kill()
        if load.wait() != 0:
            raise RuntimeError("the load broke off")
    return samples


def clock_from(now: datetime) -> str:
    """Return the setting of a clock that begins now at midnight, and is quick."""
    origin = now.isoformat()
    return f"[clock]\norigin = {origin}\nstart = 00:00:00\nfactor = {FACTOR}\n"


def load_on(hall: HallProcess, calls: int) -> list[str]:
    """Return the command that makes so many calls."""
    command = [sys.executable, "-m", "bench.endurance_load", str(hall.port), str(calls)]
    return [*command, hall.kiosk, *hall.agents]


def watched(load: subprocess.Popen[str], pid: int) -> Iterator[Sample]:
    """Give a sample whenever the load tells how far it is, but not too often."""
    assert load.stdout is not None
    latest = 0.0
    for line in load.stdout:
        calls, days = json.loads(line)
        if time.monotonic() - latest >= SAMPLE:
            latest = time.monotonic()
            sample = Sample(calls, days, resident(pid))
            click.echo(f"{calls:,} calls, {days} days: {sample.megabytes:.1f} MB", err=True)
            yield sample
    yield Sample(calls, days, resident(pid))


def slope(samples: Sequence[Sample]) -> float:
    """Return how many megabytes the process grows in 100,000 calls: least squares."""
    mean_calls = sum(each.calls for each in samples) / len(samples)
    mean_size = sum(each.megabytes for each in samples) / len(samples)
    spread = sum((each.calls - mean_calls) ** 2 for each in samples)
    if not spread:
        raise ValueError("one number of calls has no slope")
    joint = sum((each.calls - mean_calls) * (each.megabytes - mean_size) for each in samples)
    return joint / spread * 100_000


def least_of_each_day(samples: Sequence[Sample]) -> list[Sample]:
    """Return the sample of each day at which the process was smallest."""
    by_day: dict[int, Sample] = {}
    for sample in samples:
        least = by_day.setdefault(sample.days, sample)
        if sample.megabytes < least.megabytes:
            by_day[sample.days] = sample
    return list(by_day.values())


def figures(samples: Sequence[Sample], *, one_day: bool) -> list[Figure]:
    """Return what the samples say."""
    calls = samples[-1].calls
    warm = [each for each in samples if each.calls >= WARM_UP * calls]
    compared = warm if one_day else least_of_each_day(warm)[:-1]
    when = "in one day" if one_day else f"in {samples[-1].days + 1} days, each day's least"
    what = f"memory of a controller, {calls:,} calls {when}"
    first, last = (
        Figure(f"{what}: {name}", each.megabytes, "MB")
        for name, each in (("first", compared[0]), ("last", compared[-1]))
    )
    most = Figure(f"{what}: most at any time", max(each.megabytes for each in warm), "MB")
    grown = Figure(f"{what}: slope", slope(compared), "MB in 100,000 calls")
    return [first, last.beside(first), most, grown]


@click.command(help=(__doc__ or "").replace("\n\n    ", "\n\n\b\n    "))
@click.argument("calls", type=int)
@click.option("--one-day", is_flag=True, help="On the machine's own clock.")
def main(calls: int, *, one_day: bool) -> None:
    """Drive, print, and write var/bench-endurance.json."""
    with tempfile.TemporaryDirectory(prefix="nouba-endurance-") as folder:
        samples = endure(Path(folder) / "hall", calls, one_day=one_day)
    told = figures(samples, one_day=one_day)
    tell(told)
    write(told, Path("var/bench-endurance.json"))


if __name__ == "__main__":
    main()
