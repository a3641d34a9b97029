"""Draws one page of an item as a hall screen does: with the hall screen's own widgets.

Import it after `media.look.window.prepare`.
"""

from collections import OrderedDict
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from time import monotonic

from kivy.clock import Clock
from PIL import Image

from display.arbiter.arbiter import Sound
from display.backstage import Backstage
from display.page import Leaf, Still
from display.pages import Leaves, PageMaker
from display.plan import Parts
from display.playbill import Playbill, Published
from display.preview.findings import Finding, go_on, image_of
from display.scene import Film, Line, Scene
from display.screens.board import BoardScreen
from media.look.look import Look
from media.look.screen import Screen
from media.look.stillness import when_still
from media.pack import load_pack
from media.playlist.content import Video
from media.playlist.model import Revision, Spot
from media.playlist.preview import PageSeen, PreviewOrder, PreviewScreen, PreviewSeen
from media.texts import Texts
from media.toml import TomlError

MOST_BOARDS = 2
"""Screens that are kept between orders: each holds its textures."""

PATIENCE = 8.0
"""Seconds for a picture or a film's first frame to be ready."""

CALLED = (
    Line("A041", 3, is_called=True),
    Line("B017", 1, is_called=False),
    Line("C008", 5, is_called=False),
)
"""Who stands in the list beside it."""

WAITING = 12

JPEG_QUALITY = 90


class Missing(Exception):  # noqa: N818 - it is an answer, not a fault of ours
    """What the item shows could not be drawn here."""


class Easel:
    """Draws what it is ordered, one after the other."""

    def __init__(self) -> None:
        Clock._max_fps = 0  # noqa: SLF001  # Kivy offers no other way: it would sleep in each tick
        self._boards: OrderedDict[tuple[PreviewScreen, str], BoardScreen] = OrderedDict()
        self._files, self._failed = Path(), False
        self._texts = Texts()

    def drawn(self, order: PreviewOrder) -> tuple[PreviewSeen, bytes]:
        """Return what is seen of the order, and the picture's bytes: none where none is."""
        self._files, self._failed = Path(order.files), False
        try:
            return self._drawn(order)
        except (Missing, TomlError) as problem:
            return PreviewSeen(problem=str(problem)), b""

    def close(self) -> None:
        """End what goes on behind the boards."""
        for board in self._boards.values():
            board.close()

    def _drawn(self, order: PreviewOrder) -> tuple[PreviewSeen, bytes]:
        board = self._board(order)
        leaves = _leaves(order, board)
        film = _film(order)
        if not leaves and film is None:
            return PreviewSeen(), b""
        at = max(0, min(order.look.page, len(leaves) - 1))
        leaf = leaves[at] if leaves else None
        self._show(board, _scene(order, leaf, film))
        drawn = image_of(board)
        picture, mime = _coded(drawn, is_photograph=film is not None or isinstance(leaf, Still))
        seen = self._seen(board, order, leaf, drawn)
        pages = _pages(order, leaves)
        return replace(seen, pages=pages, page=at, mime=mime, size=len(picture)), picture

    def _board(self, order: PreviewOrder) -> BoardScreen:
        """Return this screen's board: it is made once, as long as its screen is drawn on."""
        key = (order.look.screen, order.pack)
        commune = load_pack(Path(order.pack)).commune
        if key not in self._boards:
            look = Look(screen_of(order.look.screen), order.look.screen.written[0])
            self._boards[key] = BoardScreen(look, commune, self._texts, self._backstage())
        self._boards[key].dress(commune)
        self._boards.move_to_end(key)
        if len(self._boards) > MOST_BOARDS:
            self._boards.popitem(last=False)[1].close()
        return self._boards[key]

    def _backstage(self) -> Backstage:
        return Backstage(lambda asset: self._files / asset, lambda _: self._fail(), monotonic)

    def _fail(self) -> None:
        self._failed = True

    def _show(self, board: BoardScreen, scene: Scene) -> None:
        """Show it, and let Kivy lay it out until nothing moves and what it shows is there."""
        board.show(scene)
        deadline = monotonic() + PATIENCE
        while not self._is_ready(board, scene):
            if self._failed or monotonic() > deadline:
                raise Missing("its picture or film cannot be shown")
            go_on()
        settled: list[bool] = []
        when_still(board, partial(settled.append, True))
        while not settled:
            go_on()

    def _is_ready(self, board: BoardScreen, scene: Scene) -> bool:
        if isinstance(scene.page, Still):
            return board.still_stage.frame.texture is not None
        return scene.film is None or board.film_stage.frame.texture is not None

    def _seen(
        self, board: BoardScreen, order: PreviewOrder, leaf: Leaf | None, drawn: Image.Image
    ) -> PreviewSeen:
        finding = Finding(board, screen_of(order.look.screen))
        parts = Parts(is_calling=False, has_lines=order.look.is_calling)
        still = leaf if isinstance(leaf, Still) else None
        picture = None if still is None else finding.picture(still, self._files / still.asset)
        texts = finding.texts(leaf, drawn, board.geometry.plan(parts).stage)
        return PreviewSeen(texts=texts, picture=picture)


def screen_of(told: PreviewScreen) -> Screen:
    """Return the screen as sizes are derived from it."""
    return Screen(told.width_px, told.height_px, told.diagonal_mm, told.distance_mm)


def _coded(drawn: Image.Image, *, is_photograph: bool) -> tuple[bytes, str]:
    buffer = BytesIO()
    if is_photograph:
        drawn.save(buffer, "JPEG", quality=JPEG_QUALITY)
        return buffer.getvalue(), "image/jpeg"
    drawn.save(buffer, "PNG", compress_level=2)
    return buffer.getvalue(), "image/png"


def _leaves(order: PreviewOrder, board: BoardScreen) -> Leaves:
    """Return the item's pages, as the screen's own playbill makes them."""
    pack = load_pack(Path(order.pack))
    maker = PageMaker(order.look.screen.written, board.notice_stage.fits)
    revision = Revision(1, order.look.wall.astimezone(pack.hall.zone))
    bill = Playbill(Published(revision, Spot("")), pack, maker, board.draws)
    return bill.laid_out(order.item)


def _pages(order: PreviewOrder, leaves: Leaves) -> tuple[PageSeen, ...]:
    if order.look.film_seconds is not None:
        return (PageSeen(None, order.look.film_seconds),)
    seconds = order.item.seconds
    return tuple(PageSeen(each.language, seconds or each.seconds) for each in leaves)


def _film(order: PreviewOrder) -> Film | None:
    """Return the item's film at its first frame, which stands still."""
    content = order.item.content
    if not isinstance(content, Video):
        return None
    return Film(order.item.id, content.asset, 0.0, None, Sound.FULL, content.captions)


def _scene(order: PreviewOrder, leaf: Leaf | None, film: Film | None) -> Scene:
    lines = CALLED if order.look.is_calling else ()
    return Scene(lines=lines, waiting=WAITING, page=leaf, clock=order.look.wall, film=film)
