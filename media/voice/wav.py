"""Our sound as a WAV file."""

import wave
from pathlib import Path

from media.voice.sound import RATE, Samples


def write_wav(path: Path, sound: Samples) -> None:
    """Write the sound, mono and 16 bits; raise `OSError`."""
    with path.open("wb") as stream, wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound.astype("<i2").tobytes())
