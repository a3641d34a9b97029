"""Picture every layout of one hall screen in a window of its own.

    python -m nouba.shots.layout_window WALL PACK FOLDER

It needs a display, as every window does.
"""

import sys
import time
from pathlib import Path

from media.look.window import WindowSettings, prepare
from media.pack import Pack, load_pack
from media.texts import Texts
from nouba.shots.layouts import WALLS, Room, Wall, layouts, make_paper
from wire.messages import Language

FRAMES = 3
"""Until a window has drawn what it was given."""


def main(name: str, folder_of_pack: str, folder: str) -> None:
    """Picture the wall of that name in each of its languages."""
    wall = next(each for each in WALLS if each.name == name)
    prepare(
        WindowSettings(wall.width, wall.height, 0, 0, is_borderless=True), Path(folder) / ".kivy"
    )
    pack, place = load_pack(Path(folder_of_pack)), Path(folder)
    paper = make_paper(place / ".paper.png")
    for language in wall.languages:
        _picture(wall, language, pack, place, paper)


def _picture(wall: Wall, language: Language, pack: Pack, folder: Path, paper: Path) -> None:
    from kivy.core.window import Window  # noqa: PLC0415  # it opens the window, to be prepared first

    from display.backstage import Backstage  # noqa: PLC0415  # as above
    from display.screens.board import BoardScreen  # noqa: PLC0415
    from media.look.look import Look  # noqa: PLC0415
    from media.look.main_loop import save_picture  # noqa: PLC0415
    from media.look.screen import Screen  # noqa: PLC0415

    screen = Screen(wall.width, wall.height, wall.diagonal_mm, wall.distance_mm)
    backstage = Backstage(lambda _: paper, lambda _: None, time.monotonic)
    board = BoardScreen(Look(screen, language), pack.commune, Texts(), backstage)
    Window.add_widget(board)
    room = Room(
        board.capacity(is_calling=True, has_ready=True),
        board.ready_capacity(),
        board.missed_capacity(),
    )
    for name, scene in layouts(pack, language, board.notice_stage.fits, room):
        board.show(scene)
        _draw(until_ready=name == "paper")
        save_picture(board, folder, f"wall-{wall.name}-{language}-{name}")
    board.close()
    Window.remove_widget(board)


def _draw(*, until_ready: bool) -> None:
    from kivy.base import EventLoop  # noqa: PLC0415

    if EventLoop.status != "started":
        EventLoop.start()
    deadline = time.monotonic() + (1.0 if until_ready else 0)
    for _ in range(FRAMES):
        EventLoop.idle()
    while time.monotonic() < deadline:
        EventLoop.idle()


if __name__ == "__main__":
    main(*sys.argv[1:4])
