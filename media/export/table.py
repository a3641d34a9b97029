"""The sheets as a table, one line each, for a spreadsheet."""

import csv
from collections.abc import Callable, Mapping
from io import StringIO
from types import MappingProxyType

from media.isolation import plain
from media.pack import Pack, Procedure
from media.sheets import SheetWords
from media.texts import Texts
from media.words import Parts
from wire.messages import Language

LANGUAGES: tuple[Language, ...] = ("ar", "fr", "en")
Told = Callable[[SheetWords, Language, Procedure], Parts]

COLUMNS: Mapping[str, Told] = MappingProxyType(
    {
        "name": lambda _, language, sheet: sheet.name.parts(language),
        "documents": lambda words, language, sheet: words.documents(language, sheet, "\n"),
        "conditions": lambda words, language, sheet: words.conditions(language, sheet),
        "fee": lambda words, language, sheet: words.fee(language, sheet),
        "delay": lambda _, language, sheet: sheet.delay.parts(language),
        "silence": lambda words, language, sheet: words.silence(language, sheet),
        "appeal": lambda words, language, sheet: words.appeals(language, sheet),
        "basis": lambda _, language, sheet: sheet.basis.parts(language),
        "notes": lambda words, language, sheet: words.notes(language, sheet),
    }
)
"""What is told in each language."""

FACTS = (
    "amounts_mad",
    "legal_delay",
    "usual_delay",
    "life_events",
    "laws",
    "deposit",
    "processing",
    "delivery",
    "owner",
    "online",
    "status",
    "unconfirmed",
    "version",
    "checked",
    "review_by",
)


def csv_table(pack: Pack, texts: Texts) -> str:
    """Return all sheets, the columns of each language beside one another, lines ended by CRLF."""
    words, out = SheetWords(texts, pack), StringIO()
    told = [f"{name}_{language}" for name in COLUMNS for language in LANGUAGES]
    table = csv.writer(out)
    table.writerow(["id", *told, *FACTS])
    for sheet in pack.procedures:
        table.writerow([sheet.id, *_told(words, sheet), *_facts(sheet)])
    return out.getvalue()


def _told(words: SheetWords, sheet: Procedure) -> list[str]:
    return [
        plain(dict(tell(words, language, sheet)).get(language, ""))
        for tell in COLUMNS.values()
        for language in LANGUAGES
    ]


def _facts(sheet: Procedure) -> list[str]:
    amounts = [f"{fee.amount}-{fee.most}" if fee.most else f"{fee.amount}" for fee in sheet.fees]
    legal, usual = sheet.legal_delay, sheet.usual_delay
    return [
        "0" if sheet.is_free else " ".join(each for each in amounts if each != "None"),
        "" if legal is None else legal.within + (" working" if legal.is_working_days else ""),
        "" if usual is None else usual.within,
        " ".join(sheet.life_events),
        " ".join(sheet.laws),
        sheet.deposit or "",
        sheet.processing or "",
        sheet.delivery or "",
        sheet.owner,
        sheet.online,
        sheet.status.value,
        " ".join(sheet.doubts),
        str(sheet.versions[-1].number) if sheet.versions else "",
        sheet.checked.isoformat(),
        "" if sheet.review_by is None else sheet.review_by.isoformat(),
    ]
