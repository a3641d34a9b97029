from dataclasses import dataclass
from pathlib import Path

import pytest

from media.toml import TomlError, read_toml
from media.toml_lines import TomlLines


@dataclass(frozen=True, slots=True)
class Lamp:
    colour: str
    watts: int = 5


@dataclass(frozen=True, slots=True)
class Room:
    name: str
    lamps: tuple[Lamp, ...]


def written(folder: Path, text: str) -> Path:
    path = folder / "room.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(TomlError) as error:
        read_toml(path, Room)
    return str(error.value).replace(f"{path.parent}/", "").splitlines()


def test_a_right_file_becomes_a_frozen_value(tmp_path):
    path = written(tmp_path, 'name = "hall"\n[[lamps]]\ncolour = "red"\nwatts = 7\n')

    assert read_toml(path, Room) == Room("hall", (Lamp("red", 7),))


def test_a_file_that_an_editor_began_with_a_byte_order_mark_is_read(tmp_path):
    path = written(tmp_path, '\ufeffname = "hall"\nlamps = []\n')

    assert read_toml(path, Room) == Room("hall", ())


def test_a_missing_field_is_told_with_the_line_of_its_table(tmp_path):
    path = written(tmp_path, 'name = "hall"\n\n[[lamps]]\ncolour = "red"\n\n[[lamps]]\nwatts = 7\n')

    assert problems(path) == ["room.toml, line 6: lamps[2].colour: is missing."]


def test_an_unknown_field_is_told_with_its_line(tmp_path):
    path = written(tmp_path, 'name = "hall"\nlamps = []\nlampes = 3\n')

    assert problems(path) == ['room.toml, line 3: lampes: is not known here: did you mean "lamps"?']


def test_all_problems_are_listed_at_once(tmp_path):
    path = written(
        tmp_path,
        'name = 3\nlamps = [\n  { colour = "red" },\n  { colour = "blue", watts = "many" },\n]\n',
    )

    assert problems(path) == [
        "room.toml, line 1: name: a text in quotation marks must stand here, not 3.",
        'room.toml, line 4: lamps[2].watts: a whole number must stand here, not "many".',
    ]


def test_a_file_that_is_not_toml_is_told_with_the_line_where_it_stops_to_be(tmp_path):
    path = written(tmp_path, 'name = "hall"\nlamps = [\n')

    assert problems(path) == [
        (
            "room.toml, line 2: cannot be read: a value is missing or misspelt: "
            "texts stand in quotation marks (found: lamps = [)."
        )
    ]


def test_a_missing_file_is_told(tmp_path):
    assert problems(tmp_path / "room.toml") == ["room.toml, line 1: the file: is missing."]


def test_a_file_in_another_encoding_is_told(tmp_path):
    path = tmp_path / "room.toml"
    path.write_bytes('name = "الشباك"'.encode("cp1256"))

    assert problems(path) == [
        "room.toml, line 1: the file: is not written in UTF-8: save it as UTF-8."
    ]


LAYOUT = '''\
a = 1
b = [[1, 2],
 [3, [4]]]
[x.y]
k = """
[not.a.header]
"""
"q r".z = { u = 1, v = [ { w = 2 } ] }
[[s]]
n = 1  # [[s]]
[[s]]
docs = [
  { ar = "x ] = # y" },
  { ar = 'z' },
]
[s.sub]
d = 2024-02-12T10:00:00Z
[[s.t]]
g = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 1),
        (("b", 1, 1, 0), 3),
        (("x", "y", "k"), 5),
        (("x", "y", "q r", "z", "v", 0, "w"), 8),
        (("s", 0), 9),
        (("s", 0, "n"), 10),
        (("s", 1), 11),
        (("s", 1, "docs", 1, "ar"), 14),
        (("s", 1, "sub", "d"), 17),
        (("s", 1, "t", 0, "g"), 19),
        (("s", 1, "missing"), 11),
        (("nothing", "here"), 1),
    ],
)
def test_each_field_is_found_on_its_line(path, line):
    assert TomlLines(LAYOUT).line(path) == line
