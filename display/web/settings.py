"""The settings of the hall screens that browsers show: one TOML file for all of them."""

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

from annotated_types import Gt, MinLen
from pydantic import Field

from media.toml import read_toml
from media.voice.settings import VoiceSettings
from wire.messages import Language

Millimetres = Annotated[float, Gt(0)]
Languages = Annotated[tuple[Language, ...], MinLen(1)]

LEAST_TOKEN = 16
"""Characters: a token stands in an address, and must not be guessed."""


@dataclass(frozen=True, slots=True)
class WebScreen:
    """One screen on a wall. How many pixels it has, its browser tells."""

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
    """What staff call it; its folder has this name, too."""

    token: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$", min_length=LEAST_TOKEN)]
    """This device's token, of kind screen; its browser opens `/screen/TOKEN` once."""

    diagonal_mm: Millimetres
    distance_mm: Millimetres = 5000.0
    """From the farthest visitor who must read the list of calls, to the glass."""

    zone: str = ""
    """The zone of the hall in which it hangs, by its id in the pack; without one it shows all."""

    is_mute: bool = False
    """Whether another loudspeaker speaks where this screen hangs."""

    spoken: Languages = ("ar", "fr")
    """The languages in which each call is spoken, the visitor's own beside them."""

    written: Languages = ("ar", "fr", "zgh")
    """The languages of the notices, in turn; the first one gives the direction of the screen."""


@dataclass(frozen=True, slots=True)
class WebSettings:
    """All that the program needs to know."""

    controller: str
    """As in `http://controller:8080`."""

    pack: Path
    """The folder of the commune's content. Paths start from the settings' own folder."""

    screens: Annotated[tuple[WebScreen, ...], MinLen(1)]
    host: str = "0.0.0.0"  # noqa: S104  # televisions are elsewhere in the house
    """Where it listens."""

    port: Annotated[int, Field(ge=1, le=65535)] = 8090
    home: Path = Path("var/web-screens")
    """What the screens keep: a folder for each."""

    voice: VoiceSettings = field(default_factory=VoiceSettings)

    def __post_init__(self) -> None:
        """Refuse two screens that are one."""
        for what, values in (
            ("names", (each.name for each in self.screens)),
            ("tokens", (each.token for each in self.screens)),
        ):
            if any(times > 1 for times in Counter(values).values()):
                raise ValueError(f"screens need {what} of their own")


def read_settings(path: Path) -> WebSettings:
    """Read the file, or raise `media.toml.TomlError` with every problem in it."""
    settings = read_toml(path, WebSettings)
    folder = path.resolve().parent
    return replace(
        settings,
        pack=folder / settings.pack,
        home=folder / settings.home,
        voice=settings.voice.from_folder(folder),
    )
