"""`python -m bench`: measures everything, prints it, and writes var/bench.json."""

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.ahead import cost_of_ahead
from bench.commands import cost_per_command
from bench.figure import Figure, tell, write
from bench.limits import bare_commits, bare_posts
from bench.restart import restart
from bench.screens import tap_to_last_screen
from bench.throughput import throughput

AGENTS = (1, 8)
HISTORIES = (0, 100_000, 1_000_000)


def measure(folder: Path, now: datetime) -> Iterator[Figure]:
    """Give every figure, the machine's limits first."""
    commits = bare_commits(folder)
    yield commits
    posts = {clients: bare_posts(folder / f"posts-{clients}", clients) for clients in AGENTS}
    yield from posts.values()
    for agents in AGENTS:
        yield from throughput(folder, agents, posts, commits)
    yield from tap_to_last_screen(folder, 12)
    yield from tap_to_last_screen(folder, 300)
    yield from restart(folder / "restart", now, 2_000)
    yield from cost_of_ahead()
    yield from cost_per_command(folder, HISTORIES)


def main() -> None:
    """Measure in a scratch folder on this machine's disk."""
    figures = []
    Path("var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir="var", prefix="bench-") as folder:
        for figure in measure(Path(folder).resolve(), datetime.now(UTC)):
            print(f"{figure.what}: {figure.value:,.2f} {figure.unit}", file=sys.stderr)
            figures.append(figure)
    tell(figures)
    write(figures, Path("var/bench.json"))


if __name__ == "__main__":
    main()
