import shutil
from datetime import date

import pytest

from media.check import Finding, check_catalogues, check_pack
from media.pack import load_pack
from media.review import review
from media.texts.catalogue import LOCALE, po_path
from tests.media.demo import DEMO, spoiled

TODAY = date(2026, 11, 22)


@pytest.fixture
def catalogues(tmp_path):
    return shutil.copytree(LOCALE, tmp_path / "locale")


def told(folder, today=TODAY):
    known = set(check_pack(load_pack(DEMO), TODAY))
    return [finding for finding in check_pack(load_pack(folder), today) if finding not in known]


def test_the_demonstration_lacks_nothing_but_confirmations():
    texts = {finding.text for finding in check_pack(load_pack(DEMO), TODAY)}

    assert texts == {
        "no source confirms it",
        "its sources confirm only a part of it",
        "names no law that sets it",
    }
    assert check_catalogues() == ()


def test_a_service_that_no_counter_gives_is_found(tmp_path):
    folder = spoiled(tmp_path, "pack.toml", '["burial", "hygiene"]', '["hygiene"]')

    assert told(folder) == [Finding("services.burial", "no counter gives it")]


def test_a_missing_english_text_is_found(tmp_path):
    folder = spoiled(tmp_path, "services.toml", ', en = "Family booklet"', "")

    assert told(folder) == [Finding("services.family_booklet.name", "has no English text")]


def test_a_sheet_that_nobody_checked_for_a_year_is_found(tmp_path):
    folder = spoiled(
        tmp_path, "procedures/tnb.toml", "checked = 2026-11-22", "checked = 2025-11-21"
    )

    assert told(folder) == [
        Finding("procedures.tnb", "was last checked on 2025-11-21, over a year ago")
    ]


def test_a_sheet_whose_review_is_due_is_found(tmp_path):
    folder = spoiled(
        tmp_path, "procedures/tnb.toml", "review_by = 2027-05-31", "review_by = 2026-11-21"
    )

    assert told(folder) == [
        Finding("procedures.tnb", "should have been looked at again by 2026-11-21")
    ]


def test_a_sheet_that_nobody_finds_and_a_document_that_nobody_wants_are_found(tmp_path):
    folder = spoiled(
        tmp_path, "procedures/residence.toml", 'life_events = ["moving", "papers"]\n', ""
    )
    lease = folder / "procedures/economic_licence.toml"
    text = lease.read_text(encoding="utf-8")
    lease.write_text(text.replace('{ document = "photo" }', '{ document = "cnie" }'), "utf-8")

    assert told(folder) == [
        Finding("procedures.residence", "no service and no life event leads to it"),
        Finding("documents.photo", "no procedure asks for it"),
    ]


def test_a_notice_that_is_over_is_found(tmp_path):
    folder = spoiled(
        tmp_path, "notices.toml", "since = 2024-02-12", "since = 2024-02-12\nuntil = 2024-02-20"
    )

    assert told(folder) == [
        Finding("notices.february_session_2024", "has been over since 2024-02-20")
    ]


def test_tamazight_in_latin_letters_is_found(tmp_path):
    folder = spoiled(tmp_path, "pack.toml", "ⵜⴰⴳⵔⴰⵡⵜ ⵏ ⵄⵉⵏ ⵏⵓⵔ", "Tagrawt n Ɛin Nur")

    assert told(folder) == [Finding("commune.name", "its Tamazight is not all in Tifinagh")]


def test_a_text_that_one_catalogue_lacks_is_found(catalogues):
    path = po_path("fr", catalogues)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgstr "Retour"', 'msgstr ""'), encoding="utf-8")

    line = text[: text.index('msgid "Back"')].count("\n") + 1
    assert check_catalogues(catalogues) == (
        Finding(f"{path}, line {line}", '"Back" is not translated'),
    )


def test_a_translation_that_lost_its_value_is_found(catalogues):
    path = po_path("ar", catalogues)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('الشباك {counter}"', 'الشباك {conter}"', 1), encoding="utf-8")

    found = [each.text for each in check_catalogues(catalogues)]
    assert len(found) == 2
    assert "has the unknown place {conter}" in found[0]
    assert "has not all the places of" in found[1]


def test_a_singular_may_say_its_number_in_a_word_and_no_other_value(catalogues):
    plural = 'msgid "about a minute"\nmsgid_plural "about {n} minutes"\n'
    for language, forms in (("en", 2), ("fr", 2), ("ar", 6), ("zgh", 2)):
        told = "".join(f'msgstr[{n}] "{{n}} min{{of}}"\n' for n in range(forms))
        with po_path(language, catalogues).open("a", encoding="utf-8") as catalogue:
            catalogue.write(f"\n{plural}{told.replace('{of}', '') if language != 'fr' else told}")

    assert [each.text for each in check_catalogues(catalogues)] == [
        '"{n} min{of}" has the unknown place {of}'
    ] * 2


def test_the_reviewer_sees_each_unsure_and_each_missing_tamazight_text():
    waiting = review(load_pack(DEMO))
    places = {each.place for each in waiting}

    assert next(each for each in waiting if each.place == "interface: Counter").zgh == "ⴰⵙⴽⵙⵍ"
    assert "hall.name" in places
    assert {"offices.civil_status.name", "charter.access.title", "interface: Call next"} <= places
    assert places.isdisjoint({"commune.name", "interface: Back"})
