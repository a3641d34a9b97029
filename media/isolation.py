"""Unicode isolates: what stands between them cannot disturb the line's order (UAX #9)."""

import re

_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))

_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN_RUN = re.compile(
    "[0-9A-Za-z\u00c0-\u024f+](?:[0-9A-Za-z\u00c0-\u024f .,:;/@+'’%&_#-]*"
    "[0-9A-Za-z\u00c0-\u024f%+])?"
)
"""Figures and Latin words with what stands between them; brackets belong to the line around."""


def isolate(text: str) -> str:
    """Return the text between isolates: ticket numbers, telephones and figures left to right.

    Any other text keeps the direction of its own first letter.
    """
    opening = _LRI if text.isascii() else _FSI
    return f"{opening}{text}{_PDI}"


def plain(text: str) -> str:
    """Return the text without isolates, for logs, speech and what cannot show them."""
    return text.translate(_ISOLATES)


def isolate_runs(text: str) -> str:
    """Return a text whose figures and Latin words keep their order among Arabic ones.

    For words that somebody else wrote, in which no value can be isolated when it is put in.
    """
    if not _ARABIC.search(text):
        return text
    return _LATIN_RUN.sub(lambda found: isolate(found[0]), text)
