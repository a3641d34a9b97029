"""A hall screen's TOML file."""

from datetime import time

import pytest

from display.quiet_hours import QuietHours, SpeechSettings
from display.settings import read_settings
from media.toml import TomlError

WHOLE = """
controller = "http://127.0.0.1:8080"
token = "secret"
pack = "packs/demo"
speaker = "virtual:spoken?pace=real"
screenshots = "pictures"

[screen]
width_px = 1080
height_px = 1920
diagonal_mm = 1397
"""


def test_paths_start_from_the_settings_own_folder(tmp_path):
    (tmp_path / "display.toml").write_text(WHOLE)
    settings = read_settings(tmp_path / "display.toml")
    assert settings.pack == tmp_path / "packs" / "demo"
    assert settings.screenshots == tmp_path / "pictures"
    assert settings.speaker == f"virtual:{tmp_path}/spoken?pace=real"
    assert (settings.spoken, settings.written) == (("ar", "fr"), ("ar", "fr", "zgh"))
    assert settings.screen.geometry().is_portrait


def test_a_sound_card_has_no_folder(tmp_path):
    (tmp_path / "display.toml").write_text(WHOLE.replace("virtual:spoken?pace=real", "sound:"))
    assert read_settings(tmp_path / "display.toml").speaker == "sound:"


def test_every_mistake_is_told_with_its_line(tmp_path):
    (tmp_path / "display.toml").write_text(
        WHOLE.replace("1080", "0")
        .replace('token = "secret"', 'spoken = ["de"]')
        .replace("controller", "controler")
    )
    with pytest.raises(TomlError) as refused:
        read_settings(tmp_path / "display.toml")
    told = str(refused.value)
    assert "controller: is missing" in told
    assert "line 9: screen.width_px" in told
    assert "line 3: spoken[1]" in told


def test_how_the_loudspeaker_calls_is_told(tmp_path):
    speech = """
[speech]
times = 2
counters = [1, 2]

[[speech.quiet]]
since = 22:00:00
until = 06:00:00
decibels = -12
"""
    (tmp_path / "display.toml").write_text(WHOLE + speech)

    night = QuietHours(time(22), time(6), decibels=-12)
    assert read_settings(tmp_path / "display.toml").speech == SpeechSettings(2, (1, 2), (night,))
