"""Which pages bear a visitor's own words."""

from kiosk import page as pages
from kiosk.information_page import InformationMenu, Topic
from kiosk.personal import is_nobodys, is_personal
from tests.kiosk.conversation import PACK
from tests.kiosk.staged import arrivals, outcomes
from wire.messages import LANGUAGES


def test_what_was_typed_and_what_was_given_is_personal():
    personal = {page.name for page in (*arrivals("fr"), *outcomes("fr")) if is_personal(page)}
    assert personal == {
        "code",
        "checking_in",
        "ticket",
        "found",
        "nothing_open",
        "out_of_reach",
    }


def test_the_packs_own_words_are_not():
    assert not is_personal(pages.LanguageChoice(LANGUAGES))
    assert not is_personal(pages.Taking("fr", PACK.services[0]))


def test_what_an_information_screen_tells_of_the_commune_is_not():
    assert not is_personal(InformationMenu("fr", tuple(Topic)))


def test_a_visitor_who_waits_for_the_hall_is_still_there():
    assert [is_nobodys(pages.OutOfReach(each)) for each in (None, "fr")] == [True, False]
    assert is_nobodys(pages.Attract(LANGUAGES))
