"""Adds an entry to the four catalogues at once, and keeps them in one order."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from media.texts.catalogue import LOCALE, read_catalogue, write_catalogue
from media.words import Confidence
from wire.messages import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Entry:
    """A text in all languages; a plural has several forms in each, in the catalogue's order."""

    msgid: str
    plural: str
    forms: Mapping[Language, tuple[str, ...]]
    confidence: Confidence = Confidence.LOW
    source: str = "none"

    @property
    def key(self) -> str | tuple[str, str]:
        """What the catalogues call it."""
        return (self.msgid, self.plural) if self.plural else self.msgid


class EntryError(ValueError):
    """A language has not the number of forms that its plural rule needs."""


def add_entry(entry: Entry, folder: Path = LOCALE) -> None:
    """Write the entry into the four catalogues, over the one that has its English text.

    Raises `EntryError`, having written nothing, when forms are missing.
    """
    catalogues = {language: read_catalogue(language, folder) for language in LANGUAGES}
    for language, catalogue in catalogues.items():
        _put(entry, language, catalogue)
    for language, catalogue in catalogues.items():
        write_catalogue(language, catalogue, folder)


def tidy(folder: Path = LOCALE) -> None:
    """Write the four catalogues anew in their one order and form."""
    for language in LANGUAGES:
        write_catalogue(language, read_catalogue(language, folder), folder)


def _put(entry: Entry, language: Language, catalogue: Catalog) -> None:
    forms = entry.forms[language]
    needed = catalogue.num_plurals if entry.plural else 1
    if len(forms) != needed:
        raise EntryError(f"{language} needs {needed} form(s) of {entry.msgid!r}, not {len(forms)}")
    catalogue.delete(entry.msgid)
    text = forms if entry.plural else forms[0]
    if language != "zgh":
        catalogue.add(entry.key, text)
        return
    is_unsure = any(forms) and entry.confidence is Confidence.LOW
    comment = f"confidence: {entry.confidence}; source: {entry.source}"
    catalogue.add(entry.key, text, flags=["fuzzy"] if is_unsure else [], user_comments=[comment])
