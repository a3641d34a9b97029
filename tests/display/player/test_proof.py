"""Proof of play: each turn once, on the disk until the controller has it."""

import time
from datetime import UTC, datetime, timedelta

from structlog.testing import capture_logs

from display.player.bookkeeper import Bookkeeper
from display.player.play_log import PlayLog
from display.player.proof import PlayWatch, Show
from wire.codec import encode
from wire.messages import Kept, PlayedItem

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
POSTER, CHARTER = Show("poster", 4, 10.0), Show("charter", 4, 8.0)


def turns(*looks):
    """Look at the stage at those moments, and return the rows that come of it."""
    watch = PlayWatch()
    found = (watch.look(show, NOON + timedelta(seconds=at), at) for at, show in looks)
    return [(row.item, row.began_at, row.seconds, row.was_whole) for row in found if row]


def at(seconds):
    return NOON + timedelta(seconds=seconds)


def test_each_turn_is_told_when_the_next_one_begins():
    rows = turns((0.0, POSTER), (5.0, POSTER), (10.0, CHARTER), (18.0, POSTER))

    assert rows == [("poster", NOON, 10.0, True), ("charter", at(10), 8.0, True)]


def test_an_item_that_was_cut_short_was_not_whole():
    assert turns((0.0, POSTER), (4.0, CHARTER)) == [("poster", NOON, 4.0, False)]


def test_a_call_that_covers_an_item_does_not_end_its_turn_and_does_not_count():
    rows = turns((0.0, POSTER), (4.0, None), (24.0, POSTER), (30.0, CHARTER))

    assert rows == [("poster", NOON, 10.0, True)]


def test_an_item_that_does_not_come_back_is_told_in_the_end():
    assert turns((0.0, POSTER), (4.0, None), (60.0, None), (130.0, None)) == [
        ("poster", NOON, 4.0, False)
    ]


def test_an_item_that_plays_alone_has_a_row_for_each_turn():
    rows = turns((0.0, POSTER), (10.0, POSTER), (20.0, POSTER))

    assert rows == [("poster", NOON, 10.0, True), ("poster", at(10), 10.0, True)]


def row(number):
    return PlayedItem(f"item-{number}", 4, at(number), 10.0, was_whole=True)


def test_rows_outlive_a_start_and_are_forgotten_once_the_controller_has_them(tmp_path):
    log = PlayLog(tmp_path / "turns.db")
    for number in range(3):
        log.add(row(number))
    log.close()
    again = PlayLog(tmp_path / "turns.db")
    place, rows = again.batch()
    again.add(row(3))
    again.forget(place)

    assert rows == (row(0), row(1), row(2))
    assert again.batch()[1] == (row(3),)


def test_a_message_takes_a_hundred_and_the_disk_no_more_than_was_allowed(tmp_path):
    log = PlayLog(tmp_path / "turns.db", kept=110)
    for number in range(130):
        log.add(row(number))

    place, rows = log.batch()
    assert (log.count, len(rows), rows[0]) == (110, 100, row(20))
    log.forget(place)
    assert log.batch()[1][0] == row(120)


class Controller:
    """Takes proof of play, or does not."""

    def __init__(self, *answers) -> None:
        self.answers, self.got = list(answers), []

    def send(self, played, answer):
        self.got.append(played.rows)
        given = self.answers.pop(0) if self.answers else encode(Kept(len(played.rows)))
        answer(given)

    def until(self, rows):
        end = time.monotonic() + 10
        while [each for got in self.got for each in got] != rows:
            assert time.monotonic() < end, self.got
            time.sleep(0.01)


def test_rows_are_sent_again_until_they_are_acknowledged(tmp_path):
    controller = Controller(None, {"refused": "failed"}, encode(Kept(0)))
    books = Bookkeeper(tmp_path / "turns.db", controller.send, idle=0.05)
    books.start()
    books.keep(row(1))
    controller.until([row(1)] * 4)
    books.keep(row(2))
    controller.until([row(1)] * 4 + [row(2)])
    books.stop()

    assert PlayLog(tmp_path / "turns.db").count == 0


def test_many_rows_do_not_wait_for_a_pause(tmp_path):
    controller = Controller()
    books = Bookkeeper(tmp_path / "turns.db", controller.send, idle=60)
    books.start()
    for number in range(20):
        books.keep(row(number))
    controller.until([row(number) for number in range(20)])
    books.stop()


def test_on_a_disk_that_takes_nothing_it_is_told_and_the_screen_goes_on(tmp_path):
    (tmp_path / "file").touch()
    with capture_logs() as logs:
        books = Bookkeeper(tmp_path / "file" / "turns.db", Controller().send)
        books.start()
        books.keep(row(1))
        books.stop()

    assert [each["event"] for each in logs] == ["proof_not_kept"]
