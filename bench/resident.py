"""What a process takes of the machine, from Linux's /proc (proc(5))."""

import os
from pathlib import Path


def resident(pid: int) -> float:
    """Return the megabytes (10⁶ bytes) that the process has in memory now."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def processor_seconds(pid: int) -> float:
    """Return how long the process has kept a processor busy, all its threads together."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")
