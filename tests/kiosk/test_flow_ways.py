"""The conversation: where touches lead."""

import pytest

from kiosk.leaf import Leaf
from kiosk.sheet_part import Fact
from tests.kiosk.conversation import PACK, TO_SHEET, Conversation


def test_back_leads_one_step_back_each_time(kiosk):
    kiosk.touch(*TO_SHEET)
    names = [kiosk.touch("back").name for _ in range(3)]
    assert names == ["services", "offices", "languages"]


def test_home_leads_to_the_invitation_from_everywhere(kiosk):
    for steps in range(2, len(TO_SHEET) + 1):
        kiosk.touch(*TO_SHEET[:steps])
        assert kiosk.touch("home").name == "attract"


@pytest.mark.parametrize("language", ["ar", "zgh", "fr", "en"])
def test_the_language_that_was_touched_is_spoken_to_the_ticket(kiosk, language):
    way = [f"language:{language}" if each.startswith("language:") else each for each in TO_SHEET]
    kiosk.touch(way[0])

    assert {kiosk.touch(target).language for target in way[1:]} == {language}
    kiosk.touch("take")
    assert kiosk.desk.asked[-1].language == language


def test_with_one_language_none_is_asked_for():
    kiosk = Conversation(languages=("ar",)).open()
    assert kiosk.touch("start").name == "offices"
    assert kiosk.touch("back").name == "attract"


def test_what_the_page_does_not_offer_does_nothing(kiosk):
    shown = kiosk.touch("start", "language:fr")
    for target in ("take", "service:birth_copy", "start", "language:ar", "nonsense", ""):
        assert kiosk.touch(target) == shown


def test_what_another_office_or_leaf_holds_cannot_be_chosen(kiosk):
    offices = kiosk.touch("start", "language:fr")
    assert kiosk.touch("office:nonsense") == offices
    services = kiosk.touch("office:civil_status")
    for service in ("tnb", "life_certificate", "nonsense"):
        assert kiosk.touch(f"service:{service}") == services
    assert kiosk.touch("more", "service:life_certificate").name == "sheet"


def test_long_lists_are_turned_leaf_by_leaf(kiosk):
    first = kiosk.touch("start", "language:fr", "office:civil_status")
    second = kiosk.touch("more")
    services = PACK.services_of("civil_status")
    assert [tile.service for tile in (*first.tiles, *second.tiles)] == list(services)
    assert (first.leaf, second.leaf) == (Leaf(1, 2), Leaf(2, 2))
    assert kiosk.touch("more") == second
    assert kiosk.touch("less") == first
    assert kiosk.touch("less") == first


def test_a_sheet_of_several_leaves_is_turned(kiosk):
    first = kiosk.touch(*TO_SHEET)
    second = kiosk.touch("more")
    assert (first.leaf, second.leaf) == (Leaf(1, 2), Leaf(2, 2))
    documents = PACK.procedure("birth_copy").documents
    assert (*first.part.documents, *second.part.documents) == documents
    assert (first.part.facts, second.part.facts) == ((), tuple(Fact))
    assert kiosk.touch("take").name == "taking"
