"""Where the fonts are: in the installed wheels, and in `media/fonts`."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

PICTOGRAMS = "pictograms"
"""The name under which Kivy knows the pictogram font."""

_VENDORED = Path(__file__).resolve().parent.parent / "fonts"


class FontMissing(Exception):  # noqa: N818  # named by what happened, as refusals are
    """A font file is not where its package should have put it."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face; `embolden` draws a missing bold, as a share of the em."""

    path: Path
    embolden: float = 0.0


@dataclass(frozen=True, slots=True)
class FontSet:
    """The faces of all texts: the first that has a character draws it."""

    regular: FontFile
    bold: FontFile
    fallbacks: tuple[FontFile, ...]
    bold_fallbacks: tuple[FontFile, ...]
    pictograms: FontFile


def font_set() -> FontSet:
    """Find IBM Plex Sans Arabic (Arabic, Latin), Noto Sans Tifinagh, DejaVu Sans.

    Raises `FontMissing` when one of the files is not there.
    """
    tifinagh, dejavu = tifinagh_font(), dejavu_font()
    return FontSet(
        regular=FontFile(plex_font("Medium")),
        bold=FontFile(plex_font("Bold")),
        fallbacks=(FontFile(tifinagh, embolden=0.015), FontFile(dejavu)),
        bold_fallbacks=(FontFile(tifinagh, embolden=0.035), FontFile(dejavu, embolden=0.03)),
        pictograms=FontFile(pictogram_font()),
    )


def plex_font(weight: str) -> Path:
    """Give IBM Plex Sans Arabic in a weight from `Thin` to `Bold`."""
    folder = _package("fontpkg_ibm_plex_sans_arabic") / "files"
    return _existing(folder / f"IBMPlexSansArabic-{weight}.ttf")


def tifinagh_font() -> Path:
    """Give Noto Sans Tifinagh, which has all 32 letters of IRCAM's alphabet."""
    return _existing(_VENDORED / "NotoSansTifinagh-Regular.ttf")


def pictogram_font() -> Path:
    """Give the font of `media.look.pictograms`."""
    return _existing(_VENDORED / "pictograms.ttf")


def dejavu_font() -> Path:
    """Give DejaVu Sans, which Kivy carries."""
    return _existing(_package("kivy") / "data" / "fonts" / "DejaVuSans.ttf")


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise FontMissing(f"the package {name}, which holds a font, is not installed")
    return Path(spec.origin).parent


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise FontMissing(f"no font at {path}")
    return path
