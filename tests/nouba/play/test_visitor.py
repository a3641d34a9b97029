from collections import Counter

from nouba.play.visitor import HALF_HOUR, morning

SERVICES = ("birth", "legalisation", "hygiene", "taxes", "family_book")


def test_the_same_seed_plans_the_same_morning():
    assert morning(30, SERVICES, seed=7) == morning(30, SERVICES, seed=7)
    assert morning(30, SERVICES, seed=7) != morning(30, SERVICES, seed=8)


def test_visitors_come_in_order_within_three_hours():
    arrivals = [visitor.arrives for visitor in morning(40, SERVICES, seed=1)]
    assert arrivals == sorted(arrivals)
    assert 0 <= arrivals[0] <= arrivals[-1] <= 6 * HALF_HOUR


def test_every_service_is_asked_for_equally_often():
    wishes = Counter(visitor.service for visitor in morning(30, SERVICES, seed=3))
    assert wishes == dict.fromkeys(SERVICES, 6)


def test_all_four_languages_are_spoken():
    languages = {visitor.language for visitor in morning(10, SERVICES, seed=3)}
    assert languages == {"ar", "zgh", "fr", "en"}
