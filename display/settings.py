"""A hall screen's settings: one TOML file."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

from annotated_types import MinLen

from display.lights import DarkSettings
from display.quiet_hours import SpeechSettings
from hardware.speaker_address import address_within
from media.look.screen_settings import Millimetres, ScreenSettings
from media.toml import read_toml, within
from media.voice.settings import VoiceSettings
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class WallScreenSettings(ScreenSettings):
    """The screen on the wall."""

    distance_mm: Millimetres = 5000.0
    """From the farthest visitor who must read the list of calls, to the glass."""


@dataclass(frozen=True, slots=True)
class DisplaySettings:
    """All that one hall screen needs to know."""

    controller: str
    """As in `http://controller:8080`."""

    pack: Path
    """The folder of the commune's content. Paths start from the settings' own folder."""

    screen: WallScreenSettings
    speaker: str
    """One of `hardware.devices.SPEAKER_ADDRESSES`."""

    token: str = ""
    """This device's token, of kind screen; without one the screen makes its own, and shows a code
    until somebody has let it in."""

    name: str = "hall-screen"
    """What staff call this screen; it stands in its window's title and its pictures' names."""

    zone: str = ""
    """The zone of the hall in which it hangs, by its id in the pack; without one it shows all."""

    spoken: Annotated[tuple[Language, ...], MinLen(1)] = ("ar", "fr")
    """The languages in which each call is spoken, the visitor's own beside them."""

    written: Annotated[tuple[Language, ...], MinLen(1)] = ("ar", "fr", "zgh")
    """The languages of the notices, in turn; the first one gives the direction of the screen."""

    voice: VoiceSettings = field(default_factory=VoiceSettings)
    dark: DarkSettings | None = None
    """When and how to be dark outside the hall's hours; never unless told."""

    speech: SpeechSettings = field(default_factory=SpeechSettings)
    home: Path = Path("var/display")
    """Where the window library keeps its own files."""

    may_be_pictured: bool = True
    """Whether supervisors may ask for a picture of what is on the glass."""

    screenshots: Path | None = None
    """Where to save a picture of the window on the signal USR1."""


def read_settings(path: Path) -> DisplaySettings:
    """Read the file, or raise `media.toml.TomlError` with every problem in it."""
    settings = read_toml(path, DisplaySettings)
    folder = path.resolve().parent
    return replace(
        settings,
        pack=folder / settings.pack,
        home=folder / settings.home,
        speaker=address_within(folder, settings.speaker),
        dark=_dark(folder, settings.dark),
        voice=settings.voice.from_folder(folder),
        screenshots=within(folder, settings.screenshots),
    )


def _dark(folder: Path, dark: DarkSettings | None) -> DarkSettings | None:
    """Let a virtual light's file start from the settings' folder, as every path does."""
    return None if dark is None else replace(dark, device=address_within(folder, dark.device))
