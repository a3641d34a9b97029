import re

import pytest

from media.texts import Texts
from media.voice.engines.espeak import EspeakEngine
from media.voice.hts.phone import phrases
from media.voice.orders import ORDERS, orders
from wire.messages import LANGUAGES, EmergencyKind

VOWELS = re.compile("[\u064b-\u0652]")
SHOWN = {
    EmergencyKind.EVACUATION: "Leave by the nearest exit. Do not use the lifts.",
    EmergencyKind.SECURITY: "Stay away from the doors. Follow the staff.",
}


@pytest.mark.parametrize("kind", EmergencyKind)
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_what_is_said_is_what_is_shown(kind, language):
    shown = dict(Texts().parts(language, SHOWN[kind]))[language]

    assert VOWELS.sub("", ORDERS[kind][language]) == shown


@pytest.mark.parametrize("kind", EmergencyKind)
def test_the_arabic_order_is_fully_vocalised_with_each_shadda_first(kind):
    said = ORDERS[kind]["ar"]

    assert re.search("[\u064b-\u0650]\u0651", said) is None
    assert len(phrases(said)) == 2
    assert len(EspeakEngine().say(orders(kind)[0])) > 48_000


def test_each_language_of_the_halls_has_its_turn():
    assert tuple(each.language for each in orders(EmergencyKind.EVACUATION)) == LANGUAGES
