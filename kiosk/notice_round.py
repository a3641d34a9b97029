"""Which notice stands beside the invitation, while nobody is there. Knows no Kivy."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from kiosk.notice_leaf import NoticeLeaf
from kiosk.paging import packed
from media.pack import Notice, Pack, Words
from wire.messages import Language

Fits = Callable[[NoticeLeaf], bool]
"""Whether the screen has room for it in legible letters."""

MOST_WITH_TITLE = 2
"""Parts that bear the title, at most."""

_SENTENCE_END = re.compile(r"(?<=[.!?؟…]) ")


class NoticeRound:
    """The notices of a day, the latest first, each in one language after the other.

    A notice that a language does not have is left out in it. What does not fit is cut
    between its sentences, else between its words: nothing scrolls.
    """

    def __init__(self, pack: Pack, languages: Sequence[Language], fits: Fits) -> None:
        self._pack, self._languages, self._fits = pack, tuple(languages), fits
        self._day: date | None = None
        self._leaves: tuple[NoticeLeaf, ...] = ()

    def leaf(self, day: date, seconds: int) -> NoticeLeaf | None:
        """Return what is shown so many seconds after the round began; nothing without notices."""
        if day != self._day:
            self._day, self._leaves = day, tuple(self._cut(day))
        if not self._leaves:
            return None
        left = seconds % sum(leaf.seconds for leaf in self._leaves)
        for leaf in self._leaves:
            left -= leaf.seconds
            if left < 0:
                break
        return leaf

    def renew(self, pack: Pack) -> None:
        """Go on with the notices of this content."""
        self._pack, self._day = pack, None

    def _cut(self, day: date) -> Iterator[NoticeLeaf]:
        for notice in self._pack.notices_on(day):
            for language in self._languages:
                yield from self._in_language(notice, language)

    def _in_language(self, notice: Notice, language: Language) -> Iterator[NoticeLeaf]:
        title, text = _own(notice.title, language), _own(notice.text, language)
        if not title or (notice.text is not None and not text):
            return
        leaves = self._leaves_of(NoticeLeaf(language, notice.since, title, text))
        for number, leaf in enumerate(leaves, start=1):
            yield replace(leaf, number=number, count=len(leaves))

    def _leaves_of(self, whole: NoticeLeaf) -> list[NoticeLeaf]:
        """Return its parts: each bears the title, unless that leaves too little room beside it."""
        with_title = self._parts(whole)
        if len(with_title) <= MOST_WITH_TITLE:
            return with_title
        return [replace(whole, text=""), *self._parts(replace(whole, title=""))]

    def _parts(self, whole: NoticeLeaf) -> list[NoticeLeaf]:
        def part(pieces: tuple[str, ...]) -> NoticeLeaf:
            return replace(whole, text=" ".join(pieces))

        def is_fitting(pieces: tuple[str, ...]) -> bool:
            return self._fits(part(pieces))

        sentences = _SENTENCE_END.split(whole.text) if whole.text else []
        are_fitting = all(is_fitting((each,)) for each in sentences)
        pieces = sentences if are_fitting else whole.text.split()
        return [*map(part, packed(pieces, is_fitting))]


def _own(words: Words | None, language: Language) -> str:
    """Return the text in this language; nothing where another stands for it."""
    if words is None:
        return ""
    parts = words.parts(language)
    return parts[0][1] if parts[0][0] == language else ""
