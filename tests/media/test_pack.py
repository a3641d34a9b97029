from dataclasses import replace
from datetime import date, time

import pytest

from media.pack import Shift, load_pack
from tests.media.demo import DEMO, spoiled


@pytest.fixture(scope="module")
def pack():
    return load_pack(DEMO)


def test_the_demonstration_pack_has_the_four_offices_of_the_reception_guide(pack):
    assert {
        office.id: [service.id for service in pack.services_of(office.id)]
        for office in pack.offices
        if pack.services_of(office.id)
    } == {
        "civil_status": [
            "birth_copy",
            "birth_declaration",
            "death_declaration",
            "death_copy",
            "family_booklet",
            "civil_sheet",
            "material_error",
            "life_certificate",
        ],
        "legalisation": ["legalisation", "certified_copy"],
        "hygiene": ["hygiene", "burial"],
        "revenue": ["tnb", "drinks_tax", "pound", "public_domain"],
    }


def test_each_office_has_one_prefix_of_its_own(pack):
    assert {(service.office, service.prefix) for service in pack.services} == {
        ("civil_status", "A"),
        ("legalisation", "B"),
        ("hygiene", "C"),
        ("revenue", "D"),
    }


def test_the_hall_works_in_two_shifts_on_moroccan_time(pack):
    assert pack.hall.zone.key == "Africa/Casablanca"
    assert pack.hall.shifts == (
        Shift(time(8, 30), time(12, 30)),
        Shift(time(12, 30), time(16, 30)),
    )


def test_shifts_that_follow_one_another_make_the_hours_of_the_hall(pack):
    morning, late = Shift(time(8, 30), time(12)), Shift(time(14), time(16, 30))
    split = replace(pack.hall, shifts=(late, morning))
    assert pack.hall.hours == (Shift(time(8, 30), time(16, 30)),)
    assert split.hours == (morning, late)
    moments = [time(8, 29), time(8, 30), time(12), time(16, 29), time(16, 30)]
    assert [split.is_open_at(moment) for moment in moments] == [False, True, False, True, False]


def test_six_counters_give_all_services_and_one_of_them_is_accessible(pack):
    assert [counter.number for counter in pack.hall.counters] == [1, 2, 3, 4, 5, 6]
    assert [c.number for c in pack.hall.counters if c.is_accessible] == [1]
    given = {service for counter in pack.hall.counters for service in counter.services}
    assert given == {service.id for service in pack.services}


def test_the_charter_has_the_ten_commitments(pack):
    assert [commitment.title.ar for commitment in pack.charter] == [
        "الولوج",
        "الاستعلامات",
        "التوجيه",
        "الإنصاف",
        "العناية بالطلبات",
        "المجاملة",
        "السرية",
        "الراحة",
        "الشكايات",
        "الإصغاء",
    ]


def test_a_sheet_asks_for_documents_of_the_shared_catalogue(pack):
    references, booklet = pack.procedure("death_copy").documents

    assert (references.document, references.form) == ("record_references", None)
    assert booklet.documents == ("family_booklet", "cnie")
    assert pack.document("cnie").issuer.fr == "Direction générale de la sûreté nationale (DGSN)"


def test_one_document_is_asked_for_by_many_sheets_and_one_sheet_gives_it(pack):
    asking = {
        sheet.id
        for sheet in pack.procedures
        for piece in sheet.documents
        if "birth_record" in piece.documents
    }

    assert asking == {"birth_copy", "family_booklet", "civil_sheet"}
    assert pack.document("birth_record").procedure == "birth_copy"


def test_what_no_source_tells_of_a_sheet_is_in_doubt(pack):
    assert pack.procedure("legalisation").doubts == ("forms", "delay", "silence", "appeals")
    assert pack.procedure("ati").doubts == ("forms", "silence")


def test_life_events_lead_to_procedures_that_have_a_service_and_to_others(pack):
    building = [sheet.id for sheet in pack.procedures_at("building")]

    assert building == ["building_permit", "habitation_permit", "repair_permit"]
    assert [sheet.id for sheet in pack.procedures_at("death")] == [
        "burial",
        "death_copy",
        "death_declaration",
    ]
    assert pack.services_by("building_permit") == ()
    assert pack.services_by("burial") == (pack.service("burial"),)


def test_notices_come_latest_first_and_only_from_their_first_day_on(pack):
    assert [notice.id for notice in pack.notices_on(date(2024, 1, 10))] == [
        "bureau_meeting_2024",
        "professional_exam_2023",
        "ouarzazate_forum_2019",
    ]


def test_a_notice_is_shown_until_its_last_day_included(tmp_path):
    folder = spoiled(
        tmp_path, "notices.toml", "since = 2024-02-12", "since = 2024-02-12\nuntil = 2024-02-20"
    )
    notice = load_pack(folder).notices[0]

    shown = [notice.is_shown_on(date(2024, 2, day)) for day in (11, 12, 20, 21)]

    assert shown == [False, True, True, False]


def test_what_a_pack_does_not_have_is_a_key_error(pack):
    with pytest.raises(KeyError):
        pack.service("passport")
    with pytest.raises(KeyError):
        pack.counter(7)
