"""Each part of a sheet, as it is told."""

from dataclasses import replace

import pytest

from media.isolation import plain
from media.pack import load_pack
from media.pack.procedures import Delay
from media.sheets import SheetWords
from media.sheets.durations import duration_parts
from media.texts import Texts
from tests.media.demo import DEMO

TEXTS = Texts()
PACK = load_pack(DEMO)
TOLD = SheetWords(TEXTS, PACK)


def line(parts):
    """The texts without isolates and hard spaces."""
    return [(language, plain(text).replace("\u00a0", " ")) for language, text in parts]


def test_a_document_is_told_with_its_condition_and_its_form():
    lost = PACK.procedure("family_booklet").documents[4]
    card = PACK.procedure("public_domain").documents[1]

    assert line(TOLD.piece("fr", lost)) == [("fr", "Déclaration de perte (pour un duplicata)")]
    assert line(TOLD.piece("ar", card)) == [
        ("ar", "البطاقة الوطنية للتعريف الإلكترونية · نسخة عادية")
    ]


def test_documents_of_which_one_is_enough_are_told_with_or():
    piece = replace(PACK.procedure("death_copy").documents[1], name=None)

    assert line(TOLD.piece("fr", piece)) == [
        ("fr", "Livret de famille ou Carte nationale d’identité électronique (CNIE)")
    ]


def test_without_confirmed_tamazight_all_is_told_in_arabic_and_french():
    spoken = [language for language, _ in TOLD.place("zgh", PACK.office("registry"))]

    assert spoken == ["ar", "fr"]


def test_fees_are_told_after_one_another_and_what_is_free_as_free():
    assert line(TOLD.fee("en", PACK.procedure("birth_declaration"))) == [("en", "Free of charge")]
    assert line(TOLD.fee("fr", PACK.procedure("burial"))) == [("fr", "Gratuit (à confirmer)")]
    assert line(TOLD.fee("fr", PACK.procedure("building_permit"))) == [
        (
            "fr",
            (
                "Taxe de construction : 10 à 20 DH par m² (collectif) · 20 à 30 DH en "
                "individuel, 1 000 DH au moins en tout"
            ),
        )
    ]


def test_an_office_is_told_with_its_place_and_hours():
    assert line(TOLD.place("fr", PACK.office("registry"))) == [
        ("fr", "Bureau d’ordre · Rez-de-chaussée, bureau 1 · du lundi au vendredi 08:30 – 16:30")
    ]
    assert line(TOLD.place("en", PACK.office("hygiene"))) == [
        (
            "en",
            ("Communal hygiene office · Ground floor, reception hall, counter 5 · 08:30 – 16:30"),
        )
    ]


def test_appeals_tell_to_whom_and_within_which_time():
    assert line(TOLD.appeals("fr", PACK.procedure("family_booklet"))) == [
        ("fr", "dans un délai de 30 jours, réponse sous 15 jours")
    ]
    assert line(TOLD.appeals("ar", PACK.procedure("ati")))[0][1].split(" · ")[1] == (
        "لجنة الحق في الحصول على المعلومات، داخل أجل 30 يوما"
    )


def test_what_is_in_doubt_is_named():
    assert line(TOLD.doubts("fr", PACK.procedure("ati"))) == [
        ("fr", "original ou copie · l’effet du silence")
    ]


@pytest.mark.parametrize(
    ("delay", "french", "arabic"),
    [
        (Delay("PT0M"), "immédiat", "فورا"),
        (Delay("PT48H"), "2 jours", "يومين"),
        (Delay("PT12H"), "12 heures", "12 ساعة"),
        (Delay("P1D"), "1 jour", "يوم واحد"),
        (Delay("P2W"), "14 jours", "14 يوما"),
        (Delay("P60D"), "60 jours", "60 يوما"),
        (Delay("P2M"), "2 mois", "شهرين"),
        (Delay("P20D", is_working_days=True), "20 jours ouvrables", "20 يوم عمل"),
    ],
)
def test_a_length_of_time_agrees_with_its_number(delay, french, arabic):
    assert line(duration_parts(TEXTS, "fr", delay)) == [("fr", french)]
    assert line(duration_parts(TEXTS, "ar", delay)) == [("ar", arabic)]
