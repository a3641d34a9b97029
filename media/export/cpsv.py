"""The sheets as linked data: CPSV-AP 3.2.0, the EU's vocabulary of public services (SEMIC, 2024).

What the vocabulary has no class for is told as it advises: the effect of silence and the appeals
are rules (`cpsv:Rule`), a document as a sheet asks for it is an `Evidence`, its type from the
shared catalogue an `EvidenceType`.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from media.export.naming import OWN, Address, Node, in_languages
from media.export.offices import channel, office_nodes
from media.pack import Pack, Piece, Procedure
from media.pack.procedures import Appeal, Fee, Silence
from media.sheets import SheetWords
from media.sheets.languages import in_all_languages
from media.texts import Texts

CONTEXT = Path(__file__).parent / "cpsv_context.json"
DIRHAM = "http://publications.europa.eu/resource/authority/currency/MAD"
TONGUES = ("ARA", "FRA", "ENG")
TONGUE = "http://publications.europa.eu/resource/authority/language/"


def cpsv_graph(pack: Pack, texts: Texts, base: str = OWN) -> Node:
    """Return all sheets of the pack as one JSON-LD document, with its context in it.

    `base` stands before every identifier: an address of the commune's, ending in `/`.
    """
    context = json.loads(CONTEXT.read_text(encoding="utf-8"))
    graph = [*_Export(pack, texts, Address(base)).nodes()]
    return {"@context": context, "@graph": graph}


class _Export:
    """Makes the nodes of one pack."""

    def __init__(self, pack: Pack, texts: Texts, address: Address) -> None:
        self._pack, self._texts, self._address = pack, texts, address
        self._words = SheetWords(texts, pack)

    def nodes(self) -> Iterator[Node]:
        """Yield every thing once, what others refer to first."""
        yield from office_nodes(self._pack, self._texts, self._address)
        yield from self._catalogue()
        for procedure in self._pack.procedures:
            yield self._service(procedure)
            yield from self._parts(procedure)

    def _catalogue(self) -> Iterator[Node]:
        for document in self._pack.documents:
            yield {
                "id": self._address.of("document", document.id),
                "type": "EvidenceType",
                "identifier": document.id,
                "name": in_languages(document.name),
            }
        for law in self._pack.laws:
            page = {"relatedDocumentation": law.url} if law.url else {}
            node = self._address.of("law", law.id)
            named = {"identifier": law.id, "name": in_languages(law.name)}
            yield {"id": node, "type": "LegalResource", **named, **page}
        for event in self._pack.life_events:
            yield {
                "id": self._address.of("life-event", event.id),
                "type": "LifeEvent",
                "identifier": event.id,
                "name": in_languages(event.name),
            }

    def _service(self, sheet: Procedure) -> Node:
        of = self._address.of
        node: Node = {
            "id": of("procedure", sheet.id),
            "type": "PublicService",
            "identifier": sheet.id,
            "name": in_languages(sheet.name),
            "description": in_languages(sheet.delay),
            "keyword": {each: list(getattr(sheet.keywords, each)) for each in ("ar", "fr", "en")},
            "language": [TONGUE + each for each in TONGUES],
            "status": of("status", sheet.status.value),
            "modified": sheet.checked.isoformat(),
            "hasCompetentAuthority": self._authority(sheet),
            "contactPoint": of("contact", sheet.deposit or sheet.owner),
            "hasLegalResource": [of("law", each) for each in _laws(sheet)],
            "isGroupedBy": [of("life-event", each) for each in sheet.life_events],
            "requires": self._required(sheet),
        }
        return node | self._links(sheet) | _duration(sheet)

    def _authority(self, sheet: Procedure) -> str:
        office = self._pack.office(sheet.processing or sheet.deposit or sheet.owner)
        if office.is_communal:
            return self._address.of("organisation", "commune")
        return self._address.of("organisation", office.id)

    def _required(self, sheet: Procedure) -> list[str]:
        """Return the procedures by which this one's documents are had."""
        types = (self._pack.document(each) for p in sheet.documents for each in p.documents)
        wanted = dict.fromkeys(each.procedure for each in types if each.procedure)
        return [self._address.of("procedure", each) for each in wanted if each != sheet.id]

    def _links(self, sheet: Procedure) -> Node:
        of = self._address.of
        types = dict.fromkeys(each for piece in sheet.documents for each in piece.documents)
        costs = range(1, max(1, len(sheet.fees)) + 1)
        return {
            "hasInputType": [of("document", each) for each in types],
            "hasInput": [of("evidence", sheet.id, n) for n, _ in enumerate(sheet.documents, 1)],
            "hasCost": [of("cost", sheet.id, n) for n in costs],
            "holdsRequirement": [
                of("requirement", sheet.id, n) for n, _ in enumerate(sheet.conditions, 1)
            ],
            "follows": [each["id"] for each in self._rules(sheet)],
            "hasChannel": [each["id"] for each in self._channels(sheet)],
            "produces": [] if sheet.output is None else [of("output", sheet.id)],
        }

    def _parts(self, sheet: Procedure) -> Iterator[Node]:
        for number, piece in enumerate(sheet.documents, 1):
            yield self._evidence(sheet, number, piece)
        yield from self._costs(sheet)
        for number, condition in enumerate(sheet.conditions, 1):
            yield {
                "id": self._address.of("requirement", sheet.id, number),
                "type": "Requirement",
                "identifier": f"{sheet.id}-requirement-{number}",
                "name": in_languages(condition),
            }
        yield from self._rules(sheet)
        yield from self._channels(sheet)
        if sheet.output is not None:
            yield {
                "id": self._address.of("output", sheet.id),
                "type": "Output",
                "identifier": f"{sheet.id}-output",
                "name": in_languages(sheet.output),
            }

    def _evidence(self, sheet: Procedure, number: int, piece: Piece) -> Node:
        told = in_all_languages(lambda language: self._words.piece(language, piece))
        form = {} if piece.form is None else {"kind": self._address.of("form", piece.form.value)}
        return {
            "id": self._address.of("evidence", sheet.id, number),
            "type": "Evidence",
            "identifier": f"{sheet.id}-document-{number}",
            "name": in_languages(self._words.name(piece)),
            "description": told,
            "evidenceOf": [self._address.of("document", each) for each in piece.documents],
            **form,
        }

    def _costs(self, sheet: Procedure) -> Iterator[Node]:
        if not sheet.fees:
            told = in_all_languages(lambda language: self._words.fee(language, sheet))
            yield self._cost(sheet, 1) | {"hasValue": 0.0, "description": told}
        for number, fee in enumerate(sheet.fees, 1):
            yield self._cost(sheet, number) | self._fee(fee)

    def _cost(self, sheet: Procedure, number: int) -> Node:
        return {
            "id": self._address.of("cost", sheet.id, number),
            "type": "Cost",
            "identifier": f"{sheet.id}-cost-{number}",
            "currency": DIRHAM,
        }

    def _fee(self, fee: Fee) -> Node:
        value = {} if fee.amount is None else {"hasValue": float(fee.amount)}
        kind = self._address.of("fee", fee.kind.value)
        return {"description": in_languages(fee.text), "kind": kind, **value}

    def _rules(self, sheet: Procedure) -> list[Node]:
        silence = [] if sheet.silence is None else [self._silence(sheet, sheet.silence)]
        appeals = [self._appeal(sheet, n, each) for n, each in enumerate(sheet.appeals, 1)]
        return [*silence, *appeals]

    def _silence(self, sheet: Procedure, silence: Silence) -> Node:
        told = in_all_languages(lambda language: self._words.silence(language, sheet))
        node = self._rule(sheet, "silence", silence.law)
        return node | {"kind": self._address.of("silence", silence.effect), "description": told}

    def _appeal(self, sheet: Procedure, number: int, appeal: Appeal) -> Node:
        told = in_all_languages(lambda language: self._words.appeal(language, appeal))
        node = self._rule(sheet, f"appeal-{number}", appeal.law)
        return node | {"kind": self._address.of("rule", "appeal"), "description": told}

    def _rule(self, sheet: Procedure, name: str, law: str | None) -> Node:
        basis = {} if law is None else {"implements": self._address.of("law", law)}
        label = in_languages(sheet.name)
        return {
            "id": self._address.of("rule", sheet.id, name),
            "type": "Rule",
            "identifier": f"{sheet.id}-{name}",
            "name": label,
            **basis,
        }

    def _channels(self, sheet: Procedure) -> list[Node]:
        return [*channel(sheet, self._address)]


def _laws(sheet: Procedure) -> tuple[str, ...]:
    """Return the legal texts of the sheet, and of its fees."""
    fees = (fee.law for fee in sheet.fees if fee.law is not None)
    return tuple(dict.fromkeys((*sheet.laws, *fees)))


def _duration(sheet: Procedure) -> Node:
    """Return how long it takes as a rule, or at most, where that is a duration of the calendar."""
    delay = sheet.usual_delay or sheet.legal_delay
    is_told = delay is not None and not delay.is_working_days
    return {"processingTime": delay.within} if delay is not None and is_told else {}
