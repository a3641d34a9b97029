"""A kiosk's settings: one TOML file."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

from annotated_types import Ge, MinLen

from hardware.ports import PrinterProfile
from hardware.profiles import PROFILES
from kiosk.waits import Waits
from media.look.screen import Screen
from media.look.screen_settings import Millimetres, ScreenSettings
from media.toml import read_toml, within
from wire.messages import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class KioskScreenSettings(ScreenSettings):
    """The kiosk's screen, within an arm's reach of whoever touches it."""

    distance_mm: Millimetres = 450.0
    bottom_mm: Annotated[float, Ge(0)] = 640.0
    """From the floor to the lower edge of the picture."""

    def geometry(self) -> Screen:
        """Return it as sizes are derived from it."""
        return replace(ScreenSettings.geometry(self), bottom_mm=self.bottom_mm)


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """The ticket printer."""

    address: str
    """One of `hardware.devices.PRINTER_ADDRESSES`, as in `escpos+tcp://192.168.1.20:9100`."""

    profile: str = PROFILES[0].name
    """A name in `profiles` of these settings, or in `hardware.profiles.PROFILES`."""


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
    screen: KioskScreenSettings
    home: Path = Path("var/kiosk")
    """Where the window library keeps its own files, and the spool of tickets its."""

    profiles: tuple[PrinterProfile, ...] = ()
    """Printers of one's own, as `nouba printer probe` writes them."""

    languages: Annotated[tuple[Language, ...], MinLen(1)] = LANGUAGES
    waits: Waits = field(default_factory=Waits)
    technician_code: str = ""
    """The hash of the technician's code, as `nouba kiosk code` writes it; none, and no way in."""

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
        touch_map=within(folder, settings.touch_map),
        screenshots=within(folder, settings.screenshots),
    )
