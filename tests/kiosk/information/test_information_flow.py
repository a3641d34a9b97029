"""What a visitor looks up at an information screen, and how it forgets them."""

import random
from dataclasses import replace
from itertools import count

import pytest

from kiosk.complaining.sending import Sending
from kiosk.finding.search import Search
from kiosk.information.flow import InformationFlow
from kiosk.information.turning import InformationTurner
from kiosk.information_page import Leaflet, NewsPiece, Topic
from kiosk.touchable import targets_of
from media.playlist.model import Revision
from tests.kiosk.conversation import CAPACITY, PACK, WAITS, View, offer, two_documents_a_leaf
from tests.kiosk.information.published import NEWS, NOTICE, PUBLISHED, REVISION
from wire.messages import LANGUAGES, Emergency, EmergencyKind


def two_things_a_leaf(language, subject, things):
    return tuple((tuple(things[at : at + 2]),) for at in range(0, len(things), 2))


CODE = "K7QM3XPTR4WD"
AT = "HTTP://HALL/C/"


class Conversation:
    def __init__(self, languages=LANGUAGES):
        self.view = View()
        cutters = two_documents_a_leaf, two_things_a_leaf
        turner = InformationTurner(languages, CAPACITY, *cutters, Search(PACK), lambda: AT)
        self.kept = []
        numbers = (f"request-{number}" for number in count(1))
        sending = Sending(self.keep, numbers.__next__, lambda: CODE)
        self.flow = InformationFlow(self.view, PACK, turner, sending, WAITS)
        self.has_disk = True

    def keep(self, told):
        if self.has_disk:
            self.kept.append(told)
        return self.has_disk

    def open(self):
        self.flow.on_online()
        self.flow.on_offer(offer())
        self.flow.on_revision(REVISION)
        return self

    def touch(self, *targets):
        for target in targets:
            self.flow.touch(target)
        return self.view.page

    def tick(self, seconds):
        for _ in range(seconds):
            self.flow.tick()
        return self.view.page


@pytest.fixture
def screen():
    return Conversation().open()


TO_MENU = ("start", "language:fr")


def test_the_menu_offers_all_that_the_commune_tells(screen):
    assert screen.touch(*TO_MENU).topics == tuple(Topic)


def test_an_office_is_found_with_its_floor_and_room(screen):
    screen.touch(*TO_MENU, "topic:directory", "more")
    page = screen.touch("office:urbanism")
    assert (page.name, page.subject) == ("office", PACK.office("urbanism"))
    assert screen.touch("back").name == "directory"


@pytest.mark.parametrize("topic", ["members", "sessions", "decisions"])
def test_the_council_is_read_and_left_again(screen, topic):
    page = screen.touch(*TO_MENU, "topic:council", f"council:{topic}")
    assert page.name == topic
    assert screen.touch("back").name == "council"
    assert screen.touch("back").name == "information"


def test_the_ten_commitments_are_all_read_leaf_by_leaf(screen):
    page = screen.touch(*TO_MENU, "topic:charter")
    read = list(page.columns[0])
    while not page.leaf.is_last:
        page = screen.touch("more")
        read += page.columns[0]
    assert tuple(read) == PACK.charter


def test_news_are_those_that_are_published_and_not_over_the_latest_first(screen):
    page = screen.touch(*TO_MENU, "topic:news")
    assert [each.id for each in page.pieces][:2] == [NOTICE.id, NEWS.id]
    assert "news:gone" not in targets_of(page)


def test_a_communique_that_is_taken_down_is_closed_on_who_reads_it(screen):
    assert screen.touch(*TO_MENU, "topic:news", "news:market").name == "news_piece"
    screen.flow.on_revision(Revision(4, PUBLISHED, (NEWS,)))
    assert screen.view.page.name == "news"
    assert NOTICE.id not in {each.id for each in screen.view.page.pieces}


