"""With which voices a screen speaks."""

from pathlib import Path

from hardware.sound_files import SoundReader
from media.voice.settings import VoiceSettings
from media.voice.voices import Voices, open_voices

VOICES = "voices"
"""The folder of a pack that holds its recorded clips."""


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
