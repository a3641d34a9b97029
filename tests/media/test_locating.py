import pytest

from media.pack import load_pack
from media.pack.locating import located
from media.pack.walking import all_words
from tests.media.demo import DEMO


def line_at(place):
    path, line = located(DEMO, place)
    return path.read_text(encoding="utf-8").splitlines()[line - 1]


def test_each_text_of_the_demonstration_stands_where_it_is_said_to_stand():
    texts = all_words(load_pack(DEMO))
    assert [p for p, words in texts if words.ar not in line_at(f"{p}.ar")] == []


@pytest.mark.parametrize(
    ("place", "file", "start"),
    [
        ("services.burial", "services.toml", "[[services]]"),
        ("procedures.tnb", "procedures/tnb.toml", "id ="),
        ("notices.street_lighting_2024", "notices.toml", "[[notices]]"),
        ("charter.access", "charter.toml", "[[commitments]]"),
    ],
)
def test_a_thing_is_found_by_its_first_line(place, file, start):
    path, line = located(DEMO, place)
    assert path == DEMO / file
    assert path.read_text(encoding="utf-8").splitlines()[line - 1].startswith(start)


def test_what_is_left_out_is_found_where_it_belongs():
    assert located(DEMO, "services.burial.nickname") == located(DEMO, "services.burial")


def test_a_place_that_the_pack_has_not_is_refused():
    with pytest.raises(KeyError):
        located(DEMO, "procedures.nothing.name")
