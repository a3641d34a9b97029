"""Services named together, and counted."""

import pytest

from kiosk.service_words import THEN, counted, listed
from media.isolation import isolate
from media.texts import Texts
from tests.kiosk.conversation import PACK

NAMES = [PACK.service(each).name for each in ("family_booklet", "tnb")]


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts()


ARABIC = f"ثم: {isolate('الدفتر العائلي')} · {isolate('الرسم على الأراضي غير المبنية')}"
FRENCH = (
    f"Ensuite\u00a0: {isolate('Livret de famille')} · {isolate('Taxe sur les terrains non bâtis')}"
)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ar", (("ar", ARABIC),)),
        ("fr", (("fr", FRENCH),)),
        ("zgh", (("ar", ARABIC), ("fr", FRENCH))),
    ],
)
def test_services_are_named_in_their_order_in_the_words_of_each_language(texts, language, told):
    assert listed(texts, language, THEN, NAMES) == told


def test_more_than_one_is_told_beside_the_name_and_one_is_not():
    name = (("ar", "نسخة"), ("fr", "Copie"))
    assert counted(name, 1) == name
    assert counted(name, 3) == (
        ("ar", f"نسخة ×\u00a0{isolate('3')}"),
        ("fr", f"Copie ×\u00a0{isolate('3')}"),
    )
