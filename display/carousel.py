"""Which notice or commitment is shown when. Knows no Kivy."""

from collections.abc import Sequence
from datetime import date, time

from display.page import Page
from display.pages import PageMaker, Pages
from display.paging import Fits
from media.pack import Notice, Pack
from wire.messages import Language


class Carousel:
    """Turns the pages of the pack's notices and commitments, each long enough to be read.

    It plays where the arbiter leaves the stage to it: nobody is called, nothing published is due.
    """

    def __init__(self, pack: Pack, languages: Sequence[Language], fits: Fits) -> None:
        self.pack = pack
        self.maker = PageMaker(languages, fits)
        self._day: date | None = None
        self._is_closed = False
        self._round: Pages = self._pages(None)
        self._shown: Page | None = None
        self._index = 0
        self._since = 0.0

    def page(self, day: date | None, moment: float, *, is_closed: bool = False) -> Page | None:
        """Return the page to show on that day of the hall, at that moment (in seconds).

        While the day is not known, only what has no date is shown. A notice whose
        last day is over is gone at once. While the hall is closed, its hours stand between
        the others.
        """
        if (day, is_closed) != (self._day, self._is_closed):
            self._is_closed = is_closed
            self._turn_to_day(day, moment)
        if not self._round:
            return None
        if moment - self._since >= self._round[self._index].seconds:
            self._index = (self._index + 1) % len(self._round)
            self._since = moment
        self._shown = self._round[self._index]
        return self._shown

    def is_open_at(self, moment: time) -> bool:
        """Whether the hall is open at that time on its clocks."""
        return self.pack.hall.is_open_at(moment)

    def renew(self, pack: Pack, moment: float) -> None:
        """Go on with this content; what was not there before is shown first."""
        known, self.pack = self._round, pack
        self._turn_to_day(self._day, moment)
        news = (at for at, page in enumerate(self._round) if page not in known)
        first = next(news, None)
        if first is not None:
            self._index, self._since = first, moment

    def restart(self, moment: float) -> None:
        """Give the page its full time again: it could not be read until now."""
        self._since = moment

    def _turn_to_day(self, day: date | None, moment: float) -> None:
        self._day, self._round = day, self._pages(day)
        if self._shown in self._round:
            self._index = self._round.index(self._shown)
            return
        self._index, self._since = 0, moment

    def _pages(self, day: date | None) -> Pages:
        notices = [*map(self._notice_pages, self.pack.notices_on(day))] if day else []
        commitments = [*map(self.maker.of_commitment, self.pack.charter)]
        groups = _interleaved(notices, commitments)
        hours = self.maker.of_hours(self.pack.hall.hours) if self._is_closed else ()
        return tuple(page for group in groups or [()] for page in (*hours, *group))

    def _notice_pages(self, notice: Notice) -> Pages:
        return self.maker.of_notice(notice.id, notice.title, notice.text, notice.since)


def _interleaved(some: Sequence[Pages], others: Sequence[Pages]) -> list[Pages]:
    """Spread both evenly over the round, keeping the order of each."""
    placed = [
        ((index + 0.5) / len(items), at, item)
        for at, items in enumerate((some, others))
        for index, item in enumerate(items)
    ]
    return [item for *_, item in sorted(placed, key=lambda each: each[:2])]
