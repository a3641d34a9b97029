from importlib import import_module

import pytest
from click.testing import CliRunner

from nouba.__main__ import COMMANDS, main
from nouba.demo.claim import claimed
from nouba.demo.place import fresh_place


def run(*words: str):
    return CliRunner().invoke(main, words)


def test_the_help_names_every_command():
    help_text = run("--help").output
    assert [name for name in COMMANDS if name not in help_text] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_summary_is_the_first_line_of_its_help(name):
    command = import_module(f"nouba.commands.{name}").command
    assert (command.help or "").splitlines()[0] == COMMANDS[name]


@pytest.mark.parametrize("program", ["controller", "kiosk", "display"])
def test_settings_that_are_not_there_are_an_error_in_one_sentence(program):
    result = run(program, "--settings", "nowhere.toml")
    assert (result.exit_code, "Traceback" in result.output) == (2, False)
    assert "nowhere.toml" in result.output


def test_a_demonstration_with_a_pack_that_is_not_right_does_not_begin(tmp_path):
    (tmp_path / "pack").mkdir()
    result = run("demo", "--pack", str(tmp_path / "pack"), "--folder", str(tmp_path / "demo"))
    assert (result.exit_code, (tmp_path / "demo").exists()) == (2, False)
    assert "pack.toml, line 1: the file: is missing" in result.output.replace("\n", "")


def test_a_morning_is_played_with_the_demonstrations_pack_alone(tmp_path):
    result = run("demo", "--play", "--pack", str(tmp_path), "--folder", str(tmp_path / "demo"))
    assert (result.exit_code, (tmp_path / "demo").exists()) == (2, False)


@pytest.mark.parametrize("command", [("demo",), ("demo", "--play"), ("screenshots",)])
def test_a_folder_in_which_a_hall_runs_is_left_alone(tmp_path, command):
    folder = tmp_path / "hall" if command == ("screenshots",) else tmp_path
    hall, picture = fresh_place(folder).folder / "hall.db", tmp_path / "kiosk.png"
    hall.write_text("tickets")
    picture.write_text("a picture")
    with claimed(folder):
        result = run(*command, "--folder", str(tmp_path))
    assert (result.exit_code, result.output.count("A hall runs in")) == (1, 1)
    assert (hall.read_text(), picture.read_text()) == ("tickets", "a picture")


def test_an_unknown_command_is_an_error():
    assert run("fly").exit_code == 2
