"""What law 55-19 forbids a procedure's sheet to ask or to leave out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from media.faults.numbers import numbers_in
from media.pack.model import Office
from media.pack.procedures import Delay, DocumentType, Fee, Procedure
from media.toml import Problem, TomlFile
from media.toml_lines import Path

LONGEST = 60
"""Days within which an administration answers (law 55-19, art. 16)."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What sheets refer to, by its id; empty where its file could not be read."""

    offices: Mapping[str, Office] | None
    documents: Mapping[str, DocumentType]

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Catalogue":
        """Return it from what the pack's files hold, by their names."""
        offices, documents = values.get("offices.toml"), values.get("documents.toml")
        return cls(
            None if offices is None else {each.id: each for each in offices.offices},
            {} if documents is None else {each.id: each for each in documents.documents},
        )


def unlawful(sheet: Procedure, catalogue: Catalogue, file: TomlFile) -> Iterator[Problem]:
    """Tell what the law forbids the sheet, and what it wants and the sheet has not."""
    yield from _copies(sheet, file)
    yield from _fees(sheet, file)
    yield from _delays(sheet, file)
    yield from _offices(sheet, catalogue, file)
    yield from _review(sheet, file)


def held_documents(sheet: Procedure, catalogue: Catalogue, file: TomlFile) -> Iterator[Problem]:
    """Tell which documents the commune asks for though it keeps them itself."""
    for index, piece in enumerate(sheet.documents):
        for document in piece.documents:
            known = catalogue.documents.get(document)
            if known is not None and known.is_held:
                text = (
                    f'the commune keeps "{document}" itself: it may not ask for it '
                    "(law 55-19, art. 7)"
                )
                yield file.problem(text, "documents", index)


def _copies(sheet: Procedure, file: TomlFile) -> Iterator[Problem]:
    for index, piece in enumerate(sheet.documents):
        if piece.count > 1:
            text = f"no more than one copy may be asked for, not {piece.count} (law 55-19, art. 7)"
            yield file.problem(text, "documents", index, "count")


def _fees(sheet: Procedure, file: TomlFile) -> Iterator[Problem]:
    if sheet.fees and sheet.is_free:
        yield file.problem("it is called free, and there are fees", "is_free")
    if not sheet.fees and not sheet.is_free:
        text = "are missing: write each fee, or is_free = true (law 55-19, art. 6)"
        yield file.problem(text, "fees")
    for index, fee in enumerate(sheet.fees):
        yield from _fee(fee, ("fees", index), file)


def _fee(fee: Fee, field: Path, file: TomlFile) -> Iterator[Problem]:
    if fee.amount is None and fee.law is None:
        text = "tells neither its amount nor the law that sets it (law 55-19, art. 6)"
        yield file.problem(text, *field)
    if fee.amount is not None and fee.most is not None and fee.most <= fee.amount:
        text = f"must be more than the least, {fee.amount}, not {fee.most}"
        yield file.problem(text, *field, "most")
    for name in ("amount", "most"):
        amount = getattr(fee, name)
        if amount is None:
            continue
        for language, wording in (("Arabic", fee.text.ar), ("French", fee.text.fr)):
            if not numbers_in(wording).may_tell(amount):
                text = f'the {language} text does not tell this amount: "{wording}"'
                yield file.problem(text, *field, name)


def _delays(sheet: Procedure, file: TomlFile) -> Iterator[Problem]:
    for name in ("legal_delay", "usual_delay"):
        delay = getattr(sheet, name)
        if delay is not None:
            yield from _too_long(delay, (name, "within"), file)
    if sheet.silence is not None and sheet.silence.after is not None:
        yield from _too_long(Delay(sheet.silence.after), ("silence", "after"), file)
    legal, usual = sheet.legal_delay, sheet.usual_delay
    if legal is not None and usual is not None and usual.days > legal.days:
        yield file.problem("is longer than the legal one", "usual_delay", "within")


def _too_long(delay: Delay, field: Path, file: TomlFile) -> Iterator[Problem]:
    if delay.days > LONGEST:
        text = (
            f"{delay.within} is {delay.days:g} days, more than the {LONGEST} "
            "that the law allows (law 55-19, art. 16)"
        )
        yield file.problem(text, *field)


def _offices(sheet: Procedure, catalogue: Catalogue, file: TomlFile) -> Iterator[Problem]:
    if sheet.deposit is None:
        text = "is missing: name the office where the file is left (law 55-19, art. 6)"
        yield file.problem(text, "deposit")
        return
    if catalogue.offices is None:
        return
    office = catalogue.offices.get(sheet.deposit)
    if office is not None and not (office.is_in_hall or office.hours):
        text = f'the office "{office.id}" has no hours: nobody knows when to come'
        yield file.problem(text, "deposit")


def _review(sheet: Procedure, file: TomlFile) -> Iterator[Problem]:
    if sheet.review_by is None:
        text = "is missing: write the day by which the sheet is looked at again"
        yield file.problem(text, "review_by")
    elif sheet.review_by <= sheet.checked:
        yield file.problem(f"must be after the last check, {sheet.checked}", "review_by")
    elif sheet.review_by > _a_year_after(sheet.checked):
        text = f"must be within 12 months of the last check, {sheet.checked}"
        yield file.problem(text, "review_by")


def _a_year_after(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
