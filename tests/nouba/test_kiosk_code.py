"""`nouba kiosk code`: what it writes into the settings."""

from pathlib import Path

from click.testing import CliRunner

from kiosk.settings import read_settings
from kiosk.technician_code import CodeLock
from nouba.commands.kiosk import command

SETTINGS = Path("deploy/settings/kiosk.toml")


def told(*words):
    return CliRunner().invoke(command, words, catch_exceptions=False)


def test_the_settings_get_the_codes_hash_and_keep_all_else(tmp_path):
    settings = tmp_path / "kiosk.toml"
    settings.write_text(SETTINGS.read_text(encoding="utf-8"), encoding="utf-8")
    for code in ("314159", "2718281"):
        assert told("code", "--settings", str(settings), "--code", code).exit_code == 0
        assert CodeLock(read_settings(settings).technician_code).opens(code)

    text = settings.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if "technician_code" not in line and line]
    assert kept == [line for line in SETTINGS.read_text(encoding="utf-8").splitlines() if line]
    assert "2718281" not in text


def test_a_code_of_letters_is_refused_and_nothing_is_written(tmp_path):
    settings = tmp_path / "kiosk.toml"
    settings.write_text(SETTINGS.read_text(encoding="utf-8"), encoding="utf-8")
    refused = told("code", "--settings", str(settings), "--code", "secret")
    assert (refused.exit_code, "6 digits" in refused.output) == (2, True)
    assert settings.read_text(encoding="utf-8") == SETTINGS.read_text(encoding="utf-8")


def test_without_settings_no_kiosk_is_run():
    assert told().exit_code == 2
