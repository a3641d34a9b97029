"""A real controller, eight real connections, and an editor at a terminal."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import requests
from click.testing import CliRunner

from bench.hall_process import HallProcess, a_hall
from controller.identity import Device
from controller.store.devices import Devices
from controller.store.engine import open_engine
from display.player.checking import Checker
from display.player.fetching import HttpSource
from display.player.player import Player
from display.player.store import Store
from media.playlist.manifest import read_manifest
from nouba.__main__ import main
from tests.controller.intake.drawn import jpeg
from tests.journeys.test_neighbours import Client, wait_until
from wire.codec import decode
from wire.messages import Published

SCREENS = 8
SOON = 3.0
"""Seconds from publishing to the last screen's knowing, of the issue; the screens fetch then."""


@dataclass
class At:
    """What a client of the tests connects to."""

    port: int


@dataclass
class Hall:
    process: HallProcess
    settings: Path
    screens: list[Client]
    tokens: list[str]

    def editor(self, *words: object) -> str:
        told = CliRunner().invoke(
            main, ["signage", *map(str, words), "--settings", str(self.settings)]
        )
        assert told.exit_code == 0, told.output
        return told.output

    def told(self) -> list[Any]:
        return [each.states.get("published", {}).get("number") for each in self.screens]

    def fetch(self, address: str, token: str) -> requests.Response:
        url = f"http://127.0.0.1:{self.process.port}/signage/{address}"
        return requests.get(url, headers={"Authorization": f"Bearer {token}"}, timeout=5)


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("publishing") / "hall"
    with a_hall(folder, 1) as process:
        engine = open_engine(f"sqlite:///{folder}/hall.db")
        tokens = [Devices(engine).add(Device(f"wall {n}", "screen")) for n in range(SCREENS)]
        engine.dispose()
        screens = [Client(At(process.port), "/screens", each) for each in tokens]
        yield Hall(process, folder / f"controller-{process.port}.toml", screens, tokens)
        for each in screens:
            each.close()


def test_what_is_published_at_a_terminal_reaches_eight_screens_and_leaves_them(
    hall: Hall, tmp_path: Path
) -> None:
    until = datetime.now() + timedelta(days=1)  # noqa: DTZ005 - the hall's own clock is meant
    (tmp_path / "photo.jpg").write_bytes(jpeg((800, 600)))
    notice = tmp_path / "water.toml"
    notice.write_text(
        f'id = "water"\nuntil = {until:%Y-%m-%dT%H:%M}:00\npicture = "photo.jpg"\n'
        '[title]\nar = "انقطاع الماء"\nfr = "Coupure d\'eau"\n'
    )
    wait_until(lambda: hall.told() == [0] * SCREENS)

    hall.editor("compose", notice)
    hall.editor("stage", "water")
    hall.editor("publish")
    published_at = time.monotonic()
    wait_until(lambda: hall.told() == [1] * SCREENS, SOON)

    print(f"the last of {SCREENS} knew after {time.monotonic() - published_at:.3f} s")  # noqa: T201 - a figure
    published = hall.screens[0].states["published"]
    manifest = hall.fetch(f"manifests/{published['sha256']}", hall.tokens[0])
    [asset] = read_manifest(manifest.content).assets
    picture = hall.fetch(f"assets/{asset.sha256}", hall.tokens[7])
    assert sha256(picture.content).hexdigest() == asset.sha256
    assert hall.fetch(f"assets/{asset.sha256}", "wrong").status_code == 401

    hall.editor("take-down", "water")
    wait_until(lambda: hall.told() == [2] * SCREENS, SOON)


@pytest.fixture
def players(hall: Hall, tmp_path: Path) -> Iterator[list[Player]]:
    """What brings revisions onto a screen's disk, for each of the eight screens."""
    with ExitStack() as stack:
        checker = stack.enter_context(closing(Checker()))
        made = []
        for number, token in enumerate(hall.tokens):
            source = HttpSource(f"http://127.0.0.1:{hall.process.port}", token)
            stack.callback(source.close)
            folder = tmp_path / f"wall {number}"
            player = Player(Store(folder, reserve=0), source, checker, lambda: datetime.now(UTC))
            stack.callback(player.stop)
            player.start()
            made.append(player)
        yield made


def bring(hall: Hall, players: list[Player]) -> None:
    """Let each player want what its screen was told, until all have the same whole revision."""
    number = hall.screens[0].states["published"]["number"]

    def are_there() -> bool:
        for screen, player in zip(hall.screens, players, strict=True):
            player.want(decode(Published, screen.states["published"]))
        standings = [each.standing for each in players]
        return all(
            each and (each.name.number, each.state) == (number, "ready") for each in standings
        )

    wait_until(are_there, SOON)


def test_eight_real_players_have_the_whole_revision_on_their_disks(
    hall: Hall, players: list[Player], tmp_path: Path
) -> None:
    until = datetime.now() + timedelta(days=1)  # noqa: DTZ005 - the hall's own clock is meant
    (tmp_path / "photo.jpg").write_bytes(jpeg((1920, 1080)))
    notice = tmp_path / "works.toml"
    notice.write_text(
        f'id = "works"\nuntil = {until:%Y-%m-%dT%H:%M}:00\npicture = "photo.jpg"\n'
        '[title]\nar = "أشغال"\nfr = "Travaux"\n'
    )
    wait_until(lambda: None not in hall.told())
    number = hall.told()[0]
    hall.editor("compose", notice, "--publish")
    published_at = time.monotonic()
    wait_until(lambda: hall.told() == [number + 1] * SCREENS, SOON)
    bring(hall, players)
    print(f"the last of {SCREENS} had it after {time.monotonic() - published_at:.3f} s")  # noqa: T201 - a figure

    playing = [player.drain()[-1].revision for player in players]
    assert [[item.id for item in each.items] for each in playing] == [
        ["commitments", "works"]
    ] * SCREENS

    hall.editor("take-down", "works")
    wait_until(lambda: hall.told() == [number + 2] * SCREENS, SOON)
    bring(hall, players)
    assert [player.drain()[-1].revision.items[-1].id for player in players] == [
        "commitments"
    ] * SCREENS


def test_proof_of_play_reaches_the_editor(hall: Hall) -> None:
    row = {"item": "water", "revision": 1, "began_at": "2026-11-23T09:00:00Z"}
    answer = hall.screens[0]._client.call(
        "played", {"rows": [row | {"seconds": 15.0, "was_whole": True}]}, "/screens", timeout=10
    )

    assert answer == {"rows": 1}
