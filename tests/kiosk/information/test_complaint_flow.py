"""How a visitor complains or suggests at an information screen, and what is sent of it."""

from dataclasses import replace

import pytest

from kiosk.complaining.draft import MOST, Entry
from kiosk.complaining.sending import drawn_code
from kiosk.information.known import Known
from kiosk.information_page import Topic
from kiosk.personal import is_personal
from kiosk.touchable import targets_of
from media.pack import ComplaintForm
from tests.kiosk.conversation import NOON, PACK, WAITS
from tests.kiosk.information.test_information_flow import AT, CODE, TO_MENU, Conversation
from wire.follow_up import follow_up
from wire.messages import TellComplaint

TO_KINDS = (*TO_MENU, "topic:complaints")
TO_DRAFT = (*TO_KINDS, "kind:complaint", "subject:lighting")


@pytest.fixture
def screen():
    return Conversation().open()


def typed(text):
    return [f"key:{'space' if each == ' ' else each}" for each in text]


def test_pictograms_alone_are_enough_to_complain(screen):
    page = screen.touch(*TO_DRAFT, "send")
    assert screen.kept == [TellComplaint("request-1", CODE, "complaint", "lighting", "fr", NOON)]
    assert (page.name, page.code, page.address) == ("follow_up", CODE, AT + CODE)


def test_all_that_was_told_is_sent(screen):
    screen.touch(*TO_KINDS, "kind:suggestion", "more", "more", "subject:delay")
    screen.touch("more", "office:urbanism")
    screen.touch("write:words", *typed("rue  noire"), "done")
    screen.touch("write:place", *typed("rue 12"), "back")
    screen.touch("write:phone", *typed("0612345678"), "delete", "done", "send")
    assert screen.kept == [
        TellComplaint(
            request="request-1",
            code=CODE,
            kind="suggestion",
            subject="delay",
            language="fr",
            written_at=NOON,
            office="urbanism",
            place="rue 12",
            words="rue  noire",
            phone="061234567",
        )
    ]


def test_who_does_not_know_the_office_goes_on_without_one(screen):
    page = screen.touch(*TO_KINDS, "kind:complaint", "more", "more", "subject:reception", "skip")
    assert (page.name, page.draft.office) == ("complaint", None)


def test_the_way_back_loses_nothing_that_was_told(screen):
    screen.touch(*TO_DRAFT, "write:words", *typed("noir"), "back", "back", "back")
    page = screen.touch("kind:suggestion", "subject:roads")
    assert (page.draft.kind, page.draft.subject.id, page.draft.words) == (
        "suggestion",
        "roads",
        "noir",
    )


def test_another_subject_that_is_of_no_office_has_none(screen):
    screen.touch(
        *TO_KINDS, "kind:complaint", "more", "more", "subject:delay", "office:civil_status"
    )
    page = screen.touch("back", "back", "subject:water")
    assert page.draft.office is None


@pytest.mark.parametrize("entry", Entry)
def test_what_is_typed_is_no_longer_than_the_controller_takes(screen, entry):
    letter = "1" if entry is Entry.PHONE else "a"
    page = screen.touch(*TO_DRAFT, f"write:{entry}", *typed(letter * (MOST[entry] + 2)))
    assert page.typed == letter * MOST[entry]


def test_a_telephone_has_figures_alone(screen):
    page = screen.touch(*TO_DRAFT, "write:phone")
    assert targets_of(page) == {
        *(f"key:{each}" for each in "0123456789"),
        *("delete", "done", "back", "home"),
    }


def test_the_letters_of_three_scripts_may_be_mixed(screen):
    keys = ("key:a", "script:arabic", "key:ب", "script:tifinagh", "key:ⴰ", "key:7")
    page = screen.touch(*TO_DRAFT, "write:words", *keys)
    assert page.typed == "aبⴰ7"


def test_what_the_disk_does_not_take_has_no_number_and_may_be_sent_again(screen):
    screen.has_disk = False
    page = screen.touch(*TO_DRAFT, "send")
    assert (page.name, page.was_kept) == ("complaint", False)
    screen.has_disk = True
    assert screen.touch("send").name == "follow_up"


def test_without_a_clock_that_somebody_told_no_time_is_sent():
    screen = Conversation()
    screen.touch(*TO_DRAFT, "send")
    assert screen.kept[0].written_at is None


def test_one_touch_too_many_sends_nothing_twice(screen):
    screen.touch(*TO_DRAFT, "send", "send", "send")
    assert len(screen.kept) == 1


def test_who_goes_away_leaves_nothing_and_nothing_was_sent(screen):
    screen.touch(*TO_DRAFT, "write:phone", "key:0")
    screen.tick(WAITS.idle)
    page = screen.touch(*TO_DRAFT)
    assert (screen.kept, page.draft.phone) == ([], "")


def test_home_forgets_what_was_told(screen):
    screen.touch(*TO_DRAFT, "write:words", "key:a", "home")
    assert screen.touch("topic:complaints", "kind:complaint", "subject:water").draft.words == ""


def test_what_a_visitor_told_is_personal_and_the_packs_words_are_not(screen):
    pages = [screen.touch(*TO_KINDS), screen.touch("kind:complaint")]
    pages += [screen.touch(each) for each in ("subject:water", "write:place", "done", "send")]
    assert [is_personal(each) for each in pages] == [False, False, True, True, True, True]


def test_numbers_are_drawn_in_the_letters_that_are_followed():
    drawn = {drawn_code() for _ in range(100)}
    assert len(drawn) == 100
    assert all(follow_up(each) is not None for each in drawn)


def test_a_commune_that_asks_for_no_complaints_has_no_way_to_them():
    without = Known(replace(PACK, complaints=ComplaintForm()))
    assert set(Known(PACK).topics) - set(without.topics) == {Topic.COMPLAINTS}
