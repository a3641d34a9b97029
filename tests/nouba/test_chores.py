"""The chores of whoever sets a hall up, by the command line."""

import csv
import json
import re
import shutil

import pytest
from click.testing import CliRunner

from controller.identity import Device, Person
from controller.settings import DEMONSTRATION_PACK
from controller.store.devices import Devices
from controller.store.engine import open_engine
from controller.store.people import People
from media.pack import load_pack
from media.review import review
from nouba.__main__ import main


@pytest.fixture
def settings(tmp_path, url):
    path = tmp_path / "controller.toml"
    path.write_text(f'database = "{url}"\n')
    return str(path)


@pytest.fixture
def engine(url):
    engine = open_engine(url)
    yield engine
    engine.dispose()


def run(*words: str):
    return CliRunner().invoke(main, words)


def add_agent(settings, password="a long one"):
    return run("people", "add", "amina", "--settings", settings, "--password", password)


def test_people_who_are_added_are_listed(settings):
    assert add_agent(settings).exit_code == 0
    assert "amina" in run("people", "list", "--settings", settings).output


def test_a_name_in_use_and_a_short_password_are_refused_in_a_sentence(settings):
    add_agent(settings)
    twice, short = add_agent(settings), add_agent(settings, password="short")
    assert (twice.exit_code, short.exit_code) == (1, 1)
    assert twice.output == "Error: there is already a person named amina.\n"
    assert short.output == "Error: the password has fewer than 8 characters.\n"


def test_a_person_who_is_removed_is_not_listed_and_may_come_back(settings):
    add_agent(settings)

    removed = run("people", "remove", "amina", "--settings", settings)

    assert (removed.exit_code, removed.output) == (0, "amina may not sign in any more.\n")
    assert "amina" not in run("people", "list", "--settings", settings).output
    assert add_agent(settings).exit_code == 0


def test_a_password_can_be_changed(settings, engine):
    add_agent(settings)

    changed = run(
        "people", "password", "amina", "--settings", settings, "--password", "another one"
    )

    assert (changed.exit_code, changed.output) == (0, "amina has a new password.\n")
    people = People(engine)
    assert people.verify("amina", "a long one") is None
    assert people.verify("amina", "another one") == Person("amina", "amina", "agent", "ar")


def test_a_device_gets_another_token_and_the_old_one_opens_no_more(settings, engine):
    add = ("devices", "add", "kiosk-1", "--kind", "kiosk", "--settings", settings)
    old = run(*add).output.strip()

    new = run("devices", "token", "kiosk-1", "--settings", settings).output.strip()

    devices = Devices(engine)
    assert (devices.find(old), devices.find(new)) == (None, Device("kiosk-1", "kiosk"))


def test_a_device_that_is_removed_opens_no_more(settings, engine):
    token = run("devices", "add", "wall", "--kind", "screen", "--settings", settings).output.strip()

    removed = run("devices", "remove", "wall", "--settings", settings)

    assert (removed.exit_code, removed.output) == (0, "wall may not connect any more.\n")
    assert Devices(engine).find(token) is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("people", "remove", "nobody"), "there is no person named nobody"),
        (
            ("people", "password", "nobody", "--password", "a" * 8),
            "there is no person named nobody",
        ),
        (("devices", "remove", "nothing"), "there is no device named nothing"),
        (("devices", "token", "nothing"), "there is no device named nothing"),
        (
            ("devices", "add", "x" * 41, "--kind", "kiosk"),
            "the name has 41 characters, and may have 40",
        ),
        (
            ("people", "add", "x" * 41, "--password", "a" * 8),
            "the name has 41 characters, and may have 40",
        ),
        (
            ("people", "add", "x", "--display-name", "y" * 81, "--password", "a" * 8),
            "the name has 81 characters, and may have 80",
        ),
        (
            ("people", "add", "x", "--password", "a" * 201),
            "the password has more than 200 characters",
        ),
    ],
)
@pytest.mark.usefixtures("engine")
def test_what_cannot_be_done_is_told_in_one_line(settings, words, sentence):
    result = run(*words, "--settings", settings)

    assert (result.exit_code, result.output) == (1, f"Error: {sentence}.\n")


