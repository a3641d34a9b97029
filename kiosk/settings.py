"""A kiosk's settings: one TOML file."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

from annotated_types import Ge, Gt, MinLen

from hardware.profiles import PROFILES
from kiosk.flow import Waits
from media.look.screen import Screen
from media.look.window import WindowSettings
from media.toml import read_toml
from wire.messages import LANGUAGES, Language

Pixels = Annotated[int, Gt(0)]
Millimetres = Annotated[float, Gt(0)]


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """The kiosk's screen: how large it is, how high it stands, where its window is."""

    width_px: Pixels
    height_px: Pixels
    diagonal_mm: Millimetres
    bottom_mm: Annotated[float, Ge(0)] = 640.0
    """From the floor to the lower edge of the picture."""

    distance_mm: Millimetres = 450.0
    """From the visitor's eyes to the glass: who touches it stands within an arm's reach."""

    left: int | None = None
    top: int | None = None
    is_fullscreen: bool = False
    is_cursor_shown: bool = False

    def geometry(self) -> Screen:
        """Return it as sizes are derived from it."""
        return Screen(
            self.width_px, self.height_px, self.diagonal_mm, self.distance_mm, self.bottom_mm
        )

    def window(self) -> WindowSettings:
        """Return its window."""
        return WindowSettings(
            self.width_px,
            self.height_px,
            self.left,
            self.top,
            is_fullscreen=self.is_fullscreen,
            is_cursor_shown=self.is_cursor_shown,
            title="Nouba · kiosk",
        )


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """The ticket printer."""

    address: str
    """One of `hardware.devices.PRINTER_ADDRESSES`, as in `escpos+tcp://192.168.1.20:9100`."""

    profile: str = PROFILES[0].name
    """A name in `hardware.profiles.PROFILES`."""


@dataclass(frozen=True, slots=True)
class KioskSettings:
    """All that one kiosk needs to know."""

    controller: str
    """As in `http://controller:8080`."""

    token: str
    """This device's token, of kind kiosk."""

    pack: Path
    """The folder of the commune's content. Paths start from the settings' own folder."""

    printer: PrinterSettings
    screen: ScreenSettings
    home: Path = Path("var/kiosk")
    """Where the window library keeps its own files."""

    languages: Annotated[tuple[Language, ...], MinLen(1)] = LANGUAGES
    waits: Waits = field(default_factory=Waits)
    touch_map: Path | None = None
    """Where to write what can be touched now, for demonstrations and tests."""

    screenshots: Path | None = None
    """Where to save a picture of the window on the signal USR1."""


def read_settings(path: Path) -> KioskSettings:
    """Read the file, or raise `media.toml.TomlError` with every problem in it."""
    settings = read_toml(path, KioskSettings)
    folder = path.resolve().parent
    return replace(
        settings,
        pack=folder / settings.pack,
        home=folder / settings.home,
        touch_map=folder / settings.touch_map if settings.touch_map else None,
        screenshots=folder / settings.screenshots if settings.screenshots else None,
    )
