"""A hall that was set back to an older backup, and a kiosk that has lost its disk."""

import shutil
from dataclasses import replace
from itertools import count

import pytest

from controller.hall import commands
from controller.identity import Device
from tests.controller.journals import ListJournal
from tests.kiosk.alone.apart import BIRTHS, DEATHS, NINE, TAXES, Apart
from wire.messages import Reserve

STAIRS = Device("stairs", "kiosk")


@pytest.fixture
def apart(tmp_path):
    return Apart(tmp_path / "alone").meet()


def set_back(apart, entries=0):
    """Let the hall know of its day only so many facts, as an older backup does."""
    older = ListJournal()
    older.entries[NINE.date()] = apart.journal.entries[NINE.date()][:entries]
    apart.journal = older
    apart.another_controller()


def test_a_hall_that_forgot_the_numbers_takes_them_from_who_shows_them(apart):
    apart.alone(BIRTHS)
    set_back(apart)
    assert apart.meet().hands_over() == {"A501": ""}
    assert apart.alone(BIRTHS, DEATHS) == ["A502", "A503"]

    assert apart.hands_over() == {"A502": "", "A503": ""}


def test_what_a_hall_had_taken_in_and_forgot_is_handed_over_again(apart):
    apart.alone(BIRTHS, TAXES, BIRTHS)
    apart.hands_over()
    set_back(
        apart,
        entries=len(
            {
                block.prefix
                for block in apart.controller.grants(Reserve("request-x1", apart.kiosk.held)).blocks
            }
        )
        + 1,
    )
    assert list(apart.controller.tickets()) == ["A501"]
    apart.meet().hands_over()

    assert set(apart.controller.tickets()) == {"A501", "A502", *tax_numbers(apart)}
    assert apart.kiosk.to_hand_over() is None


def tax_numbers(apart):
    return [number for number in apart.controller.tickets() if not number.startswith("A")]


def test_numbers_that_the_hall_has_given_to_another_kiosk_since_are_not_given_twice(apart):
    own = apart.alone(BIRTHS)
    set_back(apart)
    others = apart.controller.grants(Reserve("request-stairs"), STAIRS)
    assert others.blocks[0].first == 501
    apart.meet()

    assert apart.hands_over() == dict.fromkeys(own, "not_reserved")
    assert apart.kiosk.not_taken_in == ("A501",)
    assert apart.alone(BIRTHS) == ["A601"]
    assert apart.hands_over() == {"A601": ""}


def test_numbers_that_nobody_was_granted_are_no_kiosks(apart):
    forged = [replace(each, first=1, last=100) for each in apart.kiosk.held]
    stolen = apart.kiosk.held
    apart.controller.grants(Reserve("request-f1", tuple(forged)))
    granted = apart.controller.grants(Reserve("request-s1", stolen), STAIRS)

    assert min(each.first for each in granted.blocks) > 600
    blocks = apart.controller.reception.read(lambda hall, _: list(hall.blocks.granted))
    assert {each.kiosk for each in blocks if each.first == 501} == {"entrance"}
    assert all(each.first > 500 for each in blocks)


def test_a_kiosk_with_a_new_disk_gives_none_of_the_numbers_of_the_old_one(apart):
    before = apart.alone(BIRTHS, BIRTHS)
    shutil.rmtree(apart.folder)
    apart.restart()
    after = apart.meet().alone(BIRTHS)

    assert (before, after) == (["A501", "A502"], ["A601"])
    assert apart.hands_over() == {"A601": ""}


def test_a_kiosk_that_lost_its_journal_goes_on_behind_what_the_hall_knows(apart):
    apart.alone(BIRTHS, BIRTHS)
    apart.hands_over()
    for path in apart.folder.glob("*.*s"):
        path.unlink()
    apart.restart()

    assert apart.meet().alone(BIRTHS) == ["A503"]


def test_whoever_asks_again_after_a_lost_answer_gets_the_same_numbers(apart):
    asked = Reserve("request-lost")
    once = apart.controller.grants(asked, STAIRS)
    apart.another_controller()

    assert apart.controller.grants(asked, STAIRS) == once


def test_a_day_that_is_opened_again_takes_in_what_it_had_refused(apart):
    apart.alone(BIRTHS)
    apart.controller.does(commands.CloseDay())
    assert apart.hands_over() == {"A501": "day_over"}
    apart.kiosk.heard(apart.controller.offer())
    assert apart.kiosk.to_hand_over() is None
    assert not apart.controller.does(commands.ReopenDay("salma", "closed_by_mistake"))
    apart.kiosk.heard(apart.controller.offer())

    assert apart.hands_over() == {"A501": ""}
    assert apart.kiosk.not_taken_in == ()


def test_each_kiosk_has_numbers_of_its_own(apart):
    requests = count(1)
    for name in ("stairs", "annex"):
        asked = Reserve(f"request-{name}-{next(requests)}")
        apart.controller.grants(asked, Device(name, "kiosk"))
    blocks = apart.controller.reception.read(lambda hall, _: list(hall.blocks.granted))
    births = [(each.kiosk, each.first, each.last) for each in blocks if each.prefix == "A"]

    assert births == [("entrance", 501, 600), ("stairs", 601, 700), ("annex", 701, 800)]
