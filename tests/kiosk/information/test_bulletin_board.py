"""What an information screen keeps of what was published."""

from dataclasses import replace

import pytest

from kiosk.bulletin_board import ADDRESS, FILE, PACE, BulletinBoard
from media.playlist.manifest import written
from tests.kiosk.information.published import REVISION
from wire.codec import encode
from wire.messages import AskBulletin, Bulletin

TOLD = Bulletin("b" * 64, written(REVISION).decode())


class Line:
    """A link whose answers a test gives."""

    is_online = True

    def __init__(self):
        self.asked = []

    def request(self, event, message, answer):
        self.asked.append(message)
        self.answer = answer


@pytest.fixture
def board(tmp_path):
    line, heard = Line(), []
    return BulletinBoard(line, tmp_path), line, heard


def test_what_is_published_is_told_once_and_outlives_a_start(board, tmp_path):
    kept, line, heard = board
    kept.ask(heard.append)
    line.answer(encode(TOLD))
    for _ in range(PACE):
        kept.second(heard.append)
    line.answer(encode(Bulletin(TOLD.sha256)))

    assert heard == [REVISION]
    assert line.asked == [AskBulletin(), AskBulletin(TOLD.sha256)]
    assert BulletinBoard(Line(), tmp_path).revision == REVISION


def test_where_answers_stand_outlives_a_start_without_a_controller(board, tmp_path):
    kept, line, heard = board
    for told in ("", "HTTP://OLD/C/", "HTTP://NEW/C/"):
        kept.ask(heard.append)
        line.answer(encode(replace(TOLD, followed_at=told)))

    assert kept.followed_at == "HTTP://NEW/C/"
    assert BulletinBoard(Line(), tmp_path).followed_at == "HTTP://NEW/C/"


def test_an_address_that_cannot_be_read_is_none(tmp_path):
    (tmp_path / ADDRESS).write_bytes(b"\xff")
    assert BulletinBoard(Line(), tmp_path).followed_at == ""


@pytest.mark.parametrize(
    "answer", [None, {"sha256": 7}, {"refused": "try_again"}, {"sha256": "c", "manifest": "{"}]
)
def test_an_answer_that_is_none_changes_nothing_and_is_asked_again(board, answer):
    kept, line, heard = board
    kept.ask(heard.append)
    line.answer(encode(TOLD))
    kept.ask(heard.append)
    line.answer(answer)
    kept.ask(heard.append)

    assert (heard, kept.revision) == ([REVISION], REVISION)
    assert line.asked[-1] == AskBulletin(TOLD.sha256)


def test_a_file_that_is_damaged_is_no_bulletin(tmp_path):
    (tmp_path / FILE).write_text('{"items": [')
    assert BulletinBoard(Line(), tmp_path).revision is None


def test_nobody_is_asked_while_an_answer_is_awaited_or_the_controller_away(board):
    kept, line, heard = board
    kept.ask(heard.append)
    for _ in range(3 * PACE):
        kept.second(heard.append)
    assert len(line.asked) == 1
    line.answer(None)
    line.is_online = False
    for _ in range(3 * PACE):
        kept.second(heard.append)
    assert len(line.asked) == 1
