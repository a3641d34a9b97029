"""Keeps how each test ended, as it ends, and runs once more what did not pass.

A run that dies leaves what it knew. The second run has the machine for itself: what fails beside
other tests and passes alone is noise of the machine, or a race; it is named, never hidden.
"""

from pathlib import Path
from typing import TextIO

import pytest

NOISE = 12  # failed tests; when there are more, something is broken


class Ledger:
    """Writes a line when a test begins, and a line when it has passed or failed."""

    def __init__(self, written: TextIO) -> None:
        self._written = written
        self._has_failed = False

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Write it before it runs: whoever dies in it has not passed."""
        self._has_failed = False
        self._written.write(f"began {nodeid}\n")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note when a part of it failed, be it only the clearing up."""
        self._has_failed |= report.failed

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Write how it ended; what was skipped has passed."""
        self._written.write(f"{'failed' if self._has_failed else 'passed'} {nodeid}\n")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--ledger FILE`, which is written, and `--again FILE...`, which are read."""
    options = parser.getgroup("ledger")
    options.addoption("--ledger", type=Path, help="write here how each test ends")
    options.addoption(
        "--again",
        type=Path,
        action="append",
        default=[],
        help="run only what did not pass in this ledger, or in another one",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Open the ledger that is to be written, line by line."""
    path: Path | None = config.getoption("--ledger")
    if path is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.open("w", encoding="utf-8", buffering=1)
    config.add_cleanup(written.close)
    config.pluginmanager.register(Ledger(written))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what has passed. Refuses when so much failed that it cannot be noise."""
    if not config.getoption("--again"):
        return
    ended = read(config.getoption("--again"))
    failed = [each for each, how in ended.items() if how != "passed"]
    if len(failed) > NOISE:
        raise pytest.UsageError(f"{len(failed)} tests failed: too many to be noise.")
    left_out = [each for each in items if ended.get(each.nodeid) == "passed"]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [each for each in items if ended.get(each.nodeid) != "passed"]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Name what failed beside others, and whether it failed alone too."""
    if not config.getoption("--again"):
        return
    stats = terminalreporter.stats
    passed, failed, errors = (
        {each.nodeid for each in stats.get(kind, [])} for kind in ("passed", "failed", "error")
    )
    terminalreporter.section("failed beside other tests")
    for each, how in read(config.getoption("--again")).items():
        if how != "passed":
            alone = "passed alone" if each in passed - failed - errors else "failed alone too"
            terminalreporter.write_line(f"{alone}: {each}")


def read(ledgers: list[Path]) -> dict[str, str]:
    """Return how each test ended: `passed`, `failed`, or only `began` when the run died in it."""
    lines = [line for path in ledgers for line in path.read_text(encoding="utf-8").splitlines()]
    return {nodeid: how for how, _, nodeid in (line.partition(" ") for line in lines)}
