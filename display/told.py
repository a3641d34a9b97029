"""What the whole hall is told: from the board to the arbiter, to the stage and to the voice."""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from types import MappingProxyType

from display.arbiter.claims import Announcement
from display.arbiter.facts import AnnouncementAsked, AnnouncementWithdrawn
from display.page import Kind, Page
from display.pages import NOTICE_PICTOGRAM, PageMaker, Pages, own_text
from display.paging import cut_text
from media.pack import Pack
from media.texts import Texts, msgid
from media.voice.announced import announced
from media.voice.prose import Prose
from wire import messages
from wire.messages import LANGUAGES, AnnouncementKind, Board, Language

CLOSES: Mapping[int, str] = MappingProxyType(
    {
        5: msgid("The hall closes in 5 minutes"),
        10: msgid("The hall closes in 10 minutes"),
        15: msgid("The hall closes in a quarter of an hour"),
        30: msgid("The hall closes in half an hour"),
    }
)

CALLED = msgid("Whoever has a ticket will still be called.")

OF_SERVICES: Mapping[AnnouncementKind, tuple[str, ...]] = MappingProxyType(
    {
        AnnouncementKind.SERVICE_PAUSED: (msgid("No tickets are given for now."), CALLED),
        AnnouncementKind.SERVICE_RESUMED: (msgid("Tickets are given again."),),
        AnnouncementKind.NO_MORE_TICKETS: (msgid("There are no more tickets today."), CALLED),
    }
)
"""What is written below the service's name."""

OF_THE_HALL: Mapping[AnnouncementKind, tuple[str, ...]] = MappingProxyType(
    {
        AnnouncementKind.LONG_WAITS: (
            msgid("Waits are longer than usual"),
            msgid("Thank you for your patience."),
        ),
        AnnouncementKind.DOCUMENTS_READY: (msgid("Please have your documents ready"),),
    }
)
"""A title, and what is written below it."""

ALL_SERVICES = msgid("All services")


class Told:
    """The announcements of one screen, in its languages."""

    def __init__(self, maker: PageMaker, texts: Texts, pack: Pack) -> None:
        self._maker, self._texts, self._pack = maker, texts, pack
        self._known: dict[str, messages.Announcement] = {}
        self._shown: Announcement | None = None
        self._since = 0.0

    def renew(self, pack: Pack) -> None:
        """Go on with this content."""
        self._pack = pack

    def news(
        self, board: Board, moment: float
    ) -> Iterator[AnnouncementAsked | AnnouncementWithdrawn]:
        """Give what is to be announced since the last board, and what is true no more."""
        now = {_key(each): each for each in board.announcements}
        known, self._known = self._known, now
        for key, made in known.items():
            if (
                key not in now and board.at < made.until
            ):  # what is out of date may be said to its end
                yield AnnouncementWithdrawn(key)
        for key, made in now.items():
            if known.get(key) != made:
                left = (made.until - board.at).total_seconds() / board.pace
                seconds = sum(page.seconds for page in self._pages(made))
                yield AnnouncementAsked(Announcement(key, made, seconds, moment + left))

    def page(self, announcement: Announcement, moment: float) -> Page | None:
        """Return the page that stands now: each language has its turn."""
        if announcement != self._shown:
            self._shown, self._since = announcement, moment
        pages = self._pages(announcement.told)
        ends = accumulate(page.seconds for page in pages)
        over = moment - self._since
        standing = (page for page, end in zip(pages, ends, strict=True) if over < end)
        return next(standing, pages[-1] if pages else None)

    def rest(self) -> None:
        """Take note that nothing is announced: what comes next begins with its first page."""
        self._shown = None

    def prose(self, announcement: Announcement) -> tuple[Prose, ...]:
        """Return what the voice says of it."""
        told = announcement.told
        return announced(told.kind, told.minutes, self._names(told.service))

    def _pages(self, made: messages.Announcement) -> Pages:
        return tuple(
            part
            for language in self._maker.languages
            for title, text in self._words(made, language)
            for part in cut_text(
                Page(Kind.ANNOUNCEMENT, _key(made), language, NOTICE_PICTOGRAM, title, text),
                self._maker.fits,
            )
        )

    def _words(self, made: messages.Announcement, language: Language) -> Iterator[tuple[str, str]]:
        """Give title and text, where all of it is known in this very language."""
        kind = made.kind
        match kind:
            case AnnouncementKind.CLOSING_SOON:
                texts = [self._own(each, language) for each in (CLOSES[made.minutes or 0], CALLED)]
            case _ if kind in OF_THE_HALL:
                texts = [self._own(each, language) for each in OF_THE_HALL[kind]]
            case _:
                below = (self._own(each, language) for each in OF_SERVICES[kind])
                texts = [self._name(made.service, language), *below]
        if all(texts):
            yield texts[0], " ".join(texts[1:])

    def _own(self, text: str, language: Language) -> str:
        of, own = self._texts.parts(language, text)[0]
        return own if of == language else ""

    def _name(self, service: str | None, language: Language) -> str:
        names = self._names(service)
        return self._own(ALL_SERVICES, language) if names is None else names.get(language, "")

    def _names(self, service: str | None) -> Mapping[Language, str] | None:
        """Return a service's names; nothing for all of them."""
        if service is None:
            return None
        found = next((each.name for each in self._pack.services if each.id == service), None)
        if found is None:
            return {}
        return {language: own_text(found, language) for language in LANGUAGES}


def _key(made: messages.Announcement) -> str:
    return f"{made.kind}-{made.service or 'all'}"
