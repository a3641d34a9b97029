"""Puts the text provider into Kivy."""

import sys

import kivy.core.text
from kivy.core.text import DEFAULT_FONT

from media.typography.fonts import PICTOGRAMS, FontSet, font_set
from media.typography.provider import ShapedLabel
from media.typography.remembered import Remembered
from media.typography.typesetter import Typesetter

REMEMBERED_SIZES = 20_000
"""Of texts in a font size and a width: those of some hundred pages."""

_TOO_LATE = ("kivy.core.text.markup", "kivy.uix.label")


class InstalledTooLate(Exception):  # noqa: N818  # named by what happened, as refusals are
    """Kivy's widgets already hold the provider that cannot set Arabic."""


def install() -> None:
    """Make every Kivy label set Arabic, Tifinagh and Latin right. Twice is once.

    Call it before anything of `kivy.uix` is imported. Raises `InstalledTooLate`
    otherwise, and `FontMissing` when a font is not installed.
    """
    if issubclass(kivy.core.text.Label, ShapedLabel):
        return
    loaded = [name for name in _TOO_LATE if name in sys.modules]
    if loaded:
        raise InstalledTooLate(
            f"{' and '.join(loaded)} was imported before media.typography.install.install()"
        )
    _install(font_set())


def _install(fonts: FontSet) -> None:
    class NoubaLabel(ShapedLabel):
        typesetter = Typesetter(fonts)
        sizes = Remembered(REMEMBERED_SIZES)

    regular, bold = str(fonts.regular.path), str(fonts.bold.path)
    NoubaLabel.register(DEFAULT_FONT, regular, regular, bold, bold)
    NoubaLabel.register(PICTOGRAMS, str(fonts.pictograms.path))
    kivy.core.text.Label = kivy.core.text.Text = NoubaLabel
    from media.typography.markup import patch_markup  # noqa: PLC0415  # it loads Kivy's markup

    patch_markup()
