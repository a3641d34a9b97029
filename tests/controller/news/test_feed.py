"""Feeds as they stand in the controller's settings."""

from pathlib import Path

import pytest

from controller.news.feed import Feed
from controller.settings import Settings, read_settings
from media.toml import TomlError

TEXT = """
[news]
pictures = "pictures"
[[news.feeds]]
name = "commune"
kind = "wordpress"
url = "https://www.commune.ma"
languages = ["ar", "fr"]
trusted = true
life_days = 3
every_minutes = 30
intranet = ["portal.commune.ma"]
pictures = { "*" = "any.png", "Travaux" = "works.png" }
"""


def read(folder: Path, text: str) -> Settings:
    (folder / "controller.toml").write_text(text, encoding="utf-8")
    return read_settings(folder / "controller.toml")


def test_feeds_are_read_and_their_files_start_from_the_settings_folder(tmp_path) -> None:
    news = read(tmp_path, TEXT).news

    assert news.pictures == tmp_path / "pictures"
    assert news.feeds == (
        Feed(
            name="commune",
            kind="wordpress",
            url="https://www.commune.ma",
            languages=("ar", "fr"),
            trusted=True,
            life_days=3,
            every_minutes=30,
            intranet=("portal.commune.ma",),
            pictures={"*": tmp_path / "any.png", "Travaux": tmp_path / "works.png"},
        ),
    )


def test_without_feeds_there_are_none(tmp_path) -> None:
    assert read(tmp_path, "").news.feeds == ()


def test_the_picture_of_a_category_comes_before_that_of_all(tmp_path) -> None:
    (feed,) = read(tmp_path, TEXT).news.feeds

    assert feed.spare_picture(("Sport", "TRAVAUX")) == tmp_path / "works.png"
    assert feed.spare_picture(("Sport",)) == tmp_path / "any.png"


@pytest.mark.parametrize(
    ("line", "instead", "field"),
    [
        ('url = "https://www.commune.ma"', 'url = "ftp://commune.ma"', "url"),
        ('url = "https://www.commune.ma"', 'url = "https://a:b@commune.ma"', "url"),
        ('url = "https://www.commune.ma"', 'url = "https://commune.ma:99999"', "url"),
        ('kind = "wordpress"', 'kind = "facebook"', "kind"),
        ('languages = ["ar", "fr"]', "languages = []", "languages"),
        ("every_minutes = 30", "every_minutes = 1", "every_minutes"),
        ("life_days = 3", "life_days = 0", "life_days"),
        ('name = "commune"', 'name = "La commune"', "name"),
    ],
)
def test_a_wrong_field_is_named(tmp_path, line, instead, field) -> None:
    with pytest.raises(TomlError) as raised:
        read(tmp_path, TEXT.replace(line, instead))

    (problem,) = raised.value.problems
    assert problem.field.startswith(f"news.feeds[1].{field}")


def test_two_feeds_of_one_name_are_refused(tmp_path) -> None:
    with pytest.raises(TomlError, match='two feeds are called "commune"'):
        read(tmp_path, TEXT + TEXT.partition('pictures = "pictures"')[2])
