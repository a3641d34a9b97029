"""Information screens ask what is published."""

from datetime import datetime

from controller.signage.wishes import TakeDown
from media.playlist.content import TextNotice
from media.playlist.manifest import read_manifest
from tests.controller.web.test_signage import publish

NOTHING = {"sha256": "", "manifest": "", "followed_at": "HTTP://HALL.EXAMPLE/C/"}
"""Where a follow-up number leads is told always: a screen may have been started anew."""


def bulletin(kiosk, known=""):
    return kiosk.emit("bulletin", {"known": known}, namespace="/kiosks", callback=True)


def told(answer):
    return read_manifest(answer["manifest"].encode())


def test_a_hall_that_published_nothing_tells_nothing(house):
    assert bulletin(house.device("entrance")) == NOTHING


def test_notices_are_told_without_files_and_once(house):
    kiosk, published = house.device("entrance"), publish(house)
    answer = bulletin(kiosk)

    assert answer["sha256"] == published.sha256
    revision = told(answer)
    assert [each.id for each in revision.items] == ["water"]
    assert isinstance(revision.items[0].content, TextNotice)
    assert revision.assets == ()
    assert isinstance(revision.published_at, datetime)
    assert bulletin(kiosk, published.sha256) == NOTHING | {"sha256": published.sha256}


def test_what_is_taken_down_is_told_no_more(house):
    kiosk, first = house.device("entrance"), publish(house)
    house.signage.publisher.carry_out(TakeDown("water"), "salma")

    answer = bulletin(kiosk, first.sha256)
    assert answer["sha256"] != first.sha256
    assert told(answer).items == ()


def test_a_question_that_is_none_is_refused(house):
    answer = house.device("entrance").emit(
        "bulletin", {"known": 7}, namespace="/kiosks", callback=True
    )
    assert answer["refused"] == "bad_request"
