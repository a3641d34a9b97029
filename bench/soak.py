"""Does a kiosk grow? `setup/servers.sh .venv/bin/python -m bench.soak HOURS` looks at its memory.

A kiosk lives so many simulated hours of visitors and notices in a real window, before a real
controller and a virtual printer, with half the pixels a side; its resident memory is read at
every half hour.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from bench.a_kiosk import a_printer, kiosk_settings
from bench.figure import Figure, tell, write
from bench.hall_process import a_hall
from bench.resident import resident

WARM_UP = 0.25
"""As much of the hours as caches and pools need to fill; the slope is that of the rest."""


@dataclass(frozen=True, slots=True)
class Sample:
    """How the kiosk stood at a moment of its life."""

    hours: float
    visits: int
    tickets: int
    megabytes: float


def soak(folder: Path, hours: float) -> list[Sample]:
    """Let a kiosk live, and look at it all along."""
    with a_hall(folder / "hall", 1) as hall, a_printer(folder / "paper") as printer:
        pack = folder / "hall" / "pack"
        settings = kiosk_settings(folder / "kiosk", hall, pack, printer, is_coarse=True)
        command = [sys.executable, "-m", "bench.soak_life", str(settings), str(hours)]
        with (folder / "log").open("wb") as log:
            life = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            samples = list(watched(life))
        finally:
            life.kill()
        if life.wait() != 0:
            raise RuntimeError((folder / "log").read_text()[-2000:])
    return samples


def watched(life: subprocess.Popen[str]) -> Iterator[Sample]:
    """Give a sample whenever the kiosk tells how far it is."""
    assert life.stdout is not None
    for line in life.stdout:
        if line.startswith("["):
            hours, visits, tickets = json.loads(line)
            sample = Sample(hours, visits, tickets, resident(life.pid))
            click.echo(f"{sample}", err=True)
            yield sample


def slope(samples: Sequence[Sample]) -> float:
    """Return how many megabytes the kiosk grows in an hour: least squares."""
    middle = sum(each.hours for each in samples) / len(samples)
    mean = sum(each.megabytes for each in samples) / len(samples)
    spread = sum((each.hours - middle) ** 2 for each in samples)
    if not spread:
        raise ValueError("one moment has no slope")
    return sum((each.hours - middle) * (each.megabytes - mean) for each in samples) / spread


def figures(samples: Sequence[Sample]) -> list[Figure]:
    """Return what the samples say."""
    last = samples[-1]
    warm = [each for each in samples if each.hours >= WARM_UP * last.hours]
    what = f"memory of a kiosk, {last.hours:g} hours, {last.visits} visits, {last.tickets} tickets"
    return [
        Figure(f"{what}: first", warm[0].megabytes, "MB"),
        Figure(f"{what}: last", last.megabytes, "MB"),
        Figure(f"{what}: slope", slope(warm), "MB an hour"),
    ]


@click.command(help=__doc__)
@click.argument("hours", type=float)
def main(hours: float) -> None:
    """Live, print, and write var/bench-soak.json."""
    with tempfile.TemporaryDirectory(prefix="nouba-soak-") as folder:
        told = figures(soak(Path(folder), hours))
    tell(told)
    write(told, Path("var/bench-soak.json"))


if __name__ == "__main__":
    main()
