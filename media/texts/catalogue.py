"""The gettext catalogues: where they are, how they are read, and the plural rules that hold."""

import gettext
import io
import re
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from media.words import Confidence
from wire.messages import LANGUAGES, Language

LOCALE = Path(__file__).parent.parent / "locale"
DOMAIN = "nouba"

_UNUSED_HEADERS = (
    '"Project-Id-Version:',
    '"Report-Msgid-Bugs-To:',
    '"POT-Creation-Date:',
    '"PO-Revision-Date:',
    '"Last-Translator:',
    '"Language-Team:',
    '"Generated-By:',
)
"""They would change at each writing and say nothing that the history does not."""

_CONFIDENCE = re.compile(r"confidence: ([HML])")
_SOURCE = re.compile(r"source: (.*)")


def po_path(language: Language, folder: Path = LOCALE) -> Path:
    """Return the path of the language's catalogue, as people edit it."""
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def mo_path(language: Language, folder: Path = LOCALE) -> Path:
    """Return the path of the language's compiled catalogue."""
    return po_path(language, folder).with_suffix(".mo")


def read_catalogue(language: Language, folder: Path = LOCALE) -> Catalog:
    """Return the language's catalogue, its plural rule from its header."""
    with po_path(language, folder).open("rb") as file:
        return read_po(file, abort_invalid=True)


def write_catalogue(language: Language, catalogue: Catalog, folder: Path = LOCALE) -> None:
    """Write the catalogue as everybody writes it: sorted, unwrapped, no place of use."""
    written = io.BytesIO()
    write_po(written, catalogue, width=0, no_location=True, sort_output=True)
    lines = written.getvalue().decode().splitlines(keepends=True)
    content = "".join(line for line in lines if not line.startswith(_UNUSED_HEADERS))
    po_path(language, folder).write_text(content, encoding="utf-8")


def compile_catalogues(folder: Path = LOCALE) -> tuple[Path, ...]:
    """Write each language's `.mo` beside its `.po`; return what was written.

    Fuzzy texts, those that nobody has confirmed, are left out.
    """
    written = []
    for language in LANGUAGES:
        path = mo_path(language, folder)
        path.write_bytes(_compiled(language, folder))
        written.append(path)
    return tuple(written)


def translations(language: Language, folder: Path = LOCALE) -> gettext.GNUTranslations:
    """Return the language's texts: the compiled ones when they are fresh, else compiled now."""
    compiled, source = mo_path(language, folder), po_path(language, folder)
    is_fresh = compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime
    content = compiled.read_bytes() if is_fresh else _compiled(language, folder)
    return gettext.GNUTranslations(io.BytesIO(content))


def confidence(message: Message) -> Confidence:
    """Return how sure a Tamazight text is, from its comment; low when nothing says it."""
    found = _CONFIDENCE.search(" ".join(message.user_comments))
    return Confidence(found.group(1)) if found else Confidence.LOW


def source(message: Message) -> str:
    """Return where a Tamazight text comes from, as its comment says."""
    found = _SOURCE.search(" ".join(message.user_comments))
    return found.group(1) if found else ""


def translated(message: Message) -> tuple[str, ...]:
    """Return the text's forms in the catalogue's language: one, or one per plural form."""
    forms = message.string
    return (forms,) if isinstance(forms, str) else tuple(forms or ())


def _compiled(language: Language, folder: Path) -> bytes:
    catalogue = read_catalogue(language, folder)
    if language == "zgh":
        _hold_back_unsure(catalogue)
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def _hold_back_unsure(catalogue: Catalog) -> None:
    """Flag each unsure text as fuzzy, should its author have forgotten it."""
    for message in catalogue:
        if message.id and confidence(message) is Confidence.LOW:
            message.flags.add("fuzzy")
