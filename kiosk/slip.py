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


def slip(
    ticket: TicketSlip, names: Names, texts: Texts, zone: tzinfo, *, is_copy: bool = False
) -> Slip:
    """Return what stands on the ticket: Arabic always, and the visitor's language.

    For a visitor who reads Arabic the second language is French. Where Tamazight has no
    confirmed text, French stands in. `zone` is the hall's time zone.
    """
    languages = _languages(ticket)

    def lines(role: Role, *wordings: Parts) -> tuple[Line, ...]:
        parts = dict.fromkeys(part for wording in wordings for part in wording)
        return tuple(Line(role, *part) for part in parts)

    def named(role: Role, words: Words) -> tuple[Line, ...]:
        return lines(role, *(words.parts(language) for language in languages))

    def told(role: Role, msgid: str) -> tuple[Line, ...]:
        return lines(role, *(texts.parts(language, msgid) for language in languages))

    ahead = () if ticket.is_alone else (_ahead(ticket.ahead, each, texts) for each in languages)
    service = (counted(names.service.parts(each), ticket.quantity) for each in languages)
    then = (_then(names.then, language, texts) for language in languages)
    wait = (_wait(ticket.wait, language, texts) for language in languages)
    return Slip(
        lines=(
            *named(Role.COMMUNE, names.commune),
            *(told(Role.COPY, "Copy of the ticket") if is_copy else ()),
            *named(Role.OFFICE, names.office),
            *lines(Role.SERVICE, *service),
            *lines(Role.THEN, *then),
            Line(Role.NUMBER, "en", ticket.ticket),
            *lines(Role.AHEAD, *ahead),
            *lines(Role.WAIT, *wait),
            *(told(Role.ALONE, ISSUED_ALONE) if ticket.is_alone else ()),
            *told(Role.FOLLOW, "Scan the code to follow your ticket"),
            *_code(ticket),
            _moment(ticket, zone),
            *dict.fromkeys(
                each for language in languages for each in _documents(names, language, texts)
            ),
        ),
        url=ticket.url,
        is_starred=ticket.priority in DECLARED,
    )


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


def _documents(names: Names, language: Language, texts: Texts) -> tuple[Line, ...]:
    """Return the documents under their title; once, where a language has none of its own."""
    documents = names.documents(language)
    if not documents:
        return ()
    title = texts.parts(language, "Documents to bring")
    return (
        *(Line(Role.BRING, *part) for part in title),
        *(
            Line(Role.DOCUMENT, each, f"{BOX} {text}")
            for piece in documents
            for each, text in piece
        ),
    )


def _moment(ticket: TicketSlip, zone: tzinfo) -> Line:
    """Return the day and the hour as Morocco writes them, the same in its four languages."""
    local = ticket.issued_at.astimezone(zone)
    return Line(Role.MOMENT, "fr", f"{short_date(local)} · {clock_time(local)}")
