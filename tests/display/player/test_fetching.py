"""A revision comes whole over a bad line and from a bad server, or what was there plays on."""

import pytest

from display.player.fetching import HttpSource, Superseded
from tests.display.player import serving
from tests.display.player.publishing import fingerprint, png, publishing

RED, GREEN, BLUE = png(1), png(2), png(3)


@pytest.fixture
def one(server):
    made = publishing(1, RED)
    server.have(made)
    return made


@pytest.fixture
def two(server):
    made = publishing(2, RED, GREEN, BLUE)
    server.have(made)
    return made


def test_a_revision_is_fetched_once_and_plays_after_a_start_without_a_controller(
    bringing, server, one
):
    brought = bringing.bring(one)
    again = bringing.bring(one)

    assert (brought.name, brought.revision.number, brought.quarantined) == (one.name, 1, ())
    assert again == brought
    assert bringing.plays() == (1, ("p0",))
    assert bringing.store.blob(fingerprint(RED)).read_bytes() == RED
    assert [path for path, _ in server.asked] == list(one.served)


def test_only_what_is_new_is_fetched_and_what_nobody_needs_is_taken_away(bringing, server):
    revisions = [publishing(1, RED), publishing(2, RED, GREEN), publishing(3, BLUE)]
    server.have(*revisions)
    for each in revisions:
        bringing.bring(each)

    store = bringing.store
    assert (store.current, store.previous) == (revisions[2].name, revisions[1].name)
    assert server.times(revisions[0].asset()) == 1
    assert names(bringing.folder / "revisions") == {
        f"{each.name.number}-{each.name.sha256}.json" for each in revisions[1:]
    }
    bringing.bring(publishing_of_nothing(server))
    assert names(bringing.folder / "blobs") == {fingerprint(BLUE)}


@pytest.mark.parametrize(
    ("manners", "asked"),
    [
        (serving.cut, "bytes=HALF-"),
        (serving.silent, "bytes=HALF-"),
        (serving.broken, None),
        (serving.elsewhere, None),
        (serving.nonsense, None),
    ],
)
def test_what_was_cut_off_goes_on_where_it_was(bringing, server, one, manners, asked):
    server.misbehave(one.asset(), manners)

    assert bringing.problem(one) == "unreachable"
    assert bringing.plays() == (0, ())
    assert bringing.bring(one).name == one.name
    assert server.asked[-1] == (one.asset(), asked and asked.replace("HALF", str(len(RED) // 2)))


def test_a_line_that_is_cut_again_and_again_brings_a_file_to_its_end(bringing, server, one):
    server.misbehave(one.asset(), *[serving.cut] * 3)

    assert bringing.rounds(one).name == one.name
    assert server.times(one.asset()) == 4


@pytest.mark.parametrize("manners", [serving.another_part, serving.no_such_part])
def test_where_another_part_comes_than_was_asked_for_it_begins_anew(bringing, server, one, manners):
    server.misbehave(one.asset(), serving.cut, manners)

    assert bringing.rounds(one).name == one.name
    assert [part for path, part in server.asked if path == one.asset()][2] is None


def test_a_server_that_knows_no_parts_sends_all_of_it(bringing, server, one):
    server.misbehave(one.asset(), serving.cut, serving.without_range)

    assert bringing.rounds(one).name == one.name


@pytest.mark.parametrize("manners", [serving.other_bytes, serving.too_long])
def test_wrong_bytes_are_thrown_away_and_fetched_anew(bringing, server, one, two, manners):
    bringing.bring(one)
    server.misbehave(two.asset(1), manners)

    assert bringing.problem(two) == "damaged"
    assert bringing.plays() == (1, ("p0",))
    assert bringing.bring(two).quarantined == ()
    assert bringing.plays() == (2, ("p0", "p1", "p2"))


def test_a_file_that_is_told_to_be_shorter_is_not_taken(bringing, server, one):
    server.misbehave(one.asset(), serving.too_short)

    assert bringing.problem(one) == "unreachable"
    assert bringing.bring(one).name == one.name


def test_three_times_wrong_bytes_and_the_item_is_left_out_here_while_the_rest_plays(
    bringing, server, two
):
    server.misbehave(two.asset(1), *[serving.other_bytes] * 9)
    problems = [bringing.problem(two) for _ in range(2)]
    brought = bringing.bring(two)

    assert problems == ["damaged", "damaged"]
    assert brought.quarantined == ("p1",)
    assert [item.id for item in brought.revision.items] == ["p0", "p2"]
    assert bringing.plays() == (2, ("p0", "p2"))


def test_the_next_publishing_gives_a_file_its_three_tries_anew(bringing, server, two):
    server.misbehave(two.asset(1), *[serving.other_bytes] * 3)
    bringing.rounds(two)
    mended = publishing(3, RED, GREEN)
    server.have(mended)

    assert bringing.bring(mended).quarantined == ()


def test_a_file_that_the_controller_does_not_have_keeps_what_played_before(
    bringing, server, one, two
):
    bringing.bring(one)
    del server.files[two.asset(2)]

    assert [bringing.problem(two) for _ in range(4)] == ["missing"] * 4
    assert bringing.plays() == (1, ("p0",))
    server.have(two)
    assert bringing.bring(two).name == two.name


def test_a_wrong_manifest_is_not_taken(bringing, server, one):
    server.misbehave(f"/manifests/{one.name.sha256}", serving.other_bytes, serving.gone)

    assert [bringing.problem(one), bringing.problem(one)] == ["damaged", "missing"]
    assert bringing.bring(one).name == one.name


def test_without_a_right_token_nothing_comes_and_nothing_is_lost(bringing, one):
    source = HttpSource(bringing.server.address, "another-token")
    courier = bringing.courier()
    courier._source = source

    with pytest.raises(Exception, match="unreachable"):
        courier.bring(one.name, lambda: True)
    assert bringing.plays() == (0, ())


def test_while_a_file_drips_in_what_is_published_next_does_not_wait(bringing, server, one):
    server.misbehave(one.asset(), serving.dripping)
    looks = iter(range(20))

    with pytest.raises(Superseded):
        bringing.courier().bring(one.name, lambda: next(looks, None) is not None)
    assert 0 < bringing.store._part(asset_of(one)).stat().st_size < 30


def test_when_nothing_is_published_any_more_the_pack_plays(bringing, server, one):
    bringing.bring(one)
    bringing.bring(publishing_of_nothing(server))

    assert bringing.plays() == (0, ())


def asset_of(made):
    from media.playlist.manifest import read_manifest

    return read_manifest(made.manifest).assets[0]


def publishing_of_nothing(server):
    from display.player.playable import NOTHING
    from tests.display.player.publishing import Publishing

    return Publishing(NOTHING, b"")


def names(folder):
    return {path.name for path in folder.iterdir()}
