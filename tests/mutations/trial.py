"""Days lived through with the rules of another tree."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.mutations.days import CONTRADICTION

DAYS = int(os.environ.get("NOUBA_DAYS", "800"))
PATIENCE = 600.0
"""Seconds; a rule that is broken may also never end."""

NOTICED, OVERLOOKED = "noticed", "no contradiction"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of the days."""

    what: str
    how: str = ""

    def __str__(self) -> str:
        return f"{self.what} [{self.how[:100]}]" if self.how else self.what


def try_out(root: Path, days: int = DAYS) -> Verdict:
    """Live through days with the rules of the tree at `root`."""
    command = [sys.executable, "-m", "tests.mutations.days", str(days)]
    # A file that is changed twice in a second would else be run as it was.
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(root)}
    try:
        lived = subprocess.run(
            command,
            check=False,
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return Verdict(NOTICED, "the days never ended")
    match lived.returncode:
        case 0:
            return Verdict(OVERLOOKED)
        case code if code == CONTRADICTION:
            return Verdict(NOTICED, lived.stdout.strip())
        case _:
            return Verdict("COULD NOT BE TRIED", lived.stderr.strip()[-300:])
