"""A pack that is changed while a program shows it."""

import shutil

import pytest

from media.pack.watching import LOOK_AGAIN, PackWatch
from media.toml import TomlError
from tests.media.demo import DEMO


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(DEMO, tmp_path / "pack")
    return tmp_path / "pack"


def rewrite(folder, old, new):
    path = folder / "notices.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def looks(watch, count, start=0):
    return [watch.renewed((start + number) * LOOK_AGAIN) for number in range(count)]


def test_a_pack_that_does_not_change_is_not_read_again(folder):
    assert looks(PackWatch(folder), 5) == [None] * 5


def test_a_changed_notice_is_read_once_it_has_come_to_rest(folder):
    watch = PackWatch(folder)
    assert looks(watch, 1) == [None]
    rewrite(folder, "[[notices]]", "[[notices]]\nuntil = 2099-12-31")

    first, second, third = looks(watch, 3, start=1)

    assert (first, third) == (None, None)
    assert {str(notice.until) for notice in second.notices} == {"2099-12-31"}


def test_a_change_is_there_within_half_a_minute(folder):
    watch = PackWatch(folder)
    watch.renewed(0.0)
    rewrite(folder, "[[notices]]", "[[notices]]\nuntil = 2099-12-31")
    found = [second for second in range(1, 60) if watch.renewed(float(second))]
    assert found == [20]


def test_a_broken_change_is_told_once_with_its_file_and_line(folder):
    watch = PackWatch(folder)
    watch.renewed(0.0)
    line = 1 + (folder / "notices.toml").read_text(encoding="utf-8").count("\n")
    with (folder / "notices.toml").open("a", encoding="utf-8") as file:
        file.write("untill = 3\n")

    watch.renewed(LOOK_AGAIN)
    with pytest.raises(TomlError) as told:
        watch.renewed(2 * LOOK_AGAIN)

    assert {(each.file.name, each.line) for each in told.value.problems} == {("notices.toml", line)}
    assert looks(watch, 3, start=3) == [None] * 3


def test_a_folder_that_vanishes_is_told_and_may_come_back(folder):
    watch = PackWatch(folder)
    watch.renewed(0.0)
    folder.rename(folder.with_name("away"))
    watch.renewed(LOOK_AGAIN)
    with pytest.raises(TomlError):
        watch.renewed(2 * LOOK_AGAIN)

    folder.with_name("away").rename(folder)

    assert [pack is not None for pack in looks(watch, 3, start=3)] == [False, True, False]
