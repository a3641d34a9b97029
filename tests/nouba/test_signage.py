"""An editor writes, publishes and takes down notices by the command line."""

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from controller.fleet.snapshot import Snapshot
from controller.fleet.watch import Sighting
from controller.signage import Publisher
from controller.signage.tally import Said
from controller.store.asset_folder import AssetFolder
from controller.store.engine import open_engine
from controller.store.fleet import SqlShelf
from controller.store.signage import SqlArchive
from media.playlist.manifest import read_manifest
from nouba.__main__ import main
from tests.controller.intake.drawn import jpeg, pdf
from tests.controller.signage.drafting import CUSTOMS, MORNING
from tests.display.filming import a_film
from wire.messages import DeviceAlarm, Playing, Published, ScreenHealth

TEXT = """
id = "{name}"
template = "{template}"
until = {until:%Y-%m-%dT%H:%M}:00
{more}
[title]
ar = "انقطاع الماء"
fr = "Coupure d'eau"
"""

KILLED_BEFORE_IT_WRITES = """
import os, signal
from controller.store.fleet import SqlShelf
from controller.store.signage import SqlArchive
SqlArchive.record = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
from nouba.__main__ import main
main()
"""


def written(name="water", template="notice", more="", days=2):
    until = datetime.now() + timedelta(days=days)  # noqa: DTZ005 - the hall's own clock is meant
    return TEXT.format(name=name, template=template, until=until, more=more)


@pytest.fixture
def settings(tmp_path, url):
    open_engine(url).dispose()
    path = tmp_path / "controller.toml"
    path.write_text(f'database = "{url}"\nsignage = "files"\n')
    return path


@pytest.fixture
def run(settings):
    return lambda *words: CliRunner().invoke(
        main, ["signage", *map(str, words), "--settings", str(settings)]
    )


