"""What a procedure's sheet holds: all that law 55-19, article 6, wants published.

What no source tells is left out, and the sheet says that it is not confirmed.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, NonNegativeInt, PositiveInt

from media.pack.kinds import Duration, Id, PictogramName, days_in
from media.words import Words

FORBIDDEN_FORMS = frozenset({"legalised", "legalized", "certified", "certified_copy"})


class Status(StrEnum):
    """How sure a procedure's sheet is."""

    VERIFIED = "verified"
    PARTLY = "partly"
    UNVERIFIED = "unverified"


class Form(StrEnum):
    """What is done with a document."""

    ORIGINAL = "original"
    """It is handed over, and stays with the file."""

    COPY = "copy"
    """A plain copy: the law knows no other (law 55-19, art. 7)."""

    SHOWN = "shown"
    """It is looked at and given back."""


def _lawful(form: object) -> object:
    if isinstance(form, str) and form.lower() in FORBIDDEN_FORMS:
        raise ValueError(
            f'"{form}" may not be asked for: the law forbids legalised signatures and certified '
            "copies (law 55-19, art. 7)"
        )
    return form


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A document of the shared catalogue: whatever procedures ask for it, it is the same one."""

    id: Id
    name: Words
    pictogram: PictogramName = "document"
    issuer: Words | None = None
    """Who gives it, where that is known."""

    procedure: Id | None = None
    """The procedure of this pack by which it is had."""

    is_held: bool = False
    """Whether the commune keeps it itself: then nobody may be asked for it (law 55-19, art. 7)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A document as one sheet asks for it."""

    document: Id
    or_else: tuple[Id, ...] = ()
    """Documents of which one is as good."""

    form: Annotated[Form | None, BeforeValidator(_lawful)] = None
    """Nothing where no source tells it."""

    count: PositiveInt = 1
    condition: Words | None = None
    """When it is asked for; nothing when it always is."""

    issuer: Words | None = None
    """Who gives it, where the catalogue does not say so of all."""

    name: Words | None = None
    """What this sheet calls it: whose it is, say."""

    @property
    def documents(self) -> tuple[Id, ...]:
        """The documents of which one is enough."""
        return (self.document, *self.or_else)


class FeeKind(StrEnum):
    """What a fee is, in law."""

    STAMP = "stamp"
    TAX = "tax"
    CHARGE = "charge"
    """The price of what is done or handed over."""


@dataclass(frozen=True, slots=True)
class Fee:
    """What is to be paid. Amounts are in dirhams (MAD)."""

    text: Words
    """As visitors read it, with its amounts."""

    kind: FeeKind
    amount: Decimal | None = None
    """The least; nothing where it is no sum: a share of receipts, or what a fiscal order sets."""

    most: Decimal | None = None
    """Where it is a range."""

    paid_at: Id | None = None
    """The office that takes the money."""

    law: Id | None = None
    """The legal text that sets it."""


@dataclass(frozen=True, slots=True)
class Delay:
    """Within how long something is done."""

    within: Duration
    is_working_days: bool = False

    @property
    def days(self) -> float:
        """How many days of the calendar that is; five working days are a week."""
        days = days_in(self.within)
        return days * 7 / 5 if self.is_working_days else days


class Effect(StrEnum):
    """What it means when the administration does not answer."""

    ACCEPTANCE = "acceptance"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Silence:
    """What holds when there is no answer (law 55-19, art. 19)."""

    effect: Effect
    after: Duration | None = None
    law: Id | None = None


@dataclass(frozen=True, slots=True)
class Appeal:
    """A way to contest a decision, or its absence."""

    to: Words | None = None
    within: Delay | None = None
    answered_within: Delay | None = None
    law: Id | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the visitor does, in the order of the list."""

    text: Words
    office: Id | None = None
    minutes: NonNegativeInt | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A state of the sheet, and what was changed with it."""

    number: PositiveInt
    since: date
    changes: Words


@dataclass(frozen=True, slots=True)
class Keywords:
    """What visitors may call a procedure, beside its name: for the search."""

    ar: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    zgh: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """What happens in a life and leads to procedures."""

    id: Id
    name: Words
    pictogram: PictogramName


@dataclass(frozen=True, slots=True)
class Law:
    """A legal text on which sheets rest."""

    id: Id
    name: Words
    url: str = ""


Part = Literal["documents", "forms", "fees", "delay", "silence", "appeals", "offices"]
"""What of a sheet may be in doubt."""


@dataclass(frozen=True, slots=True)
class Procedure:
    """The legal sheet of what a visitor wants: no document beyond it may be asked (art. 3)."""

    id: Id
    name: Words
    owner: Id
    """The office that answers for the sheet."""

    delay: Words
    """As visitors read it: when they get it, or until when they must come."""

    basis: Words
    """The laws and decrees that it rests on, as visitors read them."""

    status: Status
    checked: date
    """When somebody last compared the sheet with its sources."""

    versions: tuple[Version, ...]
    pictogram: PictogramName = "document"
    review_by: date | None = None
    deposit: Id | None = None
    """The office where the file is left; `processing` decides, `delivery` hands the paper over."""

    processing: Id | None = None
    delivery: Id | None = None
    documents: tuple[Piece, ...] = ()
    conditions: tuple[Words, ...] = ()
    fees: tuple[Fee, ...] = ()
    is_free: bool = False
    legal_delay: Delay | None = None
    """The longest that the law lets the administration take."""

    usual_delay: Delay | None = None
    silence: Silence | None = None
    appeals: tuple[Appeal, ...] = ()
    steps: tuple[Step, ...] = ()
    output: Words | None = None
    """What is handed over in the end."""

    validity: Duration | None = None
    """For how long that holds."""

    online: str = ""
    """The address at which it can be asked for without coming."""

    laws: tuple[Id, ...] = ()
    life_events: tuple[Id, ...] = ()
    keywords: Keywords = Keywords()
    sources: tuple[str, ...] = ()
    notes: tuple[Words, ...] = ()
    """Practical advice for the visitor."""

    unconfirmed: tuple[Part, ...] = ()
    """What the sheet tells and no source confirms; what it does not tell counts by itself."""

    @property
    def doubts(self) -> tuple[Part, ...]:
        """What nobody has confirmed: what is told in doubt, and what is not told at all."""
        untold: tuple[tuple[Part, bool], ...] = (
            ("documents", False),
            ("forms", any(piece.form is None for piece in self.documents)),
            ("fees", not self.fees and not self.is_free),
            ("delay", self.legal_delay is None),
            ("silence", self.silence is None),
            ("appeals", not any(appeal.to for appeal in self.appeals)),
            ("offices", self.deposit is None),
        )
        return tuple(part for part, is_untold in untold if is_untold or part in self.unconfirmed)
