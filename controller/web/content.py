"""The texts, the commune's names and the procedures' sheets, as the pages need them."""

import re
from dataclasses import dataclass

from controller.telling import Names
from controller.web.wording import Counting, Wording
from media.pack import ComplaintSubject, Office, Status
from media.sheets import SheetWords
from media.texts.reason_codes import REASONS
from media.words import Parts
from wire.messages import Language

LARGEST_NUMBER = 120
"""Up to which a page's sentences agree: no hall has as many screens."""

PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the law asks of a service's visitor, in one language."""

    name: Parts
    documents: tuple[Parts, ...]
    conditions: tuple[Parts, ...]
    fee: Parts
    delay: Parts
    basis: Parts
    notes: tuple[Parts, ...]
    is_verified: bool
    """Whether the sheet's sources confirm all of it."""


class Content(Names):
    """The names and sentences, and what only pages need besides."""

    @property
    def is_demonstration(self) -> bool:
        """Whether the commune is an example that does not exist."""
        return self._pack.commune.is_demonstration

    @property
    def phone(self) -> str:
        """The commune's telephone number; empty when the pack gives none."""
        return self._pack.commune.phone

    @property
    def offices(self) -> tuple[Office, ...]:
        """The offices of the commune's directory."""
        return self._pack.offices

    def office(self, office: str, language: Language) -> Parts:
        """Return an office's name; its id when the pack no longer has it."""
        known = (each.name for each in self._pack.offices if each.id == office)
        name = next(known, None)
        return ((language, office),) if name is None else name.parts(language)

    @property
    def complaint_subjects(self) -> tuple[ComplaintSubject, ...]:
        """What visitors may complain of."""
        return self._pack.complaints.subjects

    def complaint_subject(self, subject: str, language: Language) -> Parts:
        """Return what a subject is called; its id when the pack no longer has it."""
        name = self._pack.complaints.name_of(subject)
        return ((language, subject),) if name is None else name.parts(language)

    def sheet(self, service: str, language: Language) -> Sheet | None:
        """Return what a service asks for; nothing when the pack no longer has it."""
        known = self._services.get(service)
        if known is None:
            return None
        procedure = self._pack.procedure(known.procedure)
        told = SheetWords(self.texts, self._pack)
        return Sheet(
            name=procedure.name.parts(language),
            documents=tuple(told.piece(language, each) for each in procedure.documents),
            conditions=tuple(each.parts(language) for each in procedure.conditions),
            fee=told.fee(language, procedure),
            delay=procedure.delay.parts(language),
            basis=procedure.basis.parts(language),
            notes=tuple(each.parts(language) for each in procedure.notes),
            is_verified=procedure.status is Status.VERIFIED,
        )

    def sheets(self, language: Language) -> dict[str, Sheet | None]:
        """Return every service's sheet, by the service's id."""
        return {service: self.sheet(service, language) for service in self._services}

    def for_script(self, language: Language, wording: Wording) -> dict[str, object]:
        """Return what a page's script needs: sentences, names of services, counters."""
        return {
            "language": language,
            "texts": {name: self._template(language, text) for name, text in wording.items()},
            "services": {each.id: each.name.parts(language) for each in self._pack.services},
            "counters": {each.number: each.services for each in self._pack.hall.counters},
            "accessible": [each.number for each in self._pack.hall.counters if each.is_accessible],
        }

    def reasons(self, language: Language) -> dict[str, Parts]:
        """Return for a page's script what the proposed reasons are called, by their codes."""
        return {code: self.texts.parts(language, text) for code, text in REASONS.items()}

    def counting(self, language: Language, sentences: Counting) -> dict[str, object]:
        """Return for a page's script what agrees with a number: see `js/page.js`."""
        return {name: self._counted(language, *both) for name, both in sentences.items()}

    def _counted(self, language: Language, singular: str, plural: str) -> list[dict[str, object]]:
        places = PLACEHOLDER.findall(plural)
        numbers = (
            self.texts.plural_templates(language, singular, plural, n, places)
            for n in range(LARGEST_NUMBER + 1)
        )
        return [_forms(parts) for parts in zip(*numbers, strict=True)]

    def _template(self, language: Language, text: str) -> Parts:
        # The script fills the values in: each `{name}` stays, between its isolates.
        names = {name: f"{{{name}}}" for name in PLACEHOLDER.findall(text)}
        return self.texts.parts(language, text, **names)


def _forms(agreeing: Parts) -> dict[str, object]:
    """Return a language's few different texts, and which of them agrees with each number."""
    forms = list(dict.fromkeys(text for _, text in agreeing))
    which = [forms.index(text) for _, text in agreeing]
    return {"language": agreeing[0][0], "forms": forms, "which": which}
