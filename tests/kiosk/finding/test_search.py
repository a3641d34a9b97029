"""Procedures found by what visitors type."""

import pytest

from kiosk.finding.folding import folded, words_of
from kiosk.finding.likeness import distance, likeness
from kiosk.finding.search import Search
from media.pack import load_pack
from tests.media.demo import DEMO

PACK = load_pack(DEMO)
SEARCH = Search(PACK)


def first(typed):
    found = SEARCH.found(typed)
    return found[0].id if found else None


@pytest.mark.parametrize(
    ("typed", "procedure"),
    [
        ("رخصة البناء", "building_permit"),
        ("رخصه البنا", "building_permit"),
        ("بناء", "building_permit"),
        ("الولادة", "birth_declaration"),
        ("شهادة الميلاد", "birth_copy"),
        ("عقد الإزدياد", "birth_copy"),
        ("عقد الازديادد", "birth_copy"),
        ("تصحيح الامضاء", "legalisation"),
        ("الدفن", "burial"),
        ("حانوت", "economic_licence"),
        ("جرذان", "hygiene"),
        ("permis de construire", "building_permit"),
        ("PERMIS CONSTRIURE", "building_permit"),
        ("légalisation", "legalisation"),
        ("legalisation", "legalisation"),
        ("deces", "death_declaration"),
        ("extrait de naissance", "birth_copy"),
        ("fouriere", "pound"),
        ("cafards", "hygiene"),
        ("certificat de residence", "residence"),
        ("boutique", "economic_licence"),
        ("livret", "family_booklet"),
        ("birth certificate", "birth_copy"),
        ("street light", "lighting"),
        ("ⵜⴰⵃⴰⵏⵓⵜ", "economic_licence"),
        ("ⵉⵎⴷⵍⴰⵏ", "burial"),
        ("ⵜⴰⵎⵜⴰⵏⵜ", "burial"),
    ],
)
def test_a_procedure_is_found_first_by_what_visitors_call_it(typed, procedure):
    assert first(typed) == procedure


def test_the_beginning_of_a_word_is_enough_and_finds_all_that_begin_so():
    found = [each.id for each in SEARCH.found("permis")]

    permits = {"building_permit", "repair_permit", "habitation_permit", "burial"}
    assert set(found[:4]) == permits
    assert {each.id for each in SEARCH.found("permi")[:4]} == permits


def test_what_nobody_knows_finds_nothing_and_nothing_finds_nothing():
    assert SEARCH.found("zzzz") == ()
    assert SEARCH.found("  ") == ()


def test_when_no_procedure_has_all_words_those_with_one_are_shown():
    found = {each.id for each in SEARCH.found("construire une piscine")}

    assert "building_permit" in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الإمضاء", "الامضا"),
        ("شَهَادَة", "شهاده"),
        ("مـــراسلة", "مراسله"),
        ("رؤية", "رويه"),
        ("مصطفى", "مصطفي"),
        ("Décès", "deces"),
        ("cœur", "coeur"),
        ("ⵜⴰⴹⵚⴰ", "ⵜⴰⴷⵙⴰ"),
        ("٢٠٢٦", "2026"),
    ],
)
def test_letters_that_are_one_to_whoever_types_are_folded(one, other):
    assert folded(one) == folded(other)


def test_small_words_and_articles_do_not_count():
    assert words_of("الإشهاد على مطابقة النسخ") == ("اشهاد", "مطابقه", "نسخ")
    assert words_of("Permis de construire") == ("permis", "construire")
    assert words_of("de la") == ("de", "la")


@pytest.mark.parametrize(
    ("typed", "known", "errors"),
    [("abc", "abc", 0), ("abc", "ab", 1), ("abc", "acb", 1), ("abc", "xbc", 1), ("", "ab", 2)],
)
def test_an_error_is_a_letter_more_less_other_or_two_changed(typed, known, errors):
    assert distance(typed, known) == errors


def test_short_words_must_be_right():
    assert likeness("bail", "bali") > 0
    assert likeness("eau", "eua") == 0
