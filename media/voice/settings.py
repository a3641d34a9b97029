"""The voices that a program's settings name, beyond those that are always there."""

from dataclasses import dataclass
from pathlib import Path

from media.toml import within


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """Who reads texts aloud. Paths start from the settings' folder."""

    recordings: Path | None = None
    """Recordings of a speaker of the commune's, a folder for each language."""

    hts_voice: Path | None = None
    """A voice file of the HTS engine."""

    def from_folder(self, folder: Path) -> "ReaderSettings":
        """Return the same with paths that start from the folder."""
        return ReaderSettings(within(folder, self.recordings), within(folder, self.hts_voice))


@dataclass(frozen=True, slots=True)
class VoiceSettings(ReaderSettings):
    """Who calls, too: calls are the same ones again and again."""

    cache: Path | None = None
    """Where to keep what was said once."""

    def from_folder(self, folder: Path) -> "VoiceSettings":
        """Return the same with paths that start from the folder."""
        return VoiceSettings(
            within(folder, self.recordings),
            within(folder, self.hts_voice),
            within(folder, self.cache),
        )
