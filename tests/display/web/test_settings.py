"""The settings of the screens in browsers."""

import pytest

from display.web.settings import read_settings
from media.toml import TomlError

HEAD = 'controller = "http://hall:8080"\npack = "pack"\n'
SCREEN = '[[screens]]\nname = "{name}"\ntoken = "{token}"\ndiagonal_mm = 1092\n'


def settings(tmp_path, *screens):
    path = tmp_path / "web-screens.toml"
    tables = "".join(SCREEN.format(name=name, token=token) for name, token in screens)
    path.write_text(HEAD + tables, encoding="utf-8")
    return read_settings(path)


def test_paths_start_from_the_settings_own_folder(tmp_path):
    read = settings(tmp_path, ("tv-1", "a" * 20))
    assert (read.pack, read.home) == (tmp_path / "pack", tmp_path / "var/web-screens")


@pytest.mark.parametrize(
    ("screens", "why"),
    [
        ([("tv-1", "a" * 20), ("tv-1", "b" * 20)], "names of their own"),
        ([("tv-1", "a" * 20), ("tv-2", "a" * 20)], "tokens of their own"),
        ([("tv-1", "short")], "token"),
        ([("../tv", "a" * 20)], "name"),
        ([], "screens"),
    ],
)
def test_what_would_mix_screens_up_or_be_guessed_is_refused(tmp_path, screens, why):
    with pytest.raises(TomlError, match=why):
        settings(tmp_path, *screens)
