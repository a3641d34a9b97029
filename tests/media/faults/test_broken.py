"""What an editor is told of an unlawful sheet: whole messages, and all of them."""

import shutil
from pathlib import Path

import pytest

from media.faults import faults_in
from media.pack.reading import read_folder
from tests.media.demo import DEMO

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.txt"))
"""Each is a sheet, a line of five dashes, and what is told of it."""

SHEET = "procedures/residence.toml"


@pytest.fixture
def folder(tmp_path):
    """The demonstration's texts without its voices."""
    ignored = shutil.ignore_patterns("voices")
    return shutil.copytree(DEMO, tmp_path / "pack", ignore=ignored)


def told(folder: Path) -> list[str]:
    reading = read_folder(folder)
    wrong = (*reading.problems, *faults_in(reading))
    return [str(each).replace(f"{folder}/", "") for each in wrong]


@pytest.mark.parametrize("example", BROKEN, ids=lambda path: path.stem)
def test_an_editor_reads_what_is_unlawful_or_differs_and_where(folder, example) -> None:
    written, _, expected = example.read_text(encoding="utf-8").partition("-----\n")
    (folder / SHEET).write_text(written, encoding="utf-8")

    assert [each.removeprefix(f"{SHEET}, ") for each in told(folder)] == expected.splitlines()


def test_the_demonstrations_sheets_have_no_fault(folder) -> None:
    assert told(folder) == []


def changed(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_document_that_the_commune_keeps_may_not_be_asked_for(folder) -> None:
    changed(
        folder,
        "documents.toml",
        'id = "building_permit"\n',
        'id = "building_permit"\nis_held = true\n',
    )

    assert told(folder) == [
        (
            "procedures/habitation_permit.toml, line 13: documents[3]: the commune keeps "
            '"building_permit" itself: it may not ask for it (law 55-19, art. 7).'
        )
    ]


def test_an_office_without_hours_cannot_take_files(folder) -> None:
    changed(folder, "offices.toml", 'place = { ar = "الطابق 2، المكتب 21"', "# {")
    text = (folder / "offices.toml").read_text(encoding="utf-8")
    before, information, after = text.partition('id = "information"')
    (folder / "offices.toml").write_text(
        before + information + after.replace("hours = [", "# hours = [", 1), encoding="utf-8"
    )

    assert told(folder) == [
        (
            'procedures/ati.toml, line 5: deposit: the office "information" has no hours: '
            "nobody knows when to come."
        )
    ]


def test_the_catalogue_may_not_hold_a_certified_copy(folder) -> None:
    changed(folder, "documents.toml", 'fr = "Photo"', 'fr = "Photo certifiée"')
    line = _line(folder / "documents.toml", "Photo certifiée")

    assert told(folder) == [
        (
            f'documents.toml, line {line}: documents[35].name.fr: "certifiée" asks for a legalised '
            "signature or a certified copy, which the law forbids (law 55-19, art. 7)."
        )
    ]


def test_a_document_may_be_had_by_a_procedure_that_is_there(folder) -> None:
    changed(folder, "documents.toml", 'procedure = "birth_copy"', 'procedure = "birth"')
    line = _line(folder / "documents.toml", 'procedure = "birth"')

    assert told(folder) == [
        f'documents.toml, line {line}: documents[3].procedure: there is no procedure "birth".'
    ]


def test_the_other_files_are_looked_at_though_one_cannot_be_read(folder) -> None:
    (folder / "services.toml").write_text("services = [\n", encoding="utf-8")
    changed(folder, "procedures/tnb.toml", "review_by = 2027-05-31\n", "")
    changed(folder, "notices.toml", "février 2024", "février 2025")

    assert told(folder) == [
        (
            "services.toml, line 1: cannot be read: a value is missing or misspelt: "
            "texts stand in quotation marks (found: services = [)."
        ),
        (
            "notices.toml, line 8: notices[1].title: the Arabic and the French tell "
            'different numbers: "2024" only in Arabic, "2025" only in French.'
        ),
        (
            "procedures/tnb.toml, line 1: review_by: is missing: write the day by which the "
            "sheet is looked at again."
        ),
    ]


def _line(path: Path, text: str) -> int:
    return path.read_text(encoding="utf-8").partition(text)[0].count("\n") + 1
