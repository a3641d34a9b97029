"""Which notice or commitment is shown when. Knows no Kivy."""

from collections.abc import Iterator, Sequence
from datetime import date, time

from display.page import Kind, Page
from display.paging import Fits, cut_text
from media.dates import time_range
from media.pack import Commitment, Notice, Pack, Words
from wire.messages import Language

NOTICE_PICTOGRAM = "megaphone"
HOURS_PICTOGRAM = "clock"

Round = tuple[Page, ...]
"""All pages, each once, in the order in which they are shown."""


class Carousel:
    """Turns the pages of the pack's notices and commitments, each long enough to be read."""

    def __init__(self, pack: Pack, languages: Sequence[Language], fits: Fits) -> None:
        self._pack, self._languages, self._fits = pack, tuple(languages), fits
        self._day: date | None = None
        self._is_closed = False
        self._round: Round = self._pages(None)
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
        return self._pack.hall.is_open_at(moment)

    def renew(self, pack: Pack, moment: float) -> None:
        """Go on with this content; what was not there before is shown first."""
        known, self._pack = self._round, pack
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

    def _pages(self, day: date | None) -> Round:
        notices = [*map(self._notice_pages, self._pack.notices_on(day))] if day else []
        commitments = [*map(self._commitment_pages, self._pack.charter)]
        groups = _interleaved(notices, commitments)
        hours = (self._hours_page(),) if self._is_closed else ()
        return tuple(page for group in groups or [()] for page in (*hours, *group))

    def _hours_page(self) -> Page:
        ranges = (time_range(each.start, each.end) for each in self._pack.hall.hours)
        return Page(
            Kind.HOURS, "hours", self._languages[0], HOURS_PICTOGRAM, title=" · ".join(ranges)
        )

    def _notice_pages(self, notice: Notice) -> Round:
        return tuple(
            part
            for language in self._languages
            for page in _in_language(notice.title, notice.text, language)
            for part in cut_text(
                Page(Kind.NOTICE, notice.id, language, NOTICE_PICTOGRAM, *page, notice.since),
                self._fits,
            )
        )

    def _commitment_pages(self, commitment: Commitment) -> Round:
        return tuple(
            part
            for language in self._languages
            for page in _in_language(commitment.title, commitment.sentence, language)
            for part in cut_text(
                Page(Kind.COMMITMENT, commitment.key, language, commitment.pictogram, *page),
                self._fits,
            )
        )


def _in_language(title: Words, text: Words | None, language: Language) -> Iterator[tuple[str, str]]:
    """Yield title and text, if both are known in this very language."""
    found = [_own(each, language) for each in (title, text) if each is not None]
    if all(found):
        yield found[0], "".join(found[1:])


def _own(words: Words, language: Language) -> str:
    """Return the text in this language, empty where another language stands for it."""
    parts = words.parts(language)
    return parts[0][1] if parts[0][0] == language else ""


def _interleaved(some: Sequence[Round], others: Sequence[Round]) -> list[Round]:
    """Spread both evenly over the round, keeping the order of each."""
    placed = [
        ((index + 0.5) / len(items), at, item)
        for at, items in enumerate((some, others))
        for index, item in enumerate(items)
    ]
    return [item for *_, item in sorted(placed, key=lambda each: each[:2])]
