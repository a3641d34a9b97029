"""What a screen's pages must show, and which pages there are. Any thread may ask and tell."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Condition
from typing import NamedTuple

GONE = 10.0
"""Seconds of silence after which a page is gone, asleep or cut off: the screen is then off."""

BEAT = 2.0
"""Seconds between two words to a page that has nothing new to show."""


class Size(NamedTuple):
    """In pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sound:
    """What a page is to play now."""

    number: int
    name: str
    wav: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows and plays at one moment."""

    number: int = 0
    """One more at each change."""

    drawing: str = "null"
    """JSON of a `display.web.drawing.Drawing`."""

    sound: Sound | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A browser's page."""

    size: Size
    told_at: float
    """The moment at which it said its last word."""

    drawn: int = 0
    """The number of what it has drawn last."""


class Glass:
    """One screen's. Moments are seconds of a clock that never jumps."""

    def __init__(self, moments: Callable[[], float]) -> None:
        self._moments = moments
        self._changed = Condition()
        self._shown = Shown()
        self._pages: dict[str, Page] = {}
        self._is_closed = False

    # -- For the screen --

    def show(self, drawing: str) -> None:
        """Show this from now on."""
        self._change(drawing=drawing)

    def play(self, sound: Sound | None) -> None:
        """Let the pages play this, or nothing, from now on."""
        self._change(sound=sound)

    def size(self) -> Size | None:
        """Return how large the first of the pages is; nothing where there is none."""
        with self._changed:
            now = self._moments()
            gone = [name for name, page in self._pages.items() if now - page.told_at > GONE]
            for name in gone:
                del self._pages[name]
            return next((page.size for page in self._pages.values()), None)

    def wait_for_page(self, seconds: float) -> Size | None:
        """Return as soon as there is a page, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: bool(self._pages), seconds)
        return self.size()

    def is_seen(self) -> bool:
        """Whether a page has drawn what is shown."""
        with self._changed:
            return any(page.drawn >= self._shown.number for page in self._pages.values())

    def close(self) -> None:
        """Send every page away: the program ends."""
        with self._changed:
            self._is_closed = True
            self._pages.clear()
            self._changed.notify_all()

    # -- For the pages --

    def attach(self, name: str, size: Size) -> None:
        """Take a page in; one of this name that came before is the same one."""
        with self._changed:
            if not self._is_closed:
                drawn = self._pages[name].drawn if name in self._pages else 0
                self._pages[name] = Page(size, self._moments(), drawn)
                self._changed.notify_all()

    def drawn(self, name: str, number: int) -> None:
        """Take it that a page is awake, and has drawn that."""
        with self._changed:
            page = self._pages.get(name)
            if page is not None:
                self._pages[name] = replace(page, told_at=self._moments(), drawn=number)

    def has(self, name: str) -> bool:
        """Whether the page is still taken for awake."""
        with self._changed:
            return name in self._pages

    def after(self, number: int) -> Shown | None:
        """Return what is shown as soon as it is another than that number; nothing after a beat."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown.number != number or self._is_closed, BEAT)
            return self._shown if self._shown.number != number else None

    @property
    def now(self) -> Shown:
        """What is shown and played now."""
        with self._changed:
            return self._shown

    def _change(self, **new: str | Sound | None) -> None:
        with self._changed:
            changed = replace(self._shown, **new)  # type: ignore[arg-type]  # its own fields
            if changed != self._shown:
                self._shown = replace(changed, number=self._shown.number + 1)
                self._changed.notify_all()
