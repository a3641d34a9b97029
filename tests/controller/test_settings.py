"""A controller's settings: one TOML file, whose paths start from its own folder."""

from pathlib import Path

import pytest

from controller.settings import read_settings


def written(folder: Path, text: str) -> Path:
    path = folder / "controller.toml"
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("database", "url"),
    [
        ("sqlite:///hall.db", "sqlite:///{folder}/hall.db"),
        ("sqlite:////var/lib/hall.db", "sqlite:////var/lib/hall.db"),
        ("postgresql+psycopg://nouba@db/nouba", "postgresql+psycopg://nouba@db/nouba"),
    ],
)
def test_a_database_file_starts_from_the_settings_folder(tmp_path, database, url) -> None:
    settings = read_settings(written(tmp_path, f'database = "{database}"\n'))

    assert settings.database == url.format(folder=tmp_path)


def test_folders_start_from_the_settings_folder(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, 'pack = "my-pack"\nsecret_file = "/etc/key"\n'))

    assert (settings.pack, settings.secret_file) == (tmp_path / "my-pack", Path("/etc/key"))
