"""The kiosk's settings file."""

import pytest

from kiosk.settings import read_settings
from media.toml import TomlError

WHOLE = """
controller = "http://hall:8080"
token = "secret"
pack = "packs/demo"
languages = ["ar", "fr"]
touch_map = "touch.json"

[printer]
address = "escpos+tcp://127.0.0.1:9100"

[screen]
width_px = 1080
height_px = 1920
diagonal_mm = 546.0

[waits]
idle = 90
"""


def test_paths_start_from_the_file(tmp_path):
    file = tmp_path / "kiosk.toml"
    file.write_text(WHOLE)
    settings = read_settings(file)
    assert settings.pack == tmp_path / "packs/demo"
    assert settings.touch_map == tmp_path / "touch.json"
    assert settings.screenshots is None
    assert (settings.languages, settings.waits.idle) == (("ar", "fr"), 90)


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        ("width_px = 1080", "width_px = 0", "line 12"),
        ('languages = ["ar", "fr"]', "languages = []", "line 5"),
        ('languages = ["ar", "fr"]', 'languages = ["xx"]', "line 5"),
        ("idle = 90", "idel = 90", "line 17"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(tmp_path, right, wrong, line):
    file = tmp_path / "kiosk.toml"
    file.write_text(WHOLE.replace(right, wrong))
    with pytest.raises(TomlError, match=line):
        read_settings(file)
