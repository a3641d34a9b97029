"""What gives a screen its light: commands of the system's, or a file that says what was asked."""

import subprocess
from pathlib import Path

from hardware.ports import DeviceError

PATIENCE = 10.0
"""Seconds that a command gets: a television answers CEC slowly."""


class NoPower:
    """Nothing that can be switched: the picture is black, and the light behind it stays."""

    def turn(self, *, is_on: bool) -> None:
        """Do nothing."""
        del is_on


class CommandPower:
    """Runs one command for light, another for none."""

    def __init__(self, on: tuple[str, ...], off: tuple[str, ...]) -> None:
        self._on, self._off = on, off

    def turn(self, *, is_on: bool) -> None:
        """Run the command to its end. Raises `DeviceError`."""
        words = self._on if is_on else self._off
        try:
            subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=True)  # noqa: S603 - written in hardware.devices
        except subprocess.CalledProcessError as error:
            told = (error.stderr or error.stdout).strip()
            raise DeviceError(f"{words[0]}: {told or error.returncode}") from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise DeviceError(f"{words[0]}: {error}") from error


class VirtualPower:
    """Writes what was asked of it into a file, a word a line."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def turn(self, *, is_on: bool) -> None:
        """Write `on` or `off`. Raises `DeviceError`."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a") as opened:
                opened.write("on\n" if is_on else "off\n")
        except OSError as error:
            raise DeviceError(f"{self._file}: {error.strerror}") from error
