"""What a procedure's sheet refers to in the pack's other files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from media.pack.model import Pack
from media.pack.procedures import Procedure
from media.toml_lines import Path

Kind = Literal["office", "document", "law", "life event"]
Reference = tuple[Kind, str, Path]
"""What is referred to, its id, and the field that does."""


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of all that a sheet may refer to."""

    offices: tuple[str, ...]
    documents: tuple[str, ...]
    laws: tuple[str, ...]
    life_events: tuple[str, ...]

    @classmethod
    def of(cls, pack: Pack) -> "Known":
        """Return what the pack has."""
        return cls(
            tuple(each.id for each in pack.offices),
            tuple(each.id for each in pack.documents),
            tuple(each.id for each in pack.laws),
            tuple(each.id for each in pack.life_events),
        )

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids of a kind."""
        match kind:
            case "office":
                return self.offices
            case "document":
                return self.documents
            case "law":
                return self.laws
            case "life event":
                return self.life_events


def references_of(procedure: Procedure) -> Iterator[Reference]:
    """Yield all that the sheet refers to."""
    yield from _offices(procedure)
    yield from _documents(procedure)
    yield from _laws(procedure)
    for index, event in enumerate(procedure.life_events):
        yield "life event", event, ("life_events", index)


def _offices(procedure: Procedure) -> Iterator[Reference]:
    for field in ("owner", "deposit", "processing", "delivery"):
        if (office := getattr(procedure, field)) is not None:
            yield "office", office, (field,)
    for index, fee in enumerate(procedure.fees):
        if fee.paid_at is not None:
            yield "office", fee.paid_at, ("fees", index, "paid_at")
    for index, step in enumerate(procedure.steps):
        if step.office is not None:
            yield "office", step.office, ("steps", index, "office")


def _documents(procedure: Procedure) -> Iterator[Reference]:
    for index, piece in enumerate(procedure.documents):
        yield "document", piece.document, ("documents", index, "document")
        for place, document in enumerate(piece.or_else):
            yield "document", document, ("documents", index, "or_else", place)


def _laws(procedure: Procedure) -> Iterator[Reference]:
    for index, law in enumerate(procedure.laws):
        yield "law", law, ("laws", index)
    for index, fee in enumerate(procedure.fees):
        if fee.law is not None:
            yield "law", fee.law, ("fees", index, "law")
    for index, appeal in enumerate(procedure.appeals):
        if appeal.law is not None:
            yield "law", appeal.law, ("appeals", index, "law")
    if procedure.silence is not None and procedure.silence.law is not None:
        yield "law", procedure.silence.law, ("silence", "law")
