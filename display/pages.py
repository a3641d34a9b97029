"""Makes the pages of a text: in each language that it has, in as few parts as can be read."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil

from display.page import Kind, Leaf, Page, Still, StillKind
from display.paging import Fits, cut_text
from media.dates import time_range
from media.pack import Commitment, Shift, Words
from media.playlist.content import Document, Picture
from wire.messages import Language

NOTICE_PICTOGRAM = "megaphone"
HOURS_PICTOGRAM = "clock"

Pages = tuple[Page, ...]
Leaves = tuple[Leaf, ...]


class PageMaker:
    """Makes the pages of one screen, in its languages."""

    def __init__(self, languages: Sequence[Language], fits: Fits) -> None:
        self.languages, self.fits = tuple(languages), fits

    def of_notice(self, key: str, title: Words, text: Words | None, dated: date | None) -> Pages:
        """Return the pages of a notice, with its day."""
        return tuple(
            part
            for language in self.languages
            for page in in_language(title, text, language)
            for part in cut_text(
                Page(Kind.NOTICE, key, language, NOTICE_PICTOGRAM, *page, dated), self.fits
            )
        )

    def of_commitment(self, commitment: Commitment) -> Pages:
        """Return the pages of a commitment."""
        return tuple(
            part
            for language in self.languages
            for page in in_language(commitment.title, commitment.sentence, language)
            for part in cut_text(
                Page(Kind.COMMITMENT, commitment.key, language, commitment.pictogram, *page),
                self.fits,
            )
        )

    def of_hours(self, hours: Sequence[Shift]) -> Pages:
        """Return the page that tells when the hall is open."""
        ranges = " · ".join(time_range(each.start, each.end) for each in hours)
        return (Page(Kind.HOURS, "hours", self.languages[0], HOURS_PICTOGRAM, title=ranges),)

    def of_picture(self, item: str, picture: Picture) -> Leaves:
        """Return the picture, once with its title in each language; once where it has none."""
        return tuple(
            Still(StillKind.PICTURE, item, picture.asset, language, title)
            for language, title in self._titles(picture.title)
        )

    def of_document(self, item: str, document: Document) -> Leaves:
        """Return the pages of a paper; the languages of its title take turns below them.

        A paper of few pages comes round until all of them have stood there.
        """
        titles, pages = self._titles(document.title), document.pages
        turns = ceil(len(titles) / len(pages)) * len(pages)
        return tuple(
            Still(
                StillKind.DOCUMENT,
                item,
                pages[turn % len(pages)],
                *titles[turn % len(titles)],
                part=turn % len(pages) + 1,
                parts=len(pages),
            )
            for turn in range(turns)
        )

    def _titles(self, title: Words | None) -> tuple[tuple[Language | None, str], ...]:
        """Return the title in each of the screen's languages that it has; else no words, once."""
        if title is None:
            return ((None, ""),)
        own = ((language, own_text(title, language)) for language in self.languages)
        return tuple((language, text) for language, text in own if text) or ((None, ""),)


def in_language(title: Words, text: Words | None, language: Language) -> Iterator[tuple[str, str]]:
    """Yield title and text, if both are known in this very language."""
    found = [own_text(each, language) for each in (title, text) if each is not None]
    if all(found):
        yield found[0], "".join(found[1:])


def own_text(words: Words, language: Language) -> str:
    """Return the text in this language, empty where another language stands for it."""
    parts = words.parts(language)
    return parts[0][1] if parts[0][0] == language else ""
