"""Which page is shown when, and for how long."""

from datetime import date

from display.carousel import Carousel
from display.page import Kind, Page
from media.pack import Confidence, Notice, Words
from tests.display.builders import commitment, everything_fits, notice, pack

DAY = date(2026, 11, 23)


def shown(carousel: Carousel, day: date | None, seconds: int) -> list[Page]:
    """Return the pages in the order in which they are shown, each once a turn."""
    pages = [carousel.page(day, moment) for moment in range(seconds)]
    return [page for at, page in enumerate(pages) if at == 0 or page != pages[at - 1]]


def test_notices_and_commitments_take_turns_and_start_again():
    content = pack([notice("one"), notice("two")], [commitment("a"), commitment("b")])
    pages = shown(Carousel(content, ("ar",), everything_fits), DAY, 45)
    assert [page.key for page in pages] == ["one", "a", "two", "b", "one", "a"]


def test_each_page_is_told_in_every_language_in_turn():
    pages = shown(Carousel(pack([], [commitment()]), ("ar", "fr"), everything_fits), DAY, 20)
    assert [(page.language, page.text) for page in pages] == [
        ("ar", "نسهل الولوج."),
        ("fr", "Nous facilitons l’accès."),
        ("ar", "نسهل الولوج."),
    ]


def test_a_language_that_a_text_lacks_is_left_out_not_repeated_in_another():
    pages = shown(Carousel(pack([], [commitment()]), ("ar", "zgh", "en"), everything_fits), DAY, 30)
    assert {page.language for page in pages} == {"ar"}


def test_tamazight_is_shown_once_it_is_reviewed():
    def told(confidence: Confidence) -> list[str]:
        title = Words(ar="أ", fr="a", zgh="ⴰⵣⵓⵍ", zgh_confidence=confidence)
        content = pack([Notice("azul", title, DAY, "commune")])
        pages = shown(Carousel(content, ("ar", "zgh"), everything_fits), DAY, 10)
        return [page.language for page in pages]

    assert told(Confidence.LOW) == ["ar"]
    assert told(Confidence.MEDIUM) == ["ar", "zgh"]


def test_a_notice_is_shown_from_its_first_day_to_its_last():
    one_day = notice(since=DAY, until=DAY)
    carousel = Carousel(pack([one_day]), ("ar",), everything_fits)
    days = [date(2026, 11, 22), DAY, date(2026, 11, 24)]
    assert [carousel.page(day, 0) is not None for day in days] == [False, True, False]


def test_a_notice_whose_last_day_ends_is_gone_at_once():
    content = pack([notice(until=DAY)], [commitment()])
    carousel = Carousel(content, ("ar",), everything_fits)
    assert carousel.page(DAY, 0.0).kind is Kind.NOTICE
    assert carousel.page(date(2026, 11, 24), 1.0).kind is Kind.COMMITMENT


def test_what_is_shown_at_midnight_stays_when_it_still_holds():
    content = pack([], [commitment("a"), commitment("b")])
    carousel = Carousel(content, ("ar",), everything_fits)
    carousel.page(DAY, 0)
    assert carousel.page(DAY, 8).key == "b"
    assert carousel.page(date(2026, 11, 24), 9).key == "b"


def test_a_page_is_shown_long_enough_to_be_read():
    short = Page(Kind.NOTICE, "key", "fr", "megaphone", "Avis", "")
    long = Page(Kind.NOTICE, "key", "fr", "megaphone", "Avis", "x" * 196)
    assert (short.seconds, long.seconds) == (8.0, 23.0)


def test_a_restarted_page_gets_its_full_time():
    content = pack([], [commitment("a"), commitment("b")])
    carousel = Carousel(content, ("ar",), everything_fits)
    carousel.page(DAY, 0)
    carousel.restart(7.0)
    assert (carousel.page(DAY, 14.9).key, carousel.page(DAY, 15.0).key) == ("a", "b")


def test_an_empty_pack_shows_nothing():
    assert Carousel(pack(), ("ar",), everything_fits).page(DAY, 3.0) is None


def test_the_same_day_gives_the_same_pages():
    content = pack([notice("one"), notice("two")], [commitment("a")])
    rounds = [shown(Carousel(content, ("ar", "fr"), everything_fits), DAY, 90) for _ in range(2)]
    assert rounds[0] == rounds[1]


def test_a_new_notice_is_shown_at_once_and_the_round_goes_on_from_it():
    carousel = Carousel(pack([notice("one"), notice("two")]), ("ar",), everything_fits)
    assert carousel.page(DAY, 0).key == "one"

    carousel.renew(pack([notice("one"), notice("two"), notice("news")]), 1.0)

    assert [carousel.page(DAY, moment).key for moment in (1.0, 8.9, 9.0)] == [
        "news",
        "news",
        "one",
    ]


def test_a_changed_text_is_shown_at_once():
    carousel = Carousel(pack([notice("one"), notice("two")]), ("ar",), everything_fits)
    carousel.page(DAY, 0)
    carousel.renew(pack([notice("one"), notice("two", text="نص جديد.")]), 1.0)
    assert carousel.page(DAY, 1.0).text == "نص جديد."


def test_a_notice_that_was_taken_away_is_gone_at_once_and_the_page_that_stays_goes_on():
    both = pack([notice("one"), notice("two")])
    carousel = Carousel(both, ("ar",), everything_fits)
    carousel.page(DAY, 0)
    carousel.renew(pack([notice("one")]), 5.0)
    assert [carousel.page(DAY, moment).key for moment in (5.0, 8.0)] == ["one", "one"]
    carousel.renew(pack([notice("two")]), 9.0)
    assert carousel.page(DAY, 9.0).key == "two"
    carousel.renew(pack(), 10.0)
    assert carousel.page(DAY, 10.0) is None
