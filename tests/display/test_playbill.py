"""What a revision plays on one screen, and what is made for it how often."""

from datetime import timedelta

from display.page import Page
from display.pages import PageMaker
from display.playbill import Playbill, Published
from media.playlist.content import Commitments, TextNotice
from media.playlist.model import Item
from media.playlist.schedule import ClockTrust
from media.playlist.validity import Validity
from tests.display.builders import commitment, pack
from tests.media.playlist.building import HERE, TITLE, at, revision, wall


class Measuring:
    """Counts the pages of which somebody asks whether they fit."""

    def __init__(self):
        self.asked = []

    def __call__(self, page: Page) -> bool:
        self.asked.append(page.key)
        return True


def notice(key):
    until = Validity(wall("2026-11-23 08:00"), wall("2026-11-23 16:00"))
    return Item(key, TextNotice(TITLE, TITLE), validity=until)


def playbill(content, fits, *items, number=1):
    made = Published(revision(*items, number=number), HERE)
    return Playbill(made, content, PageMaker(("ar", "fr"), fits), lambda _: True)


def test_what_was_there_before_is_not_laid_out_again():
    content, measuring = pack(charter=[commitment()]), Measuring()
    now, charter = at("2026-11-23 09:00"), Item("charter", Commitments())
    first = playbill(content, measuring, charter, notice("old"))
    first.due(now, ClockTrust.NTP)
    assert measuring.asked == ["access", "access", "old", "old"]

    measuring.asked.clear()
    second = playbill(content, measuring, charter, notice("old"), notice("new"), number=2)
    second.take_over(first)
    shows = second.due(now, ClockTrust.NTP)
    assert measuring.asked == ["new", "new"]
    assert [show.item.id for show in shows] == ["charter", "old", "new"]

    measuring.asked.clear()
    assert len(second.due(now + timedelta(hours=8), ClockTrust.NTP)) == 1
    assert measuring.asked == []


def test_another_pack_or_another_text_is_laid_out_anew():
    content, measuring = pack(charter=[commitment()]), Measuring()
    now, charter = at("2026-11-23 09:00"), Item("charter", Commitments())
    first = playbill(content, measuring, charter)
    first.due(now, ClockTrust.NTP)
    measuring.asked.clear()
    second = playbill(pack(charter=[commitment("delay")]), measuring, charter)
    second.take_over(first)
    second.due(now, ClockTrust.NTP)

    assert measuring.asked == ["delay", "delay"]
