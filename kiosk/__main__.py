"""Run a kiosk: python -m kiosk --settings FILE."""

from hardware.ports import DeviceError
from kiosk.paper_font import PaperFontError
from kiosk.program import run
from kiosk.settings import read_settings
from media.look.command import window_command

if __name__ == "__main__":
    window_command(
        "Run the touch kiosk of a hall's entrance.",
        read_settings,
        run,
        DeviceError,
        PaperFontError,
    )()
