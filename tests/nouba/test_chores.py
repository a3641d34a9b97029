"""The chores of whoever sets a hall up, by the command line."""

import pytest
from click.testing import CliRunner

from nouba.__main__ import main


@pytest.fixture
def settings(tmp_path):
    path = tmp_path / "controller.toml"
    path.write_text(f'database = "sqlite:///{tmp_path}/hall.db"\n')
    return str(path)


def run(*words: str):
    return CliRunner().invoke(main, words)


def add_agent(settings, password="a long one"):
    return run("people", "add", "amina", "--settings", settings, "--password", password)


def test_people_who_are_added_are_listed(settings):
    assert add_agent(settings).exit_code == 0
    assert "amina" in run("people", "list", "--settings", settings).output


def test_a_name_in_use_and_a_short_password_are_refused_in_a_sentence(settings):
    add_agent(settings)
    twice, short = add_agent(settings), add_agent(settings, password="short")
    assert (twice.exit_code, short.exit_code) == (2, 2)
    assert "there is already a amina" in twice.output
    assert "fewer than 8 characters" in short.output


def test_a_device_gets_a_token_of_its_own(settings):
    tokens = [
        run("devices", "add", name, "--kind", "kiosk", "--settings", settings).output
        for name in ("kiosk-1", "kiosk-2")
    ]
    assert len(set(tokens)) == 2
    assert "kiosk-2" in run("devices", "list", "--settings", settings).output


def test_wrong_settings_name_the_field_and_the_line(tmp_path):
    path = tmp_path / "controller.toml"
    path.write_text('hall = "demo"\nport = "eighty"\n')
    result = run("controller", "--settings", str(path))
    assert result.exit_code == 2
    assert "line 2: port:" in result.output


def test_the_demonstrations_pack_can_be_used():
    result = run("content", "check")
    assert (result.exit_code, "16 services" in result.output) == (0, True)


def test_a_pack_that_is_none_is_refused(tmp_path):
    assert run("content", "check", str(tmp_path)).exit_code == 2
