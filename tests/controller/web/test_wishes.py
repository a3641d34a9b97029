"""Supervisors ask a screen for its name and for a picture; nobody else gets one."""

from datetime import timedelta
from uuid import uuid4

import pytest

from controller.fleet.wishes import BETWEEN, DeviceWish, TooSoon, WishKind
from tests.controller.intake.drawn import jpeg
from tests.controller.web.browsing import browser, submit
from wire.messages import LARGEST_PICTURE

PICTURE = jpeg()


@pytest.fixture
def salma(house):
    return browser(house, "salma", "fr")


def ask(client, name, what):
    return submit(client, f"/screens/{name}/{what}")


def send(house, wish, data=PICTURE, name="north"):
    headers = {"Authorization": f"Bearer {house.tokens.get(name, 'wrong')}"}
    address = f"/signage/pictures/{wish}"
    return house.app.test_client().post(address, data=data, headers=headers).status_code


def test_a_screen_is_told_to_show_its_name_and_no_other(house, said, salma):
    north, south = house.device("north"), house.device("south")

    assert ask(salma, "north", "identify").status_code == 303

    assert said(north, "identify") == [{"name": "north", "seconds": 10.0}]
    assert [each for each in south.queue if each["name"] == "identify"] == []


def test_a_picture_that_was_asked_for_is_shown_with_who_asked(house, said, salma):
    north = house.device("north")
    assert salma.get("/screens/north/picture.jpg").status_code == 404
    ask(salma, "north", "picture")
    [wanted] = said(north, "picture")

    assert send(house, wanted["wish"]) == 200

    shown = salma.get("/screens/north/picture.jpg")
    assert (shown.data, shown.mimetype) == (PICTURE, "image/jpeg")
    assert f"picture.jpg?of={wanted['wish']}" in salma.get("/screens").text
    assert browser(house, "amina").get("/screens/north/picture.jpg").status_code == 403
    assert send(house, wanted["wish"]) == 404  # once


def test_why_a_screen_sends_none_is_told(house, said, salma):
    north = house.device("north")
    ask(salma, "north", "picture")
    [wanted] = said(north, "picture")

    told = {"wish": wanted["wish"], "why": "not_allowed"}
    north.emit("no_picture", told, namespace="/screens", callback=True)

    assert "n’autorisent aucune image" in salma.get("/screens").text
    answer = north.emit("no_picture", told | {"why": "tired"}, namespace="/screens", callback=True)
    assert answer["refused"] == "bad_request"


@pytest.mark.parametrize(
    ("data", "name", "status"),
    [
        (PICTURE, "south", 404),
        (PICTURE, "entrance", 401),
        (PICTURE, "nobody", 401),
        (b"<svg onload=alert(1)>", "north", 400),
        (PICTURE[:-2] + bytes(LARGEST_PICTURE) + PICTURE[-2:], "north", 413),
    ],
)
def test_only_the_screen_that_was_asked_sends_one_and_only_a_picture(
    house, said, salma, data, name, status
):
    north = house.device("north")
    ask(salma, "north", "picture")
    [wanted] = said(north, "picture")

    assert send(house, wanted["wish"], data, name) == status
    assert salma.get("/screens/north/picture.jpg").status_code == 404


def test_what_nobody_asked_for_is_not_taken(house):
    house.device("north")

    assert send(house, "0" * 32) == 404


def test_a_screen_is_pictured_every_ten_seconds_at_most(house, clock):
    def wish(seconds):
        at = clock[0] + timedelta(seconds=seconds)
        return DeviceWish(uuid4().hex, "north", WishKind.PICTURE, "salma", at)

    house.fleet.wishes.add(wish(0))
    with pytest.raises(TooSoon):
        house.fleet.wishes.add(wish(BETWEEN.total_seconds() - 1))
    house.fleet.wishes.add(wish(BETWEEN.total_seconds()))


def test_nothing_is_asked_of_a_screen_that_is_off_or_by_who_may_not(house, salma):
    house.device("north")

    assert ask(salma, "south", "identify").status_code == 404
    assert ask(salma, "north", "dance").status_code == 404
    assert ask(browser(house, "amina"), "north", "identify").status_code == 403
