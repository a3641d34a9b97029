"""Which texts the programs ask for, found in their code, templates and scripts."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

from media.texts.catalogue import LOCALE, read_catalogue
from wire.messages import LANGUAGES

_KEYWORDS = {
    "_": None,
    "msgid": None,
    "text": (2,),
    "parts": (2,),
    "plural": (2, 3),
    "plural_parts": (2, 3),
    "ngettext": (1, 2),
}
"""The functions that take an English text, and which of their arguments it is."""

_PROGRAMS = ("wire", "hardware", "media", "controller", "kiosk", "display", "nouba")


def used_texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each place (`file:line`) and the English text that it asks for."""
    with (root / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel has no type for it
    for program in _PROGRAMS:
        found = extract_from_dir(root / program, methods, options, keywords=_KEYWORDS)
        for path, line, message, *_ in found:
            yield f"{program}/{path}:{line}", message if isinstance(message, str) else message[0]


def missing_texts(root: Path, folder: Path = LOCALE) -> Iterator[str]:
    """Yield a sentence for each text that is used and that a catalogue lacks."""
    catalogues = {language: read_catalogue(language, folder) for language in LANGUAGES}
    for place, text in used_texts(root):
        for language, catalogue in catalogues.items():
            if text not in catalogue:
                yield f'{place}: "{text}" is not in the {language} catalogue'
