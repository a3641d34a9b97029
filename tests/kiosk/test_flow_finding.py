"""A procedure found by life event or by typing, ticked off, and taken home as a list."""

import pytest

from hardware.ports import PrintResult, Verdict
from kiosk.take_home import TakeHome
from tests.kiosk.conversation import PACK, TO_SHEET, offer

TO_OFFICES = ("start", "language:fr")
TO_PERMIT = (*TO_OFFICES, "events", "event:building", "procedure:building_permit")
PERMIT, POUND = PACK.procedure("building_permit"), PACK.procedure("pound")


def typed(word):
    return [f"key:{letter}" for letter in word]


def test_a_life_event_leads_to_its_procedures(kiosk):
    page = kiosk.touch(*TO_OFFICES, "events", "event:death")

    assert [tile.procedure.id for tile in page.tiles] == [
        "burial",
        "death_copy",
        "death_declaration",
    ]


def test_a_procedure_with_a_service_has_the_sheet_from_which_a_ticket_is_taken(kiosk):
    sheet = kiosk.touch(*TO_OFFICES, "events", "more", "event:car", "procedure:pound")

    assert (sheet.name, sheet.service.id, sheet.is_open) == ("sheet", "pound", True)
    assert kiosk.touch("take").name == "taking"


def test_a_procedure_without_a_service_has_a_sheet_and_a_list_to_take_home(kiosk):
    sheet = kiosk.touch(*TO_PERMIT)
    taken = kiosk.touch("keep")

    assert (sheet.tile, sheet.procedure, sheet.is_open) == (None, PERMIT, False)
    assert (taken.name, taken.take_home) == ("list", TakeHome("fr", PERMIT))
    assert kiosk.desk.lists == [TakeHome("fr", PERMIT)]


def test_the_hurried_visitors_way_to_a_ticket_is_five_touches(kiosk):
    assert kiosk.touch(*TO_SHEET, "take").name == "taking"
    assert len((*TO_SHEET, "take")) == 5


def test_typing_finds_procedures_letter_by_letter(kiosk):
    empty = kiosk.touch(*TO_OFFICES, "search")
    page = kiosk.touch(*typed("permis"), "key:space", *typed("construire"))

    assert (empty.script, empty.tiles) == ("latin", ())
    assert page.typed == "permis construire"
    assert page.tiles[0].procedure == PERMIT
    assert kiosk.touch("delete").typed == "permis construir"


def test_another_keyboard_keeps_what_is_typed_and_has_its_own_letters(kiosk):
    kiosk.touch(*TO_OFFICES, "search", *typed("ab"))
    page = kiosk.touch("script:arabic")

    assert (page.script, page.typed) == ("arabic", "ab")
    assert kiosk.touch("key:a").typed == "ab"
    assert kiosk.touch("key:ب").typed == "abب"


def test_no_more_is_typed_than_there_is_room_for(kiosk):
    page = kiosk.touch(*TO_OFFICES, "search", *typed("a" * 40))

    assert page.typed == "a" * 24


def test_a_space_is_nothing_before_a_letter(kiosk):
    assert kiosk.touch(*TO_OFFICES, "search", "key:space").typed == ""


def test_what_is_found_shows_how_its_service_stands(kiosk):
    kiosk.flow.on_offer(offer(2, closed=frozenset({"pound"}), waiting=4))
    closed = kiosk.touch(*TO_OFFICES, "search", *typed("fourriere")).tiles[0]
    kiosk.touch(*["delete"] * 9)
    waited = kiosk.touch(*typed("livret")).tiles[0]

    assert (closed.procedure.id, closed.is_open) == ("pound", False)
    assert (waited.procedure.id, waited.waiting) == ("family_booklet", 4)


def test_back_leads_the_way_that_the_visitor_came(kiosk):
    kiosk.touch(*TO_OFFICES, "search", *typed("fourriere"), "procedure:pound", "tick", "keep")
    names = [kiosk.touch("back").name for _ in range(5)]

    assert names == ["ticks", "sheet", "search", "offices", "languages"]
    kiosk.touch(*TO_OFFICES[1:], "events", "event:building", "procedure:building_permit", "tick")
    names = [kiosk.touch("back").name for _ in range(4)]
    assert names == ["sheet", "procedures", "events", "offices"]


def test_what_is_ticked_is_not_missing(kiosk):
    kiosk.touch(*TO_OFFICES, "events", "more", "event:car", "procedure:pound", "tick")
    page = kiosk.touch("piece:1", "piece:3")

    assert [tick.is_held for tick in page.ticks] == [True, False, True, False]
    assert (page.missing, page.may_take) == (2, True)
    assert kiosk.touch("piece:3").missing == 3


def test_a_ticket_is_taken_from_the_ticks_with_some_missing(kiosk):
    kiosk.touch(*TO_SHEET, "tick", "piece:1")

    assert kiosk.touch("take").name == "taking"
    assert kiosk.desk.asked[-1].service == "birth_copy"


def test_the_list_knows_what_is_at_hand(kiosk):
    kiosk.touch(
        *TO_OFFICES, "events", "more", "event:car", "procedure:pound", "tick", "piece:2", "keep"
    )
    (taken,) = kiosk.desk.lists

    assert taken == TakeHome("fr", POUND, frozenset({1}))
    assert [piece.document for piece in taken.missing] == [
        "release_order",
        "cnie",
        "payment_receipt",
    ]


@pytest.mark.parametrize(
    ("verdict", "is_printed"), [(Verdict.PRINTED, True), (Verdict.NOT_PRINTED, False)]
)
def test_it_is_told_what_became_of_the_list(kiosk, verdict, is_printed):
    kiosk.touch(*TO_PERMIT, "keep")
    kiosk.desk.list_told(PrintResult(verdict))

    assert kiosk.view.page.is_printed is is_printed


def test_a_list_that_was_not_printed_is_printed_again_at_a_touch_and_only_then(kiosk):
    kiosk.touch(*TO_PERMIT, "keep", "print")
    assert len(kiosk.desk.lists) == 1

    kiosk.desk.list_told(PrintResult(Verdict.NOT_PRINTED))
    assert kiosk.touch("print").is_printed is None
    assert len(kiosk.desk.lists) == 2


def test_a_verdict_that_comes_late_says_nothing_to_the_next_visitor_of_the_same_list(kiosk):
    kiosk.touch(*TO_PERMIT, "keep")
    told = kiosk.desk.list_told
    kiosk.touch("home", *TO_PERMIT, "keep")
    told(PrintResult(Verdict.PRINTED))

    assert kiosk.view.page.is_printed is None
    kiosk.desk.list_told(PrintResult(Verdict.NOT_PRINTED))
    assert kiosk.view.page.is_printed is False


def test_the_list_stays_while_the_controller_is_away(kiosk):
    kiosk.touch(*TO_PERMIT, "keep")
    kiosk.flow.on_offline()

    assert kiosk.tick(10).name == "list"


def test_who_adds_a_service_to_a_ticket_goes_over_the_offices(kiosk):
    page = kiosk.touch(*TO_SHEET, "another")

    assert kiosk.touch("search") == page
    assert kiosk.touch("events") == page


def test_the_next_visitor_finds_nothing_typed(kiosk):
    kiosk.touch(*TO_OFFICES, "search", *typed("abc"), "home")

    assert kiosk.touch(*TO_OFFICES, "search").typed == ""
