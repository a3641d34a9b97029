"""`nouba display status`: what a technician reads of one screen."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from display.player.play_log import PlayLog
from display.player.restoring import failed, restored
from display.player.store import Store
from nouba.commands.display import command
from tests.display.player.publishing import fingerprint, png, publishing
from wire.messages import PlayedItem

SETTINGS = """
controller = "http://127.0.0.1:9"
token = "a-token"
pack = "pack"
speaker = "virtual:spoken"
home = "home"
[screen]
width_px = 1920
height_px = 1080
diagonal_mm = 1397
"""
RED, GREEN = png(1), png(2)


@pytest.fixture
def told(tmp_path):
    """What the command prints, without what each machine tells of itself, and its code."""
    settings = tmp_path / "display.toml"
    settings.write_text(SETTINGS)

    def tell():
        run = CliRunner().invoke(command, ["status", "--settings", str(settings)])
        own = ("Free:", "Warmest place:", "Power:", "Clock:")
        lines = [line for line in run.output.splitlines() if not line.startswith(own)]
        return run.exit_code, lines

    return tell


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "home" / "player", reserve=0)


def brought(store, made):
    """Put a revision on the disk as a player does."""
    for asset in store.keep_manifest(made.name, made.manifest).assets:
        store.part(asset).write_bytes(made.files[asset.sha256])
        store.settle(asset)
    store.swap(made.name)


def test_a_screen_to_which_nothing_was_published_says_so(told, tmp_path):
    assert told() == (
        0,
        [f"Nothing was ever published to this screen: no {tmp_path / 'home' / 'player'}."],
    )
    assert not (tmp_path / "home").exists()


def test_it_says_what_plays_what_played_before_and_what_is_on_its_way(told, store, tmp_path):
    first, second, third = publishing(1, RED), publishing(2, RED, GREEN), publishing(3, GREEN)
    brought(store, first)
    brought(store, second)
    store.keep_manifest(third.name, third.manifest)
    log = PlayLog(tmp_path / "home" / "turns.db")
    log.add(PlayedItem("p0", 2, datetime(2026, 11, 23, 12, tzinfo=UTC), 10.0, was_whole=True))
    log.close()
    size = len(RED) + len(GREEN)

    assert told() == (
        0,
        [
            f"Plays: revision 2, published 2026-11-23 09:00 UTC: 2 items, 2 files, {size:,} bytes",
            "Before it: revision 1",
            "On its way: revision 3",
            "Proof of play: 1 turns wait for the controller",
            "Disk: takes and gives back what is written",
        ],
    )


def test_what_is_left_out_or_damaged_is_named_and_nothing_is_changed(told, store):
    made = publishing(1, RED, GREEN)
    brought(store, made)
    for _ in range(3):
        failed(store, restored(store), "p0")
    store.blob(fingerprint(GREEN)).write_bytes(bytes(len(GREEN)))
    code, lines = told()

    assert code == 1
    assert lines[1:3] == ["Left out here: p0", f"Missing or damaged: {fingerprint(GREEN)}"]
    assert store.blob(fingerprint(GREEN)).exists()


def test_without_settings_no_screen_is_run():
    assert CliRunner().invoke(command, []).exit_code == 2
