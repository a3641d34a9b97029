"""A kiosk's settings: one TOML file."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Annotated, TypeVar

from annotated_types import Ge, MinLen
from pydantic import AfterValidator

from hardware.keypad import USAGES, Key
from hardware.ports import PrinterProfile
from hardware.profiles import PROFILES
from hardware.speaker_address import address_within
from kiosk.waits import Waits
from media.look.screen import Screen
from media.look.screen_settings import Millimetres, ScreenSettings
from media.toml import read_toml, within
from media.voice.settings import ReaderSettings
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


def _known_key(name: str) -> str:
    if name and name not in USAGES:
        raise ValueError(f'"{name}" is none of the keys: {", ".join(USAGES)}')
    return name


KeyName = Annotated[str, AfterValidator(_known_key)]
"""A name in `hardware.keypad.USAGES`; empty for a key that the keypad does not have."""


@dataclass(frozen=True, slots=True)
class KeypadSettings:
    """Which keys the keypad beneath the screen sends. The first four are enough."""

    previous: KeyName = "left"
    """Held: softer."""

    next: KeyName = "right"
    """Held: louder."""

    choose: KeyName = "down"
    repeat: KeyName = "up"
    """Says it again, and stops what is being said."""

    louder: KeyName = "volume_up"
    softer: KeyName = "volume_down"
    plugged: KeyName = ""
    """What a keypad sends when the headphones are put in: the spoken mode begins."""

    unplugged: KeyName = ""

    def __post_init__(self) -> None:
        """Refuse a key that would mean two things."""
        named = [name for name in asdict(self).values() if name]
        twice = sorted({name for name in named if named.count(name) > 1})
        if twice:
            raise ValueError(f"two meanings for one key: {', '.join(twice)}")

    def usages(self) -> Mapping[int, Key]:
        """Return what each key means, by its usage."""
        named = asdict(self)
        return {USAGES[named[key]]: key for key in Key if named[key]}


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """The ticket printer."""

    address: str
    """One of `hardware.devices.PRINTER_ADDRESSES`, as in `escpos+tcp://192.168.1.20:9100`."""

    profile: str = PROFILES[0].name
    """A name in `profiles` of these settings, or in `hardware.profiles.PROFILES`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchSettings:
    """What a screen that visitors touch needs to know, whether it gives tickets or not."""

    controller: str
    """As in `http://controller:8080`."""

    pack: Path
    """The folder of the commune's content. Paths start from the settings' own folder."""

    screen: KioskScreenSettings
    token: str = ""
    """This device's token, of kind kiosk; without one the kiosk makes its own, and shows a code
    until somebody has let it in."""

    home: Path = Path("var/kiosk")
    """Where the window library keeps its own files, and the program what outlives a start."""

    languages: Annotated[tuple[Language, ...], MinLen(1)] = LANGUAGES
    waits: Waits = field(default_factory=Waits)
    speaker: str = ""
    """One of `hardware.devices.SPEAKER_ADDRESSES`, for headphones; empty, and nothing is spoken."""

    keypad: KeypadSettings = field(default_factory=KeypadSettings)
    voice: ReaderSettings = field(default_factory=ReaderSettings)
    touch_map: Path | None = None
    """Where to write what can be touched now, for demonstrations and tests."""

    inspection: Path | None = None
    """Where to write what stands on the screen now, for `nouba kiosk audit`."""

    screenshots: Path | None = None
    """Where to save a picture of the window on the signal USR1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskSettings(TouchSettings):
    """All that one kiosk needs to know."""

    printer: PrinterSettings
    profiles: tuple[PrinterProfile, ...] = ()
    """Printers of one's own, as `nouba printer probe` writes them."""

    technician_code: str = ""
    """The hash of the technician's code, as `nouba kiosk code` writes it; none, and no way in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationSettings(TouchSettings):
    """All that one information screen needs to know: it has no printer."""


Settings = TypeVar("Settings", bound=TouchSettings)


def read_settings(path: Path) -> KioskSettings:
    """Read a kiosk's file, or raise `media.toml.TomlError` with every problem in it."""
    return _placed(read_toml(path, KioskSettings), path)


def read_information_settings(path: Path) -> InformationSettings:
    """Read an information screen's file, or raise `media.toml.TomlError` likewise."""
    return _placed(read_toml(path, InformationSettings), path)


def _placed(settings: Settings, path: Path) -> Settings:
    """Return the settings with paths that start from the file's own folder."""
    folder = path.resolve().parent
    return replace(
        settings,
        pack=folder / settings.pack,
        home=folder / settings.home,
        speaker=address_within(folder, settings.speaker),
        voice=settings.voice.from_folder(folder),
        touch_map=within(folder, settings.touch_map),
        inspection=within(folder, settings.inspection),
        screenshots=within(folder, settings.screenshots),
    )
