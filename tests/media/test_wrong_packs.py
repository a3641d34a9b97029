"""A pack with a mistake is refused, with its file, line and field."""

import pytest

from tests.media.demo import problems, spoiled

WRONG_PACKS = [
    (
        "services.toml",
        'office = "civil_status"',
        'office = "civil"',
        'services.toml, line 7: services[1].office: there is no office "civil".',
    ),
    (
        "services.toml",
        'procedure = "birth_copy"',
        'procedure = "birth"',
        'services.toml, line 10: services[1].procedure: there is no procedure "birth".',
    ),
    (
        "services.toml",
        'prefix = "B"',
        'prefix = "A"',
        (
            "services.toml, line 82: services[9].prefix: "
            'the office "civil_status" has the prefix "A" already.'
        ),
    ),
    (
        "services.toml",
        'prefix = "A"',
        'prefix = "é"',
        'services.toml, line 8: services[1].prefix: "é" is not one capital letter from A to Z.',
    ),
    (
        "services.toml",
        "target_minutes = 15",
        "target_minutes = 0",
        "services.toml, line 9: services[1].target_minutes: must be more than 0, not 0.",
    ),
    (
        "services.toml",
        'ar = "نسخة من رسم الولادة", ',
        "",
        "services.toml, line 13: services[1].name.ar: is missing.",
    ),
    (
        "services.toml",
        'fr = "Copie d’acte de naissance"',
        'fr = " "',
        "services.toml, line 13: services[1].name: the French text is empty.",
    ),
    (
        "services.toml",
        'pictogram = "birth-record"',
        'pictogram = "unicorn"',
        'services.toml, line 11: services[1].pictogram: the font has no pictogram "unicorn".',
    ),
    (
        "pack.toml",
        '"legalisation", "certified_copy"]',
        '"legalisation", "passport"]',
        'pack.toml, line 39: hall.counters[4].services[2]: there is no service "passport".',
    ),
    (
        "pack.toml",
        "number = 2",
        'number = 1\nservices = ["tnb"]\n[[hall.counters]]\nnumber = 2',
        'pack.toml, line 30: hall.counters[2].number: "1" stands there twice.',
    ),
    (
        "pack.toml",
        "Africa/Casablanca",
        "Africa/Meknes",
        (
            'pack.toml, line 12: hall.time_zone: "Africa/Meknes" is not a time zone, '
            "such as Africa/Casablanca."
        ),
    ),
    (
        "pack.toml",
        "end = 12:30:00",
        "end = 08:00:00",
        "pack.toml, line 17: hall.shifts[1].end: the shift ends before it starts.",
    ),
    (
        "pack.toml",
        'zgh_confidence = "M"',
        'zgh_confidence = "sure"',
        ('pack.toml, line 7: commune.name.zgh_confidence: must be "H", "M" or "L", not "sure".'),
    ),
    (
        "offices.toml",
        'id = "hygiene"',
        'id = "Hygiène"',
        (
            "offices.toml, line 22: offices[3].id: must be written as "
            'small letters from a to z, digits and _, a letter first, not "Hygiène".'
        ),
    ),
    (
        "procedures/tnb.toml",
        'owner = "revenue"',
        'owner = "treasury"',
        (
            'procedures/tnb.toml, line 4: owner: there is no office "treasury": '
            'did you mean "registry"?'
        ),
    ),
    (
        "procedures/tnb.toml",
        '{ document = "ownership_certificate" }',
        '{ document = "ownership_certificate", form = "show" }',
        (
            "procedures/tnb.toml, line 12: documents[2].form: must be "
            '"original", "copy" or "shown", not "show": did you mean "shown"?'
        ),
    ),
    (
        "procedures/tnb.toml",
        "checked = 2026-11-22",
        'checked = "last year"',
        (
            "procedures/tnb.toml, line 24: checked: a day, such as 2027-01-31, must stand here, "
            'not "last year".'
        ),
    ),
    (
        "notices.toml",
        "since = 2024-02-12",
        "since = 2024-02-12\nuntil = 2024-02-11",
        "notices.toml, line 7: notices[1].until: the notice ends before it starts.",
    ),
    (
        "charter.toml",
        'key = "information"',
        'key = "access"',
        'charter.toml, line 10: commitments[2].key: "access" stands there twice.',
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "problem"), WRONG_PACKS)
def test_a_wrong_pack_is_refused_with_file_line_and_field(tmp_path, file, old, new, problem):
    assert problems(spoiled(tmp_path, file, old, new)) == [problem]


def test_two_services_of_one_id_are_refused_and_the_lost_one_is_missed(tmp_path):
    folder = spoiled(tmp_path, "services.toml", 'id = "pound"', 'id = "tnb"')

    assert problems(folder) == [
        'pack.toml, line 47: hall.counters[6].services[3]: there is no service "pound".',
        'services.toml, line 136: services[15].id: "tnb" stands there twice.',
    ]


def test_a_sheet_must_bear_the_name_of_its_file(tmp_path):
    folder = spoiled(tmp_path, "procedures/tnb.toml", 'id = "tnb"', 'id = "land_tax"')

    assert problems(folder) == [
        'services.toml, line 122: services[13].procedure: there is no procedure "tnb".',
        'procedures/tnb.toml, line 1: id: the file of "land_tax" must bear its name.',
    ]


def test_the_problems_of_all_files_are_told_together(tmp_path):
    folder = spoiled(tmp_path, "services.toml", 'prefix = "A"', 'prefix = "AA"')
    (folder / "charter.toml").unlink()

    assert problems(folder) == [
        'services.toml, line 8: services[1].prefix: "AA" is not one capital letter from A to Z.',
        "charter.toml, line 1: the file: is missing.",
    ]
