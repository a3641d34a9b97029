"""Run a hall screen: python -m display --settings FILE."""

from display.program import run
from display.settings import read_settings
from hardware.ports import DeviceError
from media.look.command import window_command

if __name__ == "__main__":
    window_command(
        "Show and speak the calls of a hall, and its notices between them.",
        read_settings,
        run,
        DeviceError,
    )()
