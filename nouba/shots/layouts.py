"""Every layout of a hall screen, made by the presenter of what a hall tells: no hall is needed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw

from display.item_pages import ItemPages
from display.page import Kind, Page, QueuePage, Still, StillKind
from display.pages import PageMaker
from display.paging import Fits
from display.scene import Direction, LargeCall, Line, Scene
from media.pack import Pack, Words
from media.playlist.content import Level, QueueState
from media.texts import Texts
from wire.messages import LANGUAGES, EmergencyKind, Expected, Language, Queue, Ready


class Wall(NamedTuple):
    """A screen of a hall: pixels, inches, and millimetres to its farthest reader."""

    name: str
    width: int
    height: int
    inches: int
    distance_mm: float
    languages: tuple[Language, ...] = LANGUAGES
    """Those that are pictured as the hall's first."""

    @property
    def diagonal_mm(self) -> float:
        """Its diagonal."""
        return self.inches * 25.4


WALLS = (
    Wall("55-lying", 1920, 1080, 55, 5000.0),
    Wall("55-upright", 1080, 1920, 55, 5000.0),
    Wall("32-lying", 1366, 768, 32, 3000.0, ("ar", "fr")),
    Wall("32-upright", 768, 1366, 32, 3000.0, ("ar", "zgh")),
    Wall("75-lying", 3840, 2160, 75, 7000.0, ("ar", "fr")),
)
"""What communes buy, lying and upright."""

WAIT = Expected(10, 15, 25)
AT = datetime(2026, 11, 23, 9, 41, tzinfo=UTC)
PLACE = Words(ar="الطابق الأول، القاعة 12", fr="1er étage, salle 12")
ZONE = Words(ar="الحالة المدنية", fr="État civil", en="Civil status")
LINES = (
    Line("B104", 4, is_called=True, way="ahead"),
    Line("W188", 12, is_called=False, way="right"),
    Line("C027", 2, is_called=False, way="left"),
)
READY = (Ready("A013", 3), Ready("B105", 14), Ready("W189", 12))
MISSED = ("A009", "C021", "W180", "B099", "D007", "A004", "A002")


def layouts(
    pack: Pack, language: Language, fits: Fits, room: "Room"
) -> Iterator[tuple[str, Scene]]:
    """Yield each layout's name and scene, words in that language."""
    idle = Scene(waiting=128, clock=AT)
    busy = replace(idle, lines=LINES[: room.lines])
    yield from _calls(idle, busy, room)
    for name, page in _pages(pack, language, fits):
        yield name, replace(idle, page=page)
    notice = next(page for _, page in _pages(pack, language, fits))
    yield "notice-over-list", replace(busy, page=notice, ready=READY[: room.ready])
    for queue in _queue(pack, language, fits):
        yield "queue", replace(idle, page=queue)
    paper = Still(StillKind.DOCUMENT, "tender", "a" * 64, language, notice.title, 2, 3)
    yield "paper", replace(idle, page=paper)
    yield "welcome", idle
    yield "lost", replace(busy, lost_in="fr" if language == "fr" else "ar", page=notice)
    for kind in EmergencyKind:
        yield f"emergency-{kind}", replace(busy, emergency=kind)
    yield "identity", replace(idle, identity="hall-screen")


class Room(NamedTuple):
    """How many lines, tickets that get ready and missed ones the screen has room for."""

    lines: int
    ready: int
    missed: int


def _calls(idle: Scene, busy: Scene, room: Room) -> Iterator[tuple[str, Scene]]:
    plain = LargeCall("A012", 3, is_bright=False)
    shown = LargeCall("W188", 12, is_bright=True, direction=Direction("left", PLACE))
    yield (
        "call",
        replace(busy, large=plain, lines=tuple(replace(each, way=None) for each in busy.lines)),
    )
    yield "call-alone", replace(idle, large=plain)
    yield "call-way", replace(busy, large=shown, zone=ZONE, ready=READY[: room.ready])
    yield "call-way-alone", replace(idle, large=shown, zone=ZONE)
    yield "call-missed", replace(busy, large=plain, missed=MISSED[: room.missed])


def _pages(pack: Pack, language: Language, fits: Fits) -> Iterator[tuple[str, Page]]:
    maker = PageMaker((language,), fits)
    notices = [maker.of_notice(each.id, each.title, each.text, each.since) for each in pack.notices]
    longest = max(notices, key=lambda pages: sum(len(page.text) for page in pages))
    for number, page in enumerate(longest[:3], 1):
        yield f"notice-{number}", page
    for commitment in pack.charter[:1]:
        yield from (("commitment", page) for page in maker.of_commitment(commitment)[:1])
    yield "hours", maker.of_hours(pack.hall.hours)[0]
    if longest:
        page = longest[0]
        yield "warning", replace(page, kind=Kind.VIGILANCE, level=Level.ORANGE, pictogram="warning")


def _queue(pack: Pack, language: Language, fits: Fits) -> Iterator[QueuePage]:
    items = ItemPages(PageMaker((language,), fits), Texts(), pack)
    for first in items.of_queue("queue", QueueState())[:1]:
        assert isinstance(first, QueuePage)
        yield first.now({each.service: Queue(each.service, 12, WAIT) for each in first.lines})


def make_paper(path: Path) -> Path:
    """Draw a page of a paper there, upright as papers are."""
    paper = Image.new("RGB", (1000, 1414), "#ffffff")
    draw = ImageDraw.Draw(paper)
    draw.rectangle((60, 60, 940, 1354), outline="#123657", width=6)
    for row in range(14):
        draw.rectangle((120, 180 + row * 76, 880 - row % 4 * 90, 204 + row * 76), fill="#3e4a55")
    paper.save(path)
    return path
