"""A real controller, real players with their own disks, and an editor at a terminal."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench.hall_process import HallProcess, a_hall
from controller.identity import Device
from controller.store.devices import Devices
from controller.store.engine import open_engine
from nouba.__main__ import main
from tests.controller.intake.drawn import jpeg
from tests.display.player.screen_loop import Screen

SCREENS = 3
PATIENCE = 20.0


class Hall:
    """The controller, its screens, and an editor."""

    def __init__(self, process: HallProcess, folder: Path) -> None:
        self.process, self.folder = process, folder
        engine = open_engine(f"sqlite:///{folder}/hall.db")
        self.tokens = [Devices(engine).add(Device(f"wall {n}", "screen")) for n in range(SCREENS)]
        engine.dispose()
        self.screens = [self.screen(number) for number in range(SCREENS)]

    def screen(self, number: int) -> Screen:
        address = f"http://127.0.0.1:{self.process.port}"
        return Screen(address, self.folder / f"screen-{number}", self.tokens[number])

    def editor(self, *words: object) -> str:
        settings = self.folder / f"controller-{self.process.port}.toml"
        told = CliRunner().invoke(main, ["signage", *map(str, words), "--settings", str(settings)])
        assert told.exit_code == 0, told.output
        return told.output

    def until_all_play(self, *items: str) -> float:
        """Wait until every screen plays these, and return how many seconds that took."""
        began = time.monotonic()
        while not all(_items(screen) == items for screen in self.screens):
            assert time.monotonic() < began + PATIENCE, [_items(each) for each in self.screens]
            for screen in self.screens:
                screen.pulse()
            time.sleep(0.02)
        return time.monotonic() - began


def _items(screen: Screen) -> tuple[str, ...]:
    revision = screen.plays.revision if screen.plays else None
    return tuple(item.id for item in revision.items) if revision else ()


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("players") / "hall"
    with a_hall(folder, 1) as process:
        hall = Hall(process, folder)
        yield hall
        for screen in hall.screens:
            screen.stop()


def notice(folder: Path, name: str) -> Path:
    until = datetime.now() + timedelta(days=1)  # noqa: DTZ005 - the hall's own clock is meant
    (folder / f"{name}.jpg").write_bytes(jpeg((800, 600)))
    written = folder / f"{name}.toml"
    written.write_text(
        f'id = "{name}"\nuntil = {until:%Y-%m-%dT%H:%M}:00\npicture = "{name}.jpg"\n'
        '[title]\nar = "انقطاع الماء"\nfr = "Coupure d\'eau"\n'
    )
    return written


def test_what_an_editor_publishes_is_whole_on_every_disk_and_leaves_when_it_is_taken_down(
    hall: Hall, tmp_path: Path
) -> None:
    hall.editor("compose", notice(tmp_path, "water"))
    hall.editor("stage", "water")
    hall.editor("publish")
    print(f"the last of {SCREENS} played after {hall.until_all_play('commitments', 'water'):.2f} s")  # noqa: T201 - a figure
    [asset] = hall.screens[0].plays.revision.assets
    blobs = [hall.folder / f"screen-{n}/player/blobs/{asset.sha256}" for n in range(SCREENS)]
    assert {blob.stat().st_size for blob in blobs} == {asset.size}

    hall.screens[2].stop()  # it is off while the notice is taken down
    off, hall.screens = hall.screens[2], hall.screens[:2]
    hall.editor("take-down", "water")
    print(f"taken down after {hall.until_all_play('commitments'):.2f} s")  # noqa: T201 - a figure
    assert _items(off) == ("commitments", "water")

    hall.screens.append(hall.screen(2))
    hall.until_all_play("commitments")
    assert "2" in hall.editor("status")
