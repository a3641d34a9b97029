"""Find a Chromium that runs: `python -m nouba.chromium` prints its path."""

import subprocess
import sys
from collections.abc import Iterator
from shutil import which

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
"""As in setup/system.sh, in the order of preference."""

START = 30.0
"""Seconds that a browser may take to tell its version, at its first start on a slow machine."""

MISSING = (
    "The pages need Chromium or Chrome, and there is none that runs. On Debian: "
    "apt-get install chromium. On Ubuntu: Google's package google-chrome-stable, "
    "or snap install chromium"
)


class NoBrowserError(RuntimeError):
    """This machine has no Chromium that runs; the text says what to do."""


def find_browser() -> str:
    """Return the path of a Chromium or Chrome, or raise `NoBrowserError`."""
    found = next(filter(_runs, _installed()), None)
    if found is None:
        raise NoBrowserError(MISSING)
    return found


def _installed() -> Iterator[str]:
    yield from filter(None, map(which, NAMES))


def _runs(program: str) -> bool:
    """Tell whether it starts: Ubuntu's `chromium-browser` is a script that asks for a snap."""
    try:
        asked = (program, "--version")
        told = subprocess.run(asked, check=False, capture_output=True, timeout=START)  # noqa: S603 - a browser's own name
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0


def main() -> int:
    """Print the browser's path, or what to do without one; return the exit code."""
    try:
        sys.stdout.write(f"{find_browser()}\n")
    except NoBrowserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
