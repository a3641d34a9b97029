"""A disk that is full, worn, spoiled, or loses its power: the last good revision plays."""

import os
import random
import resource
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from display.player.playable import Held
from display.player.restoring import failed, restored, withdrawn
from tests.display.player.bringing import Bringing
from tests.display.player.publishing import fingerprint, png, publishing
from tests.display.player.serving import TOKEN

RED, GREEN, BLUE = png(1), png(2), png(3)
LARGE = png(4, 640, 480)
ROOT = str(Path(__file__).parents[3])


@pytest.fixture
def first(bringing, server):
    made = publishing(1, RED, GREEN)
    server.have(made)
    bringing.bring(made)
    return made


@contextmanager
def no_large_files():
    """No file may have more than 100 kB, as on a disk that is full: nor the log of this run."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_on_a_full_disk_what_was_there_plays_on_and_it_is_told(bringing, server, first):
    large = publishing(2, LARGE, sizes=(640, 480))
    server.have(large)

    assert len(LARGE) > 100_000
    with no_large_files(), capture_logs():
        assert bringing.problem(large) == "disk_full"
    assert bringing.plays() == (1, ("p0", "p1"))


def test_what_is_left_of_a_disk_is_not_eaten_up(server, checker, tmp_path):
    made = publishing(1, RED)
    server.have(made)
    careful = Bringing(server, checker, tmp_path / "player", reserve=2**60)

    assert careful.problem(made) == "disk_full"
    assert server.times(made.asset()) == 0


def test_a_folder_that_cannot_be_made_is_told(server, checker, tmp_path):
    (tmp_path / "file").touch()
    made = publishing(1, RED)
    server.have(made)
    nowhere = Bringing(server, checker, tmp_path / "file" / "player")

    assert nowhere.problem(made) == "disk"
    assert nowhere.plays() == (0, ())


def test_from_a_disk_that_takes_nothing_more_what_was_taken_down_leaves_all_the_same(
    bringing, server, first, tmp_path
):
    less = publishing(2, RED)
    server.have(less)
    courier = bringing.courier()
    courier.knows_sound(restored(bringing.store).revision)
    revisions = bringing.folder / "revisions"
    revisions.rename(tmp_path / "aside")
    revisions.touch()  # no file can be made in it any more, not even by root
    with pytest.raises(Held) as held:
        courier.bring(less.name, lambda: True)

    assert held.value.problem == "disk"
    assert [item.id for item in held.value.playable.revision.items] == ["p0"]


def test_what_the_disk_did_not_take_is_written_once_it_does(bringing, server, first, tmp_path):
    less = publishing(2, RED)
    server.have(less)
    courier = bringing.courier()
    revisions, aside = bringing.folder / "revisions", tmp_path / "aside"
    revisions.rename(aside)
    revisions.touch()
    with pytest.raises(Held):
        courier.bring(less.name, lambda: True)
    revisions.unlink()
    aside.rename(revisions)
    courier.bring(less.name, lambda: True)

    assert bringing.plays() == (2, ("p0",))


def test_a_file_that_the_disk_spoiled_is_left_out_until_it_is_fetched_again(
    bringing, server, first
):
    blob = bringing.store.blob(fingerprint(GREEN))
    blob.write_bytes(GREEN[:-1] + b"?")

    assert bringing.plays() == (1, ("p0",))
    assert not blob.exists()
    assert bringing.bring(first).quarantined == ()
    assert bringing.plays() == (1, ("p0", "p1"))


@pytest.mark.parametrize("content", [b"", b"2", b"2 10", b"2 10 abc", b"\xff\xfe", b"x y z\n"])
def test_where_nothing_can_be_read_of_what_plays_the_one_before_does(
    bringing, server, first, content
):
    second = publishing(2, BLUE)
    server.have(second)
    bringing.bring(second)
    (bringing.folder / "current").write_bytes(content)

    assert bringing.plays() == (1, ("p0", "p1"))


def test_a_spoiled_manifest_is_fetched_anew(bringing, server, first):
    manifest = next((bringing.folder / "revisions").glob("*.json"))
    manifest.write_bytes(first.manifest[:-10])

    assert bringing.plays() == (0, ())
    assert bringing.bring(first).name == first.name
    assert bringing.plays() == (1, ("p0", "p1"))


def test_what_could_not_be_shown_three_times_is_left_out_through_a_start_too(bringing, first):
    playable = restored(bringing.store)
    counted = []
    for _ in range(3):
        playable = failed(bringing.store, playable, "p0")
        counted.append(playable.quarantined)

    assert counted == [(), (), ("p0",)]
    assert bringing.plays() == (1, ("p1",))
    assert bringing.bring(first).quarantined == ("p0",)


def test_what_is_published_no_more_leaves_before_the_new_files_are_here(bringing, server, first):
    second = publishing(2, RED)
    server.have(second)
    store = bringing.store
    revision = store.keep_manifest(second.name, second.manifest)

    left = withdrawn(store, restored(store), revision)
    assert [item.id for item in left.revision.items] == ["p0"]
    assert bringing.plays() == (1, ("p0",))


PROGRAM = """
import sys
from pathlib import Path
from display.player.courier import Courier
from display.player.fetching import HttpSource
from display.player.checking import Checker
from display.player.store import Store
from wire.messages import Published
folder, address, token, *names = sys.argv[1:]
courier = Courier(Store(Path(folder), 0), HttpSource(address, token), Checker())
while True:
    for name in names:
        number, size, fingerprint = name.split(":")
        courier.bring(Published(int(number), fingerprint, int(size)), lambda: True)
        print(number, flush=True)
"""


def test_killed_at_any_moment_it_plays_a_whole_revision(server, checker, tmp_path):
    large = [png(shade, 320, 240) for shade in range(4)]
    made = [
        publishing(1, *large[:2], sizes=(320, 240)),
        publishing(2, *large[2:], sizes=(320, 240)),
    ]
    server.have(*made)
    bringing = Bringing(server, checker, tmp_path / "player")
    chance = random.Random(7)
    names = [f"{each.name.number}:{each.name.size}:{each.name.sha256}" for each in made]
    told = [sys.executable, "-c", PROGRAM, str(bringing.folder), server.address, TOKEN, *names]
    for _ in range(4):
        child = subprocess.Popen(
            told, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": ROOT}
        )
        child.stdout.readline()  # it is at work
        time.sleep(chance.uniform(0, 0.15))
        child.kill()
        child.communicate()
        number, items = bringing.plays()
        assert items == ("p0", "p1")
        for data in made[number - 1].files.values():
            assert bringing.store.blob(fingerprint(data)).read_bytes() == data


def test_a_torn_part_of_an_earlier_start_is_completed(bringing, server):
    made = publishing(1, RED)
    server.have(made)
    (bringing.folder / "blobs").mkdir(parents=True)
    part = bringing.folder / "blobs" / f"{fingerprint(RED)}.part"
    part.write_bytes(RED[:100])

    assert bringing.bring(made).name == made.name
    assert server.asked[-1] == (made.asset(), "bytes=100-")


@pytest.mark.parametrize("torn", [RED[:50] + bytes(50), bytes(len(RED)), bytes(2 * len(RED))])
def test_a_part_with_wrong_bytes_is_thrown_away(bringing, server, torn):
    made = publishing(1, RED)
    server.have(made)
    (bringing.folder / "blobs").mkdir(parents=True)
    (bringing.folder / "blobs" / f"{fingerprint(RED)}.part").write_bytes(torn)

    assert bringing.rounds(made).quarantined == ()
    assert bringing.plays() == (1, ("p0",))