def test_a_communique_leaves_when_its_time_is_over(screen):
    screen.touch(*TO_MENU, "topic:news")
    assert NOTICE.id in {each.id for each in screen.view.page.pieces}
    over = NOTICE.validity.until.replace(tzinfo=PACK.hall.zone)
    screen.flow.on_offer(replace(offer(seq=2), at=over))
    assert NOTICE.id not in {each.id for each in screen.view.page.pieces}


def test_without_a_clock_that_somebody_told_nothing_dated_is_told():
    screen = Conversation()
    screen.flow.on_revision(REVISION)
    assert screen.touch(*TO_MENU, "topic:news").pieces == ()


def test_a_procedure_is_found_by_a_word_and_its_list_taken_in_a_code(screen):
    screen.touch(*TO_MENU, "topic:search", *(f"key:{letter}" for letter in "permis"))
    sheet = screen.touch("procedure:building_permit")
    assert (sheet.name, sheet.tile) == ("sheet", None)
    page = screen.touch("keep")
    assert (page.name, page.has_paper) == ("list", False)
    assert targets_of(page) == {"back", "home"}


def test_a_procedure_with_tickets_at_the_kiosk_is_only_read_here(screen):
    screen.touch(*TO_MENU, "topic:search", *(f"key:{letter}" for letter in "livret"))
    page = screen.touch("procedure:family_booklet")
    assert "take" not in targets_of(page)


def test_ways_back_lead_to_the_menu_and_home_from_there_to_the_invitation(screen):
    for topic in ("search", "events", "directory", "news", "council", "charter", "complaints"):
        screen.touch(*TO_MENU, f"topic:{topic}")
        assert screen.touch("back").name == "information"
        screen.touch(f"topic:{topic}")
        assert screen.touch("home").name == "information"
        assert screen.touch("home").name == "attract"


def test_who_says_nothing_is_asked_and_then_forgotten(screen):
    screen.touch(*TO_MENU, "topic:search", "key:a")
    screen.tick(WAITS.idle - WAITS.warning)
    assert screen.view.asked[-1] == WAITS.warning
    assert screen.touch("stay").typed == "a"
    assert screen.tick(WAITS.idle).name == "attract"
    assert screen.touch(*TO_MENU, "topic:search").typed == ""


def test_an_emergency_takes_the_screen_until_it_is_lifted(screen):
    screen.touch(*TO_MENU, "topic:news")
    alarm = (Emergency(EmergencyKind.EVACUATION, offer().at),)
    screen.flow.on_offer(offer(seq=2, emergencies=alarm))
    assert screen.view.page.name == "emergency"
    assert screen.touch("start", "home").name == "emergency"
    screen.flow.on_offer(offer(seq=3))
    assert screen.view.page.name == "attract"


def test_what_the_page_does_not_offer_does_nothing(screen):
    page = screen.touch(*TO_MENU)
    for target in ("office:urbanism", "take", "topic:nothing", "keep", "key:a", "more"):
        assert screen.touch(target) == page


def test_whatever_a_visitor_did_the_next_one_finds_it_as_new():
    chance = random.Random(7)
    fresh = Conversation().open()
    seen = set()
    for _ in range(150):
        screen = Conversation().open()
        for _ in range(30):
            seen.add(screen.view.page.name)
            offered = sorted(targets_of(screen.view.page) - {"home"})
            screen.flow.touch(chance.choice(offered or ["home"]))
        screen.tick(WAITS.idle)
        assert screen.view.page.name == "attract"
        assert screen.touch(*TO_MENU) == fresh.touch(*TO_MENU)
        fresh.touch("home")
    assert seen >= {
        *("attract", "languages", "information", "directory", "office", "news", "news_piece"),
        *("council", "members", "sessions", "decisions", "charter"),
        *("search", "events", "procedures", "sheet", "ticks", "list"),
        *("complaint_kinds", "complaint_subjects", "complaint", "complaint_typing", "follow_up"),
    }


def test_a_leaflet_of_news_holds_all_of_its_text(screen):
    page = screen.touch(*TO_MENU, "topic:news", "news:market")
    assert isinstance(page, Leaflet)
    assert isinstance(page.subject, NewsPiece)
    assert len(page.subject.paragraphs) == 2
