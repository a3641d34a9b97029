"""What is found on a page that was drawn: how high its letters are, how well they stand out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import atan, degrees
from pathlib import Path

from kivy.clock import Clock
from kivy.lang import Builder
from kivy.uix.widget import Widget
from PIL import Image

from display.page import Leaf, Page, QueuePage, Still, StillKind
from display.plan import Box
from display.preview.contrast import Ink, contrast
from display.screens.board import BoardScreen
from media.isolation import plain
from media.look.screen import CAPITAL_HEIGHT, Role, Screen
from media.look.widgets import Text
from media.playlist.preview import PictureSeen, TextKind, TextSeen

FEWEST_LETTERS = 8
"""A title of fewer says nothing: whoever would have to write one needs another screen."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Looks at a board as it stands there, drawn."""

    board: BoardScreen
    screen: Screen

    def texts(self, leaf: Leaf | None, drawn: Image.Image, box: Box) -> tuple[TextSeen, ...]:
        """Return every text on the stage; `drawn` is the board's picture, `box` the stage's."""
        found = list(self._texts())
        bare = self._without(found)
        seen = [self._seen(text, leaf, drawn, bare) for text in found]
        return tuple(self._with_most_letters(each, leaf, box) for each in seen)

    def picture(self, still: Still, file: Path) -> PictureSeen:
        """Return how large the picture on the stage is."""
        _, _, width, height = self.board.still_stage.frame.shown
        with Image.open(file) as opened:
            own = opened.width
        is_paper = still.kind is StillKind.DOCUMENT
        height_mm = round(height / self.screen.px_per_mm, 1)
        return PictureSeen(round(width / own, 2), height_mm, is_paper)

    def _texts(self) -> Iterator[Text]:
        board = self.board
        stages = (board.notice_stage, board.queue_stage, board.still_stage, board.film_stage)
        for stage in stages:
            if stage.parent is board:
                for widget in stage.walk(restrict=True):
                    if isinstance(widget, Text) and widget.text.strip():
                        yield widget

    def _without(self, texts: list[Text]) -> Image.Image:
        """Return the picture of the board without these texts' letters."""
        for text in texts:
            text.opacity = 0
        go_on()
        bare = image_of(self.board)
        for text in texts:
            text.opacity = 1
        go_on()
        return bare

    def _seen(
        self, text: Text, leaf: Leaf | None, drawn: Image.Image, bare: Image.Image
    ) -> TextSeen:
        capital = text.font_size * CAPITAL_HEIGHT / self.screen.px_per_mm
        place = _place(text, drawn.height)
        return TextSeen(
            kind=self._kind(text, leaf),
            words=plain(text.text),
            capital_mm=round(capital, 1),
            degrees=round(degrees(2 * atan(capital / 2 / self.screen.distance_mm)), 3),
            contrast=contrast(drawn.crop(place), bare.crop(place), _ink(text)),
            is_whole=text.fitted.is_fitting,
        )

    def _kind(self, text: Text, leaf: Leaf | None) -> TextKind:
        if text is self.board.still_stage.title:
            return "title"
        words = self.board.notice_stage.words
        if text in words:
            return "title" if isinstance(leaf, Page) and text.text == leaf.title else "text"
        is_service = isinstance(leaf, QueuePage) and text.text in {x.name for x in leaf.lines}
        return "text" if is_service else "aside"

    def _with_most_letters(self, seen: TextSeen, leaf: Leaf | None, box: Box) -> TextSeen:
        """Say how long a title could be, where it is too small and a shorter one would not be."""
        needed = self.screen.text(Role.TITLE)
        if seen.kind != "title" or not isinstance(leaf, Page) or self._size(leaf, box) >= needed:
            return seen
        low, high = FEWEST_LETTERS, len(leaf.title)
        if self._size(_cut(leaf, low), box) < needed:
            return seen
        while high - low > 1:
            middle = (low + high) // 2
            is_high = self._size(_cut(leaf, middle), box) >= needed
            low, high = (middle, high) if is_high else (low, middle)
        return replace(seen, most_letters=low)

    def _size(self, page: Page, box: Box) -> int:
        """Return in which letters the stage would set the page's title."""
        stage = self.board.notice_stage
        stage.show(page, box)
        return stage.words[0].largest


def go_on() -> None:
    """Let Kivy do all that it does between two frames, but draw them."""
    Clock.tick()
    Builder.sync()
    Clock.tick_draw()


def image_of(widget: Widget) -> Image.Image:
    """Return the pixels that a widget draws."""
    texture = widget.export_as_image().texture
    return Image.frombytes("RGBA", texture.size, texture.pixels).convert("RGB")


def _cut(page: Page, letters: int) -> Page:
    return replace(page, title=page.title[:letters].rstrip())


def _ink(text: Text) -> Ink:
    red, green, blue, _ = text.color
    return red, green, blue


def _place(text: Text, height: int) -> tuple[int, int, int, int]:
    """Return where its letters may be, in pixels from the top left corner."""
    left, bottom = text.to_window(*text.pos)
    right, top = left + text.width, bottom + text.height
    return round(left), height - round(top), round(right), height - round(bottom)