@pytest.mark.parametrize("words", [("people", "list"), ("devices", "list")])
@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("rubbish", '"rubbish" is no database\'s address'),
        ("mysql://localhost/nouba", '"mysql" is no database that Nouba works with'),
        ("postgresql+psycopg://nouba:secret@127.0.0.1:1/nouba", "cannot be opened: connection"),
    ],
)
def test_a_database_that_cannot_be_opened_is_told_in_one_line(tmp_path, words, url, sentence):
    path = tmp_path / "controller.toml"
    path.write_text(f'database = "{url}"\n')

    result = run(*words, "--settings", str(path))

    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert sentence in result.output
    assert "secret" not in result.output


def test_a_device_gets_a_token_of_its_own(settings):
    tokens = [
        run("devices", "add", name, "--kind", "kiosk", "--settings", settings).output
        for name in ("kiosk-1", "kiosk-2")
    ]
    assert len(set(tokens)) == 2
    assert "kiosk-2" in run("devices", "list", "--settings", settings).output


def test_wrong_settings_name_the_field_and_the_line(tmp_path):
    path = tmp_path / "controller.toml"
    path.write_text('hall = "demo"\nport = "eighty"\n')
    result = run("controller", "--settings", str(path))
    assert result.exit_code == 2
    assert "line 2: port:" in result.output


def test_the_demonstrations_pack_can_be_used():
    result = run("content", "check")
    assert (result.exit_code, "16 services" in result.output) == (0, True)


def test_what_is_to_be_seen_to_is_told_with_file_and_line():
    findings = run("content", "check").output.splitlines()[:-1]
    assert findings
    assert all(re.match(r"\S+\.toml, line \d+: \S+: ", finding) for finding in findings)


def test_the_reviewers_table_cuts_no_place_off():
    rows = (line.split("│") for line in run("content", "review").output.splitlines())
    column = "".join(row[1].strip() for row in rows if len(row) > 1)
    places = [text.place.replace(" ", "") for text in review(load_pack(DEMONSTRATION_PACK))]
    assert [place for place in places if place not in column.replace(" ", "")] == []


def test_the_chores_with_voices_are_all_there():
    listed = run("voice", "reading-list", "--language", "fr").output
    assert "ticket-A\t" in listed
    names = ("build", "check", "import", "say", "text-name")
    assert [run("voice", name, "--help").exit_code for name in names] == [0] * len(names)


def spoiled_pack(folder, file, old, new):
    ignored = shutil.ignore_patterns("voices")
    pack = shutil.copytree(DEMONSTRATION_PACK, folder / "pack", ignore=ignored)
    text = (pack / file).read_text(encoding="utf-8")
    (pack / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return pack


def test_what_the_law_forbids_is_refused_with_the_rest_that_is_to_be_seen_to(tmp_path):
    pack = spoiled_pack(tmp_path, "procedures/burial.toml", "review_by = 2027-05-31\n", "")
    result = run("content", "check", str(pack))

    first, *others, last = result.output.splitlines()
    assert result.exit_code == 1
    assert first == (
        f"{pack}/procedures/burial.toml, line 1: review_by: is missing: write the day by which "
        "the sheet is looked at again."
    )
    assert len(others) == int(last.split(" things")[0].split("; ")[-1])
    assert "; 1 faults; " in last


def test_a_pack_that_cannot_be_used_tells_its_faults_too(tmp_path):
    pack = spoiled_pack(tmp_path, "procedures/burial.toml", "review_by = 2027-05-31\n", "")
    (pack / "charter.toml").unlink()
    result = run("content", "check", str(pack))

    assert result.exit_code == 2
    assert result.output.replace(f"{pack}/", "").splitlines() == [
        "charter.toml, line 1: the file: is missing.",
        (
            "procedures/burial.toml, line 1: review_by: is missing: write the day by which the "
            "sheet is looked at again."
        ),
        "Error: pack cannot be used as a pack: 2 faults.",
    ]


def test_procedures_are_exported_in_three_forms(tmp_path):
    linked = json.loads(run("content", "export", "--base", "https://x.example/").output)
    schema = json.loads(run("content", "export", "--format", "schema").output)
    table = tmp_path / "sheets.csv"
    run("content", "export", "--format", "csv", "--out", str(table))
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    ids = {node["id"] for node in linked["@graph"] if node["type"] == "PublicService"}
    assert ids == {f"https://x.example/procedure/{row['id']}" for row in rows}
    assert len(schema["@graph"]) == len(rows) == 25


def test_a_pack_that_is_none_is_refused(tmp_path):
    assert run("content", "check", str(tmp_path)).exit_code == 2
