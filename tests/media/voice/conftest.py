from pathlib import Path

import pytest

import media
from hardware.sound_files import SoundReader
from media.voice.engines.bank import ClipBank


@pytest.fixture(scope="session")
def demo_voices():
    return Path(media.__file__).parent / "packs" / "demo" / "voices"


@pytest.fixture(scope="session")
def read_clip():
    reader = SoundReader()
    yield reader.read
    reader.close()


@pytest.fixture(scope="session")
def arabic_bank(demo_voices, read_clip):
    return ClipBank(demo_voices / "ar", read_clip)
