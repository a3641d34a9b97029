"""The command line makes no database where it only looks for one."""

import pytest
from click.testing import CliRunner

from nouba.__main__ import main

IN_THE_DATABASE = [
    ("audit",),
    ("report", "day"),
    ("rules", "try", "rules.toml"),
    ("appointments", "list"),
    ("appointments", "book", "birth_copy", "2026-11-30", "09:15"),
    ("people", "list"),
    ("people", "remove", "amina"),
    ("devices", "list"),
    ("devices", "token", "kiosk-1"),
    ("waits", "score"),
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder without any database, in which somebody types."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules.toml").write_text("")
    return tmp_path


@pytest.mark.parametrize("words", IN_THE_DATABASE, ids=" ".join)
def test_who_forgets_the_settings_is_told_which_database_was_looked_for(folder, words) -> None:
    told = CliRunner().invoke(main, words)

    assert (told.exit_code, told.output) == (
        1,
        (
            f"Error: There is no database {folder}/var/nouba.db, where a controller without "
            "settings has it: name the hall's settings, such as --settings "
            "/etc/nouba/controller.toml.\n"
        ),
    )
    assert [each.name for each in folder.iterdir()] == ["rules.toml"]


@pytest.mark.parametrize("words", IN_THE_DATABASE, ids=" ".join)
def test_a_database_that_no_controller_made_is_told_with_its_settings(folder, words) -> None:
    settings = folder / "controller.toml"
    settings.write_text('database = "sqlite:///data/hall.db"\n')

    told = CliRunner().invoke(main, [*words, "--settings", str(settings)])

    assert (told.exit_code, told.output) == (
        1,
        (
            f"Error: There is no database {folder}/data/hall.db, which {settings} names: "
            "its controller was never started.\n"
        ),
    )
    assert not (folder / "data").exists()


def test_who_names_the_first_person_may_make_the_database(folder) -> None:
    told = CliRunner().invoke(main, ["people", "add", "amina", "--password", "a long one"])

    assert (told.exit_code, (folder / "var" / "nouba.db").is_file()) == (0, True)
