"""What keeps complaints until the controller has them."""

import json

import pytest

from kiosk.complaining.outbox import FOLDER, LATER, SOON, Outbox
from wire.codec import encode
from wire.messages import ComplaintTaken, Refusal, TellComplaint

FIRST = TellComplaint(
    "1", "K7QM3XPTR4WD", "complaint", "lighting", "ar", words="لا ضوء", phone="06"
)
SECOND = TellComplaint("2", "K7QM3XPTR4WX", "suggestion", "roads", "fr")


class Line:
    """A link whose answers a test gives."""

    is_online = True

    def __init__(self):
        self.asked, self.answers = [], []

    def request(self, event, message, answer):
        assert event == "complaint"
        self.asked.append(message)
        self.answers.append(answer)

    def answer(self, said):
        self.answers.pop(0)(None if said is None else encode(said))


@pytest.fixture
def line():
    return Line()


def on_disk(home):
    return sorted(path.name for path in (home / FOLDER).iterdir())


def test_it_is_on_the_disk_before_anybody_is_asked_and_gone_once_it_is_taken(line, tmp_path):
    line.request = lambda *_: pytest.fail("asked") if not on_disk(tmp_path) else None
    assert Outbox(line, tmp_path).keep(FIRST)

    line = Line()
    outbox = Outbox(line, tmp_path)
    outbox.online()
    line.answer(ComplaintTaken("1"))
    assert (line.asked, outbox.count, on_disk(tmp_path)) == ([FIRST], 0, [])


def test_nobody_else_on_the_machine_may_read_the_folder(line, tmp_path):
    Outbox(line, tmp_path).keep(FIRST)
    assert (tmp_path / FOLDER).stat().st_mode & 0o077 == 0


def test_while_the_controller_is_away_all_are_kept_and_told_later_each_once(line, tmp_path):
    line.is_online = False
    outbox = Outbox(line, tmp_path)
    outbox.keep(FIRST)
    outbox.keep(SECOND)
    outbox.second()
    assert line.asked == []

    line.is_online = True
    outbox.online()
    line.answer(ComplaintTaken("1"))
    line.answer(ComplaintTaken("2"))
    outbox.second()
    assert (line.asked, on_disk(tmp_path)) == ([FIRST, SECOND], [])


def test_without_an_answer_the_same_is_told_again(line, tmp_path):
    outbox = Outbox(line, tmp_path)
    outbox.keep(FIRST)
    line.answer(None)
    for _ in range(SOON - 1):
        outbox.second()
    assert line.asked == [FIRST]
    outbox.second()
    assert line.asked == [FIRST, FIRST]


def test_one_that_is_declined_lets_the_others_pass_and_is_kept(line, tmp_path):
    outbox = Outbox(line, tmp_path)
    outbox.keep(FIRST)
    outbox.keep(SECOND)
    line.answer(Refusal("too_many_complaints"))
    for _ in range(LATER):
        outbox.second()
    line.answer(ComplaintTaken("2"))
    assert (line.asked, on_disk(tmp_path)) == ([FIRST, SECOND, FIRST], ["1.json"])


def test_an_answer_that_is_none_or_anothers_removes_nothing(line, tmp_path):
    outbox = Outbox(line, tmp_path)
    outbox.keep(FIRST)
    line.answer(ComplaintTaken("2"))
    for _ in range(LATER):
        outbox.second()
    line.answers.pop(0)({"request": 7})
    assert on_disk(tmp_path) == ["1.json"]


def test_what_was_half_written_goes_and_what_cannot_be_read_keeps_nobody_back(line, tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / ".3.json.new").write_text('{"request": "3", "phone": "06')
    (folder / "0.json").write_text("{")
    (folder / "1.json").write_text(json.dumps(encode(FIRST)))
    outbox = Outbox(line, tmp_path)
    outbox.online()
    assert (line.asked, on_disk(tmp_path)) == ([FIRST], ["0.json", "1.json"])


def test_a_disk_that_takes_nothing_is_told_and_nothing_is_sent(line, tmp_path):
    (tmp_path / FOLDER).write_text("no folder")
    outbox = Outbox(line, tmp_path)
    assert (outbox.keep(FIRST), line.asked) == (False, [])


def test_what_the_disk_does_not_let_go_is_not_told_again_and_goes_later(line, tmp_path):
    outbox = Outbox(line, tmp_path)
    outbox.keep(FIRST)
    (tmp_path / FOLDER / "1.json").unlink()
    (tmp_path / FOLDER / "1.json").mkdir()
    line.answer(ComplaintTaken("1"))
    outbox.second()
    assert on_disk(tmp_path) == ["1.json"]
    (tmp_path / FOLDER / "1.json").rmdir()
    (tmp_path / FOLDER / "1.json").write_text("{}")
    outbox.second()
    assert (line.asked, on_disk(tmp_path)) == ([FIRST], [])
