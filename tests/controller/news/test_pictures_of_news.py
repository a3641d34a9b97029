"""The pictures of news: fetched once, or those of the settings in the end."""

import io
from pathlib import Path

from PIL import Image

from controller.news.item import MOST_TRIES, Standing
from controller.news.problem import Problem, told
from tests.controller.news.hall import Hall
from tests.controller.news.written import NOW, an_item, rss


def a_picture(color: str = "teal") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (300, 200), color).save(file, "PNG")
    return file.getvalue()


def test_a_picture_is_fetched_once_and_encoded_anew(hall: Hall) -> None:
    picture = f'<enclosure url="{hall.site.url("/a.png")}" type="image/png" length="1"/>'
    hall.site.put("/feed", rss(an_item("1", more=picture)))
    hall.site.put("/a.png", a_picture(), "image/png")

    hall.visit()
    hall.visit()

    (item,) = hall.items()
    with Image.open(hall.rounds.album.file(item.picture)) as kept:
        assert (kept.format, kept.size) == ("JPEG", (300, 200))
    assert hall.site.times("/a.png") == 1


def test_the_next_picture_is_taken_where_the_first_one_is_none(hall: Hall) -> None:
    more = (
        f'<media:content medium="image" url="{hall.site.url("/gone.png")}"/>'
        '<media:thumbnail url="http://localhost/secret.png"/>'
        f'<description>&lt;img src="{hall.site.url("/b.png")}"&gt;</description>'
    )
    hall.site.put("/feed", rss(an_item("1", more=more)))
    hall.site.put("/b.png", a_picture(), "image/png")

    hall.visit()

    assert hall.items()[0].picture != ""


def test_after_some_tries_the_category_has_a_picture(hall: Hall, tmp_path: Path) -> None:
    (tmp_path / "works.png").write_bytes(a_picture("orange"))
    hall.with_feed(pictures={"Travaux": tmp_path / "works.png"})
    more = f'<category>travaux</category><media:thumbnail url="{hall.site.url("/x.png")}"/>'
    hall.site.put("/feed", rss(an_item("1", more=more)))

    pictures = []
    for _ in range(MOST_TRIES + 1):
        hall.visit()
        pictures.append(bool(hall.items()[0].picture))

    assert (pictures, hall.site.times("/x.png")) == ([False, False, True, True], MOST_TRIES)


def test_an_item_without_any_has_the_feeds_picture_at_once(hall: Hall, tmp_path) -> None:
    (tmp_path / "all.png").write_bytes(a_picture())
    hall.with_feed(pictures={"*": tmp_path / "all.png"})

    hall.visit()

    assert hall.items()[0].picture != ""


def test_a_picture_of_the_settings_that_is_not_there_is_told(hall, tmp_path) -> None:
    hall.with_feed(pictures={"*": tmp_path / "none.png"})

    why = f"{tmp_path}/none.png: No such file or directory"
    assert hall.visit().pictures == (told(Problem.NO_SPARE_PICTURE, why),)


def test_nothing_is_put_beside_what_a_person_accepted_without_it(hall: Hall) -> None:
    more = f'<media:thumbnail url="{hall.site.url("/late.png")}"/>'
    hall.site.put("/feed", rss(an_item("1", more=more)))
    hall.visit()
    hall.shelf.decide(1, Standing.ACCEPTED, "amina", NOW)
    hall.site.put("/late.png", a_picture(), "image/png")

    hall.visit()

    assert hall.items()[0].picture == ""
