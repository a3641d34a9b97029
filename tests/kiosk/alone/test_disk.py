"""What a kiosk that was alone has on its disk, whatever ended it."""

import json
from datetime import datetime, timedelta

import pytest

from tests.kiosk.alone.apart import BIRTHS, NINE, TODAY, Apart


@pytest.fixture
def apart(tmp_path):
    return Apart(tmp_path).meet()


def test_a_killed_kiosk_goes_on_behind_its_last_number(apart):
    assert apart.alone(BIRTHS, BIRTHS) == ["A501", "A502"]
    apart.restart()

    assert apart.alone(BIRTHS) == ["A503"]
    assert apart.hands_over() == {"A501": "", "A502": "", "A503": ""}
    assert apart.controller.line(BIRTHS) == ["A501", "A502", "A503"]


def test_a_torn_line_was_shown_to_nobody_and_its_number_is_free(apart):
    apart.alone(BIRTHS)
    path = apart.folder / f"{TODAY}.tickets"
    whole = path.read_bytes()
    apart.alone(BIRTHS)
    path.write_bytes(path.read_bytes()[:-20])
    apart.restart()

    assert apart.alone(BIRTHS) == ["A502"]
    assert path.read_bytes().startswith(whole)
    assert apart.hands_over() == {"A501": "", "A502": ""}


def test_a_line_that_was_changed_on_the_disk_is_told(apart):
    apart.alone(BIRTHS, BIRTHS)
    path = apart.folder / f"{TODAY}.tickets"
    path.write_text(path.read_text().replace('"fr"', '"ar"', 1))
    apart.restart()

    assert apart.hands_over() == {"A501": "seal_broken", "A502": ""}
    assert (apart.folder / f"{TODAY}.answers").read_text() == (
        f"{TODAY} A501 seal_broken\n{TODAY} A502 taken_in\n"
    )


def test_a_clock_that_was_set_back_changes_no_order(apart):
    apart.alone(BIRTHS)
    apart.clocks.wrong_by = timedelta(hours=-3)
    apart.restart()
    apart.alone(BIRTHS)
    apart.clocks.wrong_by = timedelta(hours=2)
    apart.restart()
    apart.alone(BIRTHS)
    apart.clocks.passes(60)
    apart.hands_over()
    tickets = apart.controller.tickets()

    assert apart.controller.line(BIRTHS) == ["A501", "A502", "A503"]
    assert all(NINE <= each.issued_at <= apart.clocks.at for each in tickets.values())


def test_a_disk_that_is_full_gives_no_ticket_and_loses_none(apart, monkeypatch):
    apart.alone(BIRTHS)

    def full(_descriptor):
        raise OSError("no space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("kiosk.alone.line_file.os.fsync", full)
        assert apart.kiosk.issue(apart.wish()) is None
    assert apart.alone(BIRTHS) == ["A502"]
    apart.restart()
    assert apart.hands_over() == {"A501": "", "A502": ""}


def test_a_journal_that_cannot_be_read_issues_nothing(apart):
    apart.alone(BIRTHS)
    path = apart.folder / f"{TODAY}.tickets"
    path.unlink()
    path.mkdir()
    apart.restart()

    assert apart.kiosk.offer() is None
    assert not apart.kiosk.wants_numbers


def test_each_line_of_the_disk_is_json_with_its_seal(apart):
    apart.alone(BIRTHS)
    [line] = (apart.folder / f"{TODAY}.tickets").read_text().splitlines()
    seal, _, text = line.partition(" ")

    assert len(seal) == 64
    assert json.loads(text)["serial"] == 501


def test_a_line_that_came_onto_the_disk_in_part_spoils_none_behind_it(apart, monkeypatch):
    apart.alone(BIRTHS)

    def breaks(_path, _length):
        raise OSError("input/output error")

    with monkeypatch.context() as disk:
        disk.setattr("kiosk.alone.line_file.os.fsync", lambda _: breaks("", 0))
        disk.setattr("kiosk.alone.line_file.os.truncate", breaks)
        assert apart.kiosk.issue(apart.wish()) is None
    assert apart.alone(BIRTHS) == ["A502"]
    apart.restart()
    assert apart.hands_over() == {"A501": "", "A502": ""}


def test_damaged_lines_are_refused_however_long_and_keep_none_back(apart):
    path = apart.folder / f"{TODAY}.tickets"
    apart.alone(BIRTHS)
    with path.open("ab") as file:
        file.write(b"\x00\xff" * 60_000 + b"\n" + b"x " * 2000 + b"\n")
    apart.restart()

    assert apart.hands_over() == {"A501": "", "": "seal_broken"}
    assert apart.kiosk.not_taken_in == ("?", "?")


def test_answers_that_are_damaged_are_asked_for_again(apart):
    apart.alone(BIRTHS, BIRTHS)
    apart.hands_over()
    path = apart.folder / f"{TODAY}.answers"
    whole = path.read_text()
    for damaged in (b"\xff\xff\n", b"", whole.encode()[:-4], b"x\n" + whole.encode()):
        path.write_bytes(damaged)
        apart.restart()
        apart.hands_over()
        apart.restart()

        assert path.read_text() == whole
        assert apart.kiosk.to_hand_over() is None


def test_a_day_that_cannot_be_read_keeps_none_of_another_day_back(apart):
    apart.alone(BIRTHS)
    (apart.folder / "2026-11-20.tickets").mkdir()
    apart.restart()

    assert apart.kiosk.offer() is None
    assert apart.hands_over() == {"A501": ""}


def test_old_days_are_removed_once_the_hall_has_answered(apart):
    apart.alone(BIRTHS)
    apart.clocks.passes(31 * 86_400)
    apart.meet()
    assert (apart.folder / f"{TODAY}.tickets").exists()
    apart.hands_over()
    apart.restart()
    apart.clocks.passes(86_400)
    apart.meet()

    assert not list(apart.folder.glob(f"{TODAY}.*"))


def test_each_line_is_later_than_the_one_before_whatever_the_clocks_say(apart):
    apart.alone(BIRTHS)
    apart.clocks.wrong_by = timedelta(hours=-3)
    apart.clocks.at -= timedelta(seconds=30)
    apart.restart()
    apart.kiosk.issue(apart.wish())
    lines = (apart.folder / f"{TODAY}.tickets").read_text().splitlines()
    told = (json.loads(line.partition(" ")[2])["issued_at"] for line in lines)
    first, second = map(datetime.fromisoformat, told)

    assert first < second
