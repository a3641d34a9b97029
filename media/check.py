"""What an editor should still see to in a pack and in the interface's texts.

What makes a pack unusable is refused when it is loaded; this tells the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Message

from media.pack import Pack, Procedure, Status
from media.pack.walking import all_words
from media.texts.catalogue import LOCALE, po_path, read_catalogue, translated
from media.words import Confidence, Words
from wire.messages import LANGUAGES, Language

_CHECKED_EVERY = timedelta(days=365)
"""A year: procedures change with the finance law and the commune's fiscal order."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to see to, and where it is."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


def check_pack(pack: Pack, today: date) -> tuple[Finding, ...]:
    """Return what is missing, unsure or old; its places are those of `all_words`."""
    return (
        *_unreachable(pack),
        *_unsure_sheets(pack, today),
        *_old_notices(pack, today),
        *_wrong_days(pack, today),
        *(finding for place, words in all_words(pack) for finding in _unfinished(place, words)),
    )


def check_catalogues(folder: Path = LOCALE) -> tuple[Finding, ...]:
    """Return what is missing or wrong in the interface's texts; its places are files and lines."""
    return tuple(_wrong_entries(folder))


def _unreachable(pack: Pack) -> Iterator[Finding]:
    given = {service for counter in pack.hall.counters for service in counter.services}
    for service in pack.services:
        if service.id not in given:
            yield Finding(f"services.{service.id}", "no counter gives it")
    for procedure in pack.procedures:
        is_found = procedure.life_events or pack.services_by(procedure.id)
        if not is_found:
            yield Finding(f"procedures.{procedure.id}", "no service and no life event leads to it")
    yield from _unused(pack)


def _unused(pack: Pack) -> Iterator[Finding]:
    asked = {
        each for sheet in pack.procedures for piece in sheet.documents for each in piece.documents
    }
    for document in pack.documents:
        if document.id not in asked and not document.is_held:
            yield Finding(f"documents.{document.id}", "no procedure asks for it")
    for event in pack.life_events:
        if not pack.procedures_at(event.id):
            yield Finding(f"life_events.{event.id}", "no procedure belongs to it")


def _unsure_sheets(pack: Pack, today: date) -> Iterator[Finding]:
    for procedure in pack.procedures:
        place = f"procedures.{procedure.id}"
        match procedure.status:
            case Status.UNVERIFIED:
                yield Finding(place, "no source confirms it")
            case Status.PARTLY:
                yield Finding(place, "its sources confirm only a part of it")
        if today - procedure.checked > _CHECKED_EVERY:
            yield Finding(place, f"was last checked on {procedure.checked}, over a year ago")
        if procedure.review_by is not None and procedure.review_by < today:
            yield Finding(place, f"should have been looked at again by {procedure.review_by}")
        yield from _unsure_fees(procedure)


def _unsure_fees(procedure: Procedure) -> Iterator[Finding]:
    for number, fee in enumerate(procedure.fees, 1):
        if fee.law is None:
            yield Finding(f"procedures.{procedure.id}.fees[{number}]", "names no law that sets it")


def _old_notices(pack: Pack, today: date) -> Iterator[Finding]:
    for notice in pack.notices:
        if notice.until is not None and notice.until < today:
            yield Finding(f"notices.{notice.id}", f"has been over since {notice.until}")


def _wrong_days(pack: Pack, today: date) -> Iterator[Finding]:
    for decision in pack.council.decisions:
        if decision.taken > today:
            place = f"council.decisions.{decision.id}"
            yield Finding(place, f"was taken on {decision.taken}, a day that is still to come")


def _unfinished(place: str, words: Words) -> Iterator[Finding]:
    if not words.en:
        yield Finding(place, "has no English text")
    if words.zgh and not _is_tifinagh(words.zgh):
        yield Finding(place, "its Tamazight is not all in Tifinagh")
    if words.zgh and not words.zgh_source and words.zgh_confidence is not Confidence.LOW:
        yield Finding(place, "its Tamazight is called sure and names no source")


def _is_tifinagh(text: str) -> bool:
    return all("\u2d30" <= letter <= "\u2d7f" for letter in text if letter.isalpha())


def _wrong_entries(folder: Path) -> Iterator[Finding]:
    catalogues = {language: read_catalogue(language, folder) for language in LANGUAGES}
    known = {_english(message) for each in catalogues.values() for message in each if message.id}
    for language, catalogue in catalogues.items():
        for english in sorted(known):
            message = catalogue.get(english)
            path = po_path(language, folder)
            if message is None:
                yield Finding(str(path), f'has no entry "{english}"')
                continue
            place = f"{path}, line {message.lineno}"
            yield from (Finding(place, text) for text in _faults(language, message))


def _faults(language: Language, message: Message) -> Iterator[str]:
    english = _english(message)
    forms = translated(message)
    if language != "zgh" and not all(forms):
        yield f'"{english}" is not translated'
    known = set[str]().union(*map(_places, _wordings(message)))
    for form in filter(None, forms):
        if strange := _places(form) - known:
            yield f'"{form}" has the unknown place {{{", ".join(sorted(strange))}}}'
        if not message.pluralizable and _places(english) - _places(form):
            yield f'"{form}" has not all the places of "{english}"'


def _english(message: Message) -> str:
    return _wordings(message)[0]


def _wordings(message: Message) -> tuple[str, ...]:
    """Return the English of the text: of a plural both, of which the singular may lack `{n}`."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
