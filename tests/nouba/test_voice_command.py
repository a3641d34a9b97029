"""`nouba voice`, by its users' own words."""

import wave

import pytest
from click.testing import CliRunner

from media.voice.engines.pico import PicoEngine
from media.voice.prose import Prose
from media.voice.wav import write_wav
from nouba.commands.voice import command


def nouba_voice(*words):
    return CliRunner().invoke(command, [str(word) for word in words])


def test_a_call_is_written_as_the_hall_would_hear_it(tmp_path):
    done = nouba_voice("say", "A012", 3, "--language", "fr", "--to", tmp_path / "call.wav")

    assert done.exit_code == 0, done.output
    with wave.open(str(tmp_path / "call.wav")) as file:
        assert f"{file.getnframes() / file.getframerate():.1f} s\n" == done.output


def test_a_text_is_spoken_to_a_loudspeaker(tmp_path):
    done = nouba_voice(
        "say", "--text", "The hall closes.", "--language", "en", "--to", f"virtual:{tmp_path}"
    )

    assert done.exit_code == 0, done.output
    assert [file.name for file in tmp_path.iterdir()] == ["0001-said.wav"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("A012", "3", "--language", "zgh"), "nobody speaks zgh"),
        (("A012",), "tell a TICKET and a COUNTER"),
        (("?", "3", "--language", "fr"), "? to counter 3"),
    ],
)
def test_what_cannot_be_said_is_told(tmp_path, words, why):
    done = nouba_voice("say", *words, "--to", tmp_path / "none.wav")

    assert done.exit_code
    assert why in done.output
    assert list(tmp_path.iterdir()) == []


def test_the_check_lists_what_each_language_lacks(tmp_path):
    (tmp_path / "zgh").mkdir()
    source = tmp_path / "source"
    source.mkdir()
    write_wav(source / "n-1.wav", PicoEngine().say(Prose("fr", "un,")))
    taken = nouba_voice(
        *("import", "--language", "zgh", "--from", source, "--out", tmp_path / "zgh"),
        *("--speaker", "Fatima", "--credit", "the commune", "--licence", "the halls' only"),
    )

    done = nouba_voice("check", "--recordings", tmp_path)

    assert "1 taken, 0 refused, 302 missing" in taken.output
    assert "missing\tn-2\n" in done.output
    assert "302 missing, 0 faulty" in done.output
    assert "0 missing, 0 faulty" in done.output  # the pack's Arabic
    assert "zgh: nobody speaks it" in done.output
    assert done.exit_code == 1


def test_nobody_builds_an_amazigh_bank(tmp_path):
    done = nouba_voice("build", "--language", "zgh", "--out", tmp_path / "zgh")

    assert done.exit_code == 1
    assert "record a speaker" in done.output