@pytest.fixture
def file(tmp_path):
    def write(text=None):
        path = tmp_path / "notice.toml"
        path.write_text(written() if text is None else text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def archive(url):
    engine = open_engine(url)
    yield SqlArchive(engine, "hall")
    engine.dispose()


def revision(archive):
    publisher = Publisher(archive, CUSTOMS, lambda: MORNING)
    published = publisher.drafts().current
    return read_manifest(archive.manifest(published.sha256))


def test_a_notice_is_written_staged_published_and_taken_down(run, file, archive):
    told = [
        run("compose", file()).output,
        run("stage", "water").output,
        run("publish", "--who", "salma").output,
    ]

    assert told == ["water\n", "water is ready to publish.\n", "Revision 1 is published.\n"]
    assert [each.id for each in revision(archive).items] == ["commitments", "water"]
    assert re.search(r"water .*published .*yes", run("list").output)
    assert "Revision 1, by salma" in run("status").output
    assert run("take-down", "water").output == "water is taken down: revision 2.\n"
    assert [each.id for each in revision(archive).items] == ["commitments"]
    assert re.search(r"salma .*published .*1", run("history").output)


def test_what_is_urgent_goes_out_with_one_command(run, file, archive):
    told = run("compose", file(written(template="closure")), "--publish")

    assert told.output == "Revision 1 is published.\nwater\n"
    assert revision(archive).items[-1].rank == "urgent"


def test_where_the_hall_says_so_another_person_approves(run, file, settings):
    settings.write_text(settings.read_text() + "notices_need_approval = true\n")
    assert run("compose", file(), "--who", "salma").exit_code == 0
    run("stage", "water", "--who", "salma")

    alone = run("approve", "water", "--who", "salma")
    early = run("publish", "--who", "salma")

    assert (alone.exit_code, alone.output) == (
        1,
        "Error: Nobody approves their own notice.\n  water\n",
    )
    assert (early.exit_code, early.output) == (
        1,
        "Error: Another person has to approve it first.\n  water\n",
    )
    assert run("approve", "water", "--who", "karim").output == "water is approved by karim.\n"
    assert run("publish").output == "Revision 1 is published.\n"


def test_pictures_and_papers_go_to_the_folder_of_the_screens_files(run, file, tmp_path, archive):
    (tmp_path / "photo.jpg").write_bytes(jpeg())
    (tmp_path / "paper.pdf").write_bytes(pdf(2))
    run("compose", file(written("photo", more='picture = "photo.jpg"')), "--publish")
    run("compose", file(written("paper", more='document = "paper.pdf"')), "--publish")

    folder = AssetFolder(tmp_path / "files")
    assets = revision(archive).assets
    assert [each.sha256 for each in assets if folder.has(each.sha256)] == [
        each.sha256 for each in assets
    ]
    assert len(assets) == len({each.sha256 for each in assets}) > 1


def test_a_film_that_screens_decode_is_taken_in_as_it_is(run, file, tmp_path, archive):
    film = a_film(tmp_path / "film.mp4").read_bytes()
    run("compose", file(written("film", more='film = "film.mp4"\nis_silent = true')), "--publish")

    item = revision(archive).items[-1]
    assert AssetFolder(tmp_path / "files").path(item.content.asset).read_bytes() == film


def test_a_procedure_and_the_queue_are_published_without_files(run, file, archive):
    run("compose", file(written("sheet", more='procedure = "birth_copy"')), "--publish")
    run("compose", file(written("queue", more="queue = true")), "--publish")

    assert [each.content.kind for each in revision(archive).items[1:]] == ["procedure", "queue"]


@pytest.mark.parametrize(
    ("more", "sentence", "code"),
    [
        ('picture = "broken.jpg"', "This is not a picture that can be read", 1),
        ('document = "broken.jpg"', "This is not a PDF that can be read", 1),
        ('film = "broken.jpg"', "This is not a film that screens can play", 1),
        ('procedure = "no_such_thing"', "The pack has no procedure no_such_thing", 1),
        ('picture = "none.jpg"', "No such file", 1),
        ('template = "nonsense"', "notice.toml, line", 2),
        ("weight = 11", "line 5", 2),
        ("since = 2099-01-01T00:00:00", "not after its start", 1),
    ],
)
def test_what_is_wrong_is_told_and_changes_nothing(
    run, file, tmp_path, archive, more, sentence, code
):
    (tmp_path / "broken.jpg").write_bytes(jpeg()[:40])
    text = written(more=more)
    if more.startswith("template"):
        text = text.replace('template = "notice"\n', "")

    told = run("compose", file(text))

    assert (told.exit_code, sentence in told.output) == (code, True)
    assert (archive.after(0), (tmp_path / "files").exists()) == ((), False)


def test_who_is_killed_after_the_files_and_before_the_notice_has_changed_nothing(
    run, file, tmp_path, settings, archive
):
    (tmp_path / "photo.jpg").write_bytes(jpeg())
    path = file(written(more='picture = "photo.jpg"'))
    words = ["signage", "compose", str(path), "--publish", "--settings", str(settings)]
    command = [sys.executable, "-c", KILLED_BEFORE_IT_WRITES, *words]

    killed = subprocess.run(command, capture_output=True, timeout=60, check=False)

    assert (killed.returncode, archive.after(0)) == (-9, ())
    assert len(list((tmp_path / "files").iterdir())) == 1
    assert run("compose", path, "--publish").output == "Revision 1 is published.\nwater\n"


def test_the_holidays_are_kept_and_listed(run):
    assert run("holidays", "2027-01-11", "2027-01-01").output == "2027-01-01\n2027-01-11\n"
    assert run("holidays").output == "2027-01-01\n2027-01-11\n"


def test_before_anything_was_published_that_is_told(run):
    assert run("status").output.splitlines() == [
        "Nothing was published yet.",
        "No controller has looked at the screens yet.",
    ]


def test_status_tells_how_each_screen_is_and_what_its_machine_does_not_tell(run, url):
    engine = open_engine(url)
    health = ScreenHealth(
        "0.1.0", 1080, 1920, "controller", 5 * 10**9, 32 * 10**9, uptime=93_600.0, warmth=83.4
    )
    at = datetime.now(UTC)
    said = Said(Playing(0, "", "fetching", at, "controller"), at, at)
    here = Sighting("north", "screen", is_connected=True, said=said, health=health)
    away = Sighting("south", "screen", is_connected=False)
    alarms = tuple(
        DeviceAlarm(name, "screen", trouble, MORNING)
        for name, trouble in (("north", "hot"), ("south", "away"))
    )
    snapshot = Snapshot(at, Published(0, "", 0), (here, away), alarms)
    SqlShelf(engine, "hall").put(snapshot)
    engine.dispose()

    told = run("status").output

    assert "no controller runs" not in told
    assert told.splitlines()[2:] == [
        "north: is fetching it",
        "  ! Its processor is too hot",
        (
            "  version 0.1.0 · 1080×1920 · clock controller · warmth 83 °C · power not told · "
            "disk 5.0 of 32.0 GB free · memory not told · up 1 d 2 h"
        ),
        "south: off",
        "  ! Not connected",
    ]
