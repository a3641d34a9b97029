"""The pages of what is told in words of the program's own: warnings, news, sessions, procedures."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from display.page import Kind, Leaf, Page, QueueLine, QueuePage, Still, StillKind
from display.pages import Leaves, PageMaker, in_language, own_text
from display.paging import cut_text
from media.dates import clock_time, full_date
from media.isolation import isolate
from media.pack import Pack, Procedure
from media.playlist.content import CouncilSession, News, QueueState, Vigilance
from media.playlist.validity import Validity
from media.sheets import SheetWords
from media.texts import Texts, msgid
from media.words import COLON, Parts, on_one_line
from wire.messages import Language

UNTIL = msgid("Until {time}")
CANCELLED = msgid("This session is cancelled")
AGENDA = msgid("Agenda")
NO_DOCUMENT = msgid("No document is required")
BULLET = "• "

LINES_AT_ONCE = 3
"""Services on one page of the queue: more would be too small to be read from afar."""


class ItemPages:
    """Makes the pages of one screen's items, with one pack's content."""

    def __init__(self, maker: PageMaker, texts: Texts, pack: Pack) -> None:
        self._maker, self._texts, self._pack = maker, texts, pack
        self._sheets = SheetWords(texts, pack)

    def of_vigilance(self, item: str, warning: Vigilance, validity: Validity) -> Leaves:
        """Return the pages of a warning: until when it holds, then what to do."""

        def page(language: Language, title: str, advice: str) -> Page:
            end = validity.until
            lines = [advice] if end is None else [self._until(language, end), advice]
            text = "\n".join(lines)
            return Page(Kind.VIGILANCE, item, language, "warning", title, text, level=warning.level)

        return self._cut(
            page(language, *found)
            for language in self._maker.languages
            for found in in_language(warning.title, warning.advice, language)
        )

    def of_news(self, item: str, news: News, since: datetime | None) -> Leaves:
        """Return its picture with its title below, then its words, in each language of its own."""
        day = since.date() if since else None
        return tuple(
            leaf
            for language in self._languages_of(news.only_in)
            for title, text in in_language(news.title, news.text, language)
            for leaf in (
                *_picture(item, news, language, title),
                *cut_text(
                    Page(
                        *(Kind.NEWS, item, language, "news", title, text),
                        dated=day,
                        source=news.source,
                    ),
                    self._maker.fits,
                ),
            )
        )

    def of_session(self, item: str, session: CouncilSession) -> Leaves:
        """Return when and where it is, whether it is cancelled, and what it will speak of."""
        return self._cut(
            Page(
                *(Kind.SESSION, item, language, "town-hall", title),
                "\n".join(self._session_lines(language, session)),
            )
            for language in self._languages_of(session.only_in)
            for title, _ in in_language(session.title, None, language)
        )

    def of_procedure(self, item: str, key: str) -> Leaves:
        """Return a procedure's documents, fee and time limit; nothing of one that is not there."""
        found = [each for each in self._pack.procedures if each.id == key]
        return self._cut(
            Page(
                *(Kind.PROCEDURE, item, language, each.pictogram, title),
                "\n".join(self._procedure_lines(language, each)),
            )
            for each in found
            for language in self._maker.languages
            for title, _ in in_language(each.name, None, language)
        )

    def of_queue(self, item: str, queue: QueueState) -> Leaves:
        """Return the services, some on each page; who waits for them is told later."""
        chosen = [
            each for each in self._pack.services if not queue.services or each.id in queue.services
        ]
        return tuple(
            leaf
            for language in self._maker.languages
            if any(own_text(each.name, language) for each in chosen)
            for leaf in _queue_pages(
                item, language, [QueueLine(each.id, each.name.text(language)) for each in chosen]
            )
        )

    def _cut(self, pages: Iterator[Page]) -> tuple[Leaf, ...]:
        return tuple(part for page in pages for part in cut_text(page, self._maker.fits))

    def _languages_of(self, only: Language | None) -> Sequence[Language]:
        return self._maker.languages if only is None else (only,)

    def _until(self, language: Language, end: datetime) -> str:
        moment = f"{full_date(language, end.date())} · {clock_time(end)}"
        return self._texts.text(language, UNTIL, time=moment)

    def _session_lines(self, language: Language, session: CouncilSession) -> Iterator[str]:
        if session.is_cancelled:
            yield self._texts.text(language, CANCELLED)
        day = full_date(language, session.start.date())
        yield f"{day} · {isolate(clock_time(session.start))}"
        for words in (session.place, session.agenda):
            text = "" if words is None else own_text(words, language)
            if text and words is session.agenda:
                yield f"{self._texts.text(language, AGENDA)}{COLON[language].rstrip()}"
                yield from (f"{BULLET}{line}" for line in text.splitlines() if line.strip())
            elif text:
                yield text

    def _procedure_lines(self, language: Language, procedure: Procedure) -> Iterator[str]:
        if not procedure.documents:
            yield self._texts.text(language, NO_DOCUMENT)
        for piece in procedure.documents:
            yield f"{BULLET}{on_one_line(self._sheets.piece(language, piece))}"
        facts: tuple[tuple[str, Parts], ...] = (
            ("Fee", self._sheets.fee(language, procedure)),
            ("Time limit", procedure.delay.parts(language)),
        )
        for name, told in facts:
            if told:
                title = self._texts.text(language, name)
                yield f"{title}{COLON[language]}{isolate(on_one_line(told))}"


def _picture(item: str, news: News, language: Language, title: str) -> Leaves:
    if news.picture is None:
        return ()
    return (Still(StillKind.PICTURE, item, news.picture, language, title),)


def _queue_pages(item: str, language: Language, lines: Sequence[QueueLine]) -> Iterator[QueuePage]:
    count = -(-len(lines) // LINES_AT_ONCE)
    for part in range(count):
        start, end = len(lines) * part // count, len(lines) * (part + 1) // count
        yield QueuePage(item, language, tuple(lines[start:end]), part + 1, count)
