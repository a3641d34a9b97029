"""Unicode isolates: what stands between them cannot disturb the line's order (UAX #9)."""

_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def isolate(text: str) -> str:
    """Return the text between isolates: ticket numbers, telephones and figures left to right.

    Any other text keeps the direction of its own first letter.
    """
    opening = _LRI if text.isascii() else _FSI
    return f"{opening}{text}{_PDI}"


def plain(text: str) -> str:
    """Return the text without isolates, for logs, speech and what cannot show them."""
    return text.translate(_ISOLATES)
