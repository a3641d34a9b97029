"""Programs that tests end as a power cut does."""

import subprocess


def kill(process: subprocess.Popen[bytes]) -> None:
    """End the process at once, and wait until it is gone. May be done twice."""
    process.kill()
    process.wait()
