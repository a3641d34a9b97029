"""With which voices a screen speaks."""

from dataclasses import dataclass
from pathlib import Path

from hardware.sound_files import SoundReader
from media.toml import within
from media.voice.voices import Voices, open_voices

VOICES = "voices"
"""The folder of a pack that holds its recorded clips."""


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """Voices beyond those that are always there. Paths start from the settings' folder."""

    recordings: Path | None = None
    """Recordings of a speaker of the commune's, a folder for each language."""

    hts_voice: Path | None = None
    """A voice file of the HTS engine."""

    cache: Path | None = None
    """Where to keep what was said once."""

    def inside(self, folder: Path) -> "VoiceSettings":
        """Return them with paths that start from this folder."""
        return VoiceSettings(
            within(folder, self.recordings),
            within(folder, self.hts_voice),
            within(folder, self.cache),
        )


def voices_of(pack: Path, settings: VoiceSettings, reader: SoundReader) -> Voices:
    """Open the pack's own clips and what the settings add."""
    clips = pack / VOICES
    return open_voices(
        reader.read,
        recordings=settings.recordings,
        clips=clips if clips.is_dir() else None,
        hts_voice=settings.hts_voice,
        cache=settings.cache,
    )
