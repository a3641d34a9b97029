"""What stands on a ticket: its lines, in two languages. How it looks is drawn elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum

from kiosk.service_words import THEN, counted, listed
from media.dates import clock_time, short_date
from media.isolation import plain
from media.texts import Texts, msgid
from media.texts.waiting import expected_parts
from media.words import Parts, Words
from wire.appointment_code import LENGTH, is_whole, read, shown
from wire.messages import DECLARED, Expected, Language, TicketSlip

BOX = "☐"
ISSUED_ALONE = msgid("Issued without connection. Your number will be called as usual.")


class Role(StrEnum):
    """What a line of a ticket is."""

    COMMUNE = "commune"
    COPY = "copy"
    """The mark of a ticket that was printed again."""

    OFFICE = "office"
    SERVICE = "service"
    THEN = "then"
    """The services to visit afterwards."""

    NUMBER = "number"
    AHEAD = "ahead"
    """How many people wait before this visitor."""

    WAIT = "wait"
    """How long it may last, where that is known."""

    ALONE = "alone"
    """That it was issued without the hall: nobody knew who was ahead."""

    FOLLOW = "follow"
    """What the code is for."""

    CODE = "code"
    """The letters to be typed at the kiosk, where nothing scans."""

    MOMENT = "moment"
    """When the ticket was issued."""

    BRING = "bring"
    """What the lines below it are: the documents to bring."""

    DOCUMENT = "document"
    """One of them; the box before it is for the visitor's pencil."""


Documents = Callable[[Language], tuple[Parts, ...]]
"""What to bring for a service, a document each, as a reader of the language is told it."""


def no_documents(language: Language) -> tuple[Parts, ...]:
    """Return none: for a service that needs none."""
    del language
    return ()


@dataclass(frozen=True, slots=True)
class Line:
    """A text of the ticket, in its own language."""

    role: Role
    language: Language
    text: str


@dataclass(frozen=True, slots=True)
class Names:
    """Who gives the ticket, and for what."""

    commune: Words
    office: Words
    service: Words
    then: tuple[Words, ...] = ()
    """The services to visit afterwards, in their order."""

    documents: Documents = no_documents


@dataclass(frozen=True, slots=True)
class Slip:
    """A ticket to be drawn: lines from top to bottom, and the address in its code."""

    lines: tuple[Line, ...]
    url: str
    is_starred: bool = False
    """Whether a star says that a priority is noted. Which one is nobody's business."""

    def having(self, role: Role) -> tuple[Line, ...]:
        """Return the lines of a role, the Arabic one first."""
        return tuple(line for line in self.lines if line.role is role)


@dataclass(frozen=True, slots=True)
class _Wording:
    """The languages of one ticket, and how its lines come to stand in them."""

    texts: Texts
    languages: tuple[Language, Language]

    def lines(self, role: Role, parts_in: Callable[[Language], Parts]) -> tuple[Line, ...]:
        """Return what is said in either language; once, where both say it alike."""
        every = dict.fromkeys(part for each in self.languages for part in parts_in(each))
        return tuple(Line(role, *part) for part in every)

    def told(self, role: Role, msgid: str) -> tuple[Line, ...]:
        """Return an interface text in both."""
        return self.lines(role, lambda language: self.texts.parts(language, msgid))


def slip(
    ticket: TicketSlip, names: Names, texts: Texts, zone: tzinfo, *, is_copy: bool = False
) -> Slip:
    """Return what stands on the ticket: Arabic always, and the visitor's language.

    For a visitor who reads Arabic the second language is French. Where Tamazight has no
    confirmed text, French stands in. `zone` is the hall's time zone.
    """
    wording = _Wording(texts, _languages(ticket))
    lines = (
        *wording.lines(Role.COMMUNE, names.commune.parts),
        *(wording.told(Role.COPY, "Copy of the ticket") if is_copy else ()),
        *_visit(wording, ticket, names),
        *_queue(wording, ticket),
        *wording.told(Role.FOLLOW, "Scan the code to follow your ticket"),
        *_code(ticket),
        _moment(ticket, zone),
        *_documents(wording, names),
    )
    return Slip(lines, ticket.url, is_starred=ticket.priority in DECLARED)


def _visit(wording: _Wording, ticket: TicketSlip, names: Names) -> tuple[Line, ...]:
    """Return where the visitor goes, for what, and what afterwards."""
    return (
        *wording.lines(Role.OFFICE, names.office.parts),
        *wording.lines(
            Role.SERVICE, lambda language: counted(names.service.parts(language), ticket.quantity)
        ),
        *wording.lines(Role.THEN, lambda language: _then(names.then, language, wording.texts)),
    )


def _queue(wording: _Wording, ticket: TicketSlip) -> tuple[Line, ...]:
    """Return the number, and how the visitor stands in the queue."""
    number, texts = Line(Role.NUMBER, "en", ticket.ticket), wording.texts
    wait = wording.lines(Role.WAIT, lambda language: _wait(ticket.wait, language, texts))
    if ticket.is_alone:
        return (number, *wait, *wording.told(Role.ALONE, ISSUED_ALONE))
    ahead = wording.lines(Role.AHEAD, lambda language: _ahead(ticket.ahead, language, texts))
    return (number, *ahead, *wait)


def _languages(ticket: TicketSlip) -> tuple[Language, Language]:
    return "ar", "fr" if ticket.language == "ar" else ticket.language


def _ahead(count: int, language: Language, texts: Texts) -> Parts:
    if not count:
        return texts.parts(language, "Nobody is ahead of you")
    return texts.plural_parts(language, "{n} person ahead of you", "{n} people ahead of you", count)


def _then(services: tuple[Words, ...], language: Language, texts: Texts) -> Parts:
    """Return them without isolates, which paper does not tear apart: names may be long."""
    told = listed(texts, language, THEN, services) if services else ()
    return tuple((each, plain(text)) for each, text in told)


def _wait(wait: Expected | None, language: Language, texts: Texts) -> Parts:
    return () if wait is None else expected_parts(texts, language, wait)


def _code(ticket: TicketSlip) -> tuple[Line, ...]:
    """Return the last letters of what the QR holds, which a kiosk's keys have."""
    letters = read(ticket.url)[-LENGTH:]
    return (Line(Role.CODE, "en", shown(letters)),) if is_whole(letters) else ()


def _documents(wording: _Wording, names: Names) -> tuple[Line, ...]:
    """Return the documents in both languages; once, where one has none of its own."""
    every = (_documents_in(language, names, wording.texts) for language in wording.languages)
    return tuple(dict.fromkeys(line for lines in every for line in lines))


def _documents_in(language: Language, names: Names, texts: Texts) -> tuple[Line, ...]:
    """Return the documents under their title."""
    documents = names.documents(language)
    if not documents:
        return ()
    title = texts.parts(language, "Documents to bring")
    boxed = ((each, f"{BOX} {text}") for piece in documents for each, text in piece)
    return (
        *(Line(Role.BRING, *part) for part in title),
        *(Line(Role.DOCUMENT, *part) for part in boxed),
    )


def _moment(ticket: TicketSlip, zone: tzinfo) -> Line:
    """Return the day and the hour as Morocco writes them, the same in its four languages."""
    local = ticket.issued_at.astimezone(zone)
    return Line(Role.MOMENT, "fr", f"{short_date(local)} · {clock_time(local)}")
