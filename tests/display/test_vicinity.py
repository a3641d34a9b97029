"""Screens of zones: each shows, calls and counts what belongs to its part of the hall."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from display.scene import Direction
from display.vicinity import Vicinity
from media.pack import Words, load_pack
from media.pack.model import Signpost, Zone
from media.playlist.model import Spot
from media.toml import TomlError
from tests.display.builders import AT, DEMO, board, call, demo_pack, row
from wire.messages import Missed, Queue, Queues, Ready, Shown

NAME = Words(ar="المنطقة", fr="La zone")
HALL = replace(
    demo_pack().hall,
    zones=(
        Zone("records", NAME, services=("birth_copy",), counters=(1, 2)),
        Zone("money", NAME, counters=(6,)),
    ),
)
RECORDS = Vicinity(HALL, Spot("north", "records"))
MONEY = Vicinity(HALL, Spot("south", "money"))
ALL = Vicinity(HALL, Spot("hall-screen"))

BIRTHS = row("A001", counter=3)
TAXES_AT_1 = replace(row("B001", counter=1), service="tnb")
TAXES_AT_6 = replace(row("B002", counter=6), service="tnb")
BURIAL = replace(row("C001", counter=5), service="burial")
BOARD = board(4, BIRTHS, TAXES_AT_1, TAXES_AT_6, BURIAL)


@pytest.mark.parametrize(
    ("near", "tickets"),
    [
        (RECORDS, ["A001", "B001", "C001"]),
        (MONEY, ["B002", "C001"]),
        (ALL, ["A001", "B001", "B002", "C001"]),
    ],
    ids=["by counters, then by services", "by its only counter", "of no zone"],
)
def test_a_screen_shows_its_zone_and_what_belongs_to_none(near, tickets):
    assert [each.ticket for each in near.of(BOARD).rows] == tickets
    assert {*near.elsewhere(BOARD), *tickets} == {each.ticket for each in BOARD.rows}
    assert not {*near.elsewhere(BOARD)} & {*tickets}


def test_a_zone_that_the_pack_does_not_have_is_the_whole_hall():
    assert Vicinity(HALL, Spot("north", "cellar")).of(BOARD) == BOARD


def test_who_may_get_ready_and_who_was_missed_stand_in_their_zone_alone():
    told = replace(
        BOARD,
        ready=(Ready("A002", 2, "birth_copy"), Ready("B003", 6, "tnb")),
        missed=(Missed("A003", "birth_copy", AT), Missed("B004", "tnb", AT)),
    )

    here = MONEY.of(told)

    assert [each.ticket for each in here.ready] == ["B003"]
    assert [each.ticket for each in here.missed] == ["B004"]


def test_who_waits_is_counted_by_the_services_that_a_zone_or_its_counters_give():
    queues = {
        "birth_copy": Queue("birth_copy", 3),
        "tnb": Queue("tnb", 5),
        "burial": Queue("burial", 1),
    }

    assert (RECORDS.waiting(BOARD, queues), MONEY.waiting(BOARD, queues)) == (4, 6)
    assert ALL.waiting(BOARD, queues) == BOARD.waiting
    assert MONEY.waiting(BOARD, {}) is None


@pytest.fixture
def money(presenter):
    presenter.on_pack(replace(demo_pack(), hall=HALL), 0.0)
    presenter.hang(Spot("south", "money"))
    return presenter


def test_a_call_of_another_zone_is_neither_shown_nor_spoken_and_the_hall_is_told(wall, money):
    money.on_board(BOARD, 1.0)
    money.on_call(call(3, "A001", counter=3), 1.0)
    money.on_call(call(4, "B002", counter=6), 1.1)

    assert wall.large == "B002"
    assert [each.ticket for each in wall.announced] == ["B002"]
    assert wall.told[-1] == Shown(4, (), ("A001", "B001"))


def test_a_call_of_no_zone_goes_to_all(wall, money):
    money.on_board(BOARD, 1.0)
    money.on_call(call(4, "C001", counter=5), 1.0)

    assert (wall.large, [each.ticket for each in wall.announced]) == ("C001", ["C001"])


def test_a_screen_of_a_zone_names_it_and_counts_who_waits_there(wall, money):
    money.on_board(BOARD, 1.0)
    money.on_queues(Queues(AT, (Queue("tnb", 5), Queue("birth_copy", 3))), 1.0)

    assert (wall.scene.zone, wall.scene.waiting) == (NAME, 5)


def test_who_was_missed_takes_turns_with_who_may_get_ready_until_it_is_too_late(wall, presenter):
    late, soon = AT + timedelta(minutes=10), AT + timedelta(minutes=1)
    missed = (Missed("A003", "birth_copy", late), Missed("A004", "birth_copy", soon))
    presenter.on_board(replace(board(4), ready=(Ready("A002", 2),), missed=missed), 0.0)

    seen = []
    for moment in (1.0, 9.0, 17.0, 105.0):
        presenter.tick(moment)
        seen.append((tuple(each.ticket for each in wall.scene.ready), wall.scene.missed))

    assert seen == [
        (("A002",), ()),
        ((), ("A003", "A004")),
        (("A002",), ()),
        ((), ("A003",)),
    ]


def test_the_way_to_a_counter_is_that_of_the_screens_own_signpost():
    place = Words(ar="الطابق الأول", fr="1er étage")
    far = replace(HALL.counters[5], place=place)
    hall = replace(
        HALL,
        counters=(*HALL.counters[:5], far),
        signposts=(Signpost(left=(6,)), Signpost("south", right=(6,), ahead=(1,))),
    )

    ways = [Vicinity(hall, Spot(name)).direction(6) for name in ("north", "south")]

    assert ways == [Direction("left", place), Direction("right", place)]
    assert Vicinity(hall, Spot("south")).direction(2) == Direction()


WRONG = """
[[hall.zones]]
id = "nowhere"
name = { ar = "ا", fr = "a" }

[[hall.zones]]
id = "nowhere"
name = { ar = "ا", fr = "a" }
services = ["birth_cpy"]
counters = [17]

[[hall.signposts]]
left = [1, 18]
right = [1]
"""


def test_a_pack_with_wrong_zones_and_signposts_is_refused_with_each_fault(tmp_path: Path):
    pack = tmp_path / "pack"
    shutil.copytree(DEMO, pack)
    with (pack / "pack.toml").open("a", encoding="utf-8") as file:
        file.write(WRONG)

    with pytest.raises(TomlError) as refused:
        load_pack(pack)

    assert [each.reason for each in refused.value.problems] == [
        'hall.zones[4].id: "nowhere" stands there twice',
        "hall.zones[3]: the zone has neither services nor counters",
        'hall.zones[4].services[1]: there is no service "birth_cpy"',
        "hall.zones[4].counters[1]: there is no counter 17",
        "hall.signposts[1].left[2]: there is no counter 18",
        "hall.signposts[1].right[1]: counter 1 has another way already",
    ]
