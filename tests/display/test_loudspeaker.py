"""What the log tells of the speaker."""

import pytest

from display.loudspeaker import Loudspeaker
from hardware.ports import DeviceError, Pcm
from hardware.virtual_speaker import VirtualSpeaker

SOUND = Pcm(b"\0\0" * 480, 48_000)


@pytest.fixture
def inner(tmp_path):
    return VirtualSpeaker(tmp_path / "spoken")


@pytest.fixture
def speaker(inner):
    return Loudspeaker(inner, "virtual:spoken")


def lines(capsys):
    told = [line for line in capsys.readouterr().out.splitlines() if "speaker " in line]
    return [line[line.index("speaker ") :].split("  ")[0].strip() for line in told]


def test_a_speaker_that_works_is_told_once_and_is_tried_without_a_sound(speaker, tmp_path, capsys):
    speaker.test()
    speaker.play(SOUND, "A012")
    speaker.play(SOUND, "A013")

    assert lines(capsys) == ["speaker ready: virtual:spoken"]
    assert sorted(file.name for file in (tmp_path / "spoken").iterdir()) == [
        "0001-A012.wav",
        "0002-A013.wav",
    ]


def test_a_fault_is_told_once_and_so_is_its_end(speaker, inner, capsys):
    inner.break_down("unplugged")
    speaker.test()
    for _ in range(2):
        with pytest.raises(DeviceError, match="unplugged"):
            speaker.play(SOUND, "A012")
    inner.repair()
    speaker.play(SOUND, "A012")

    assert lines(capsys) == ["speaker fault: unplugged", "speaker ready: virtual:spoken"]
