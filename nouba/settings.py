"""What a controller's settings name. A mistake in it ends the program, code 2, with its line."""

from pathlib import Path

from controller.morning import rulebook_of
from controller.rulebook import Rulebook
from controller.settings import Settings, read_settings
from media.pack import Pack, load_pack
from nouba.program import checked


def settings_in(path: Path | None) -> Settings:
    """Return the settings of the file, or those of a controller without any."""
    return checked(path, read_settings) if path else Settings()


def pack_of(settings: Settings) -> Pack:
    """Return the commune's content."""
    return checked(settings.pack, load_pack)


def rules_of(settings: Settings, pack: Pack) -> Rulebook:
    """Return the hall's own rules."""
    return checked(settings.pack, lambda _: rulebook_of(settings, pack))
