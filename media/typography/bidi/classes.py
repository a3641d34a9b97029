"""What UAX #9 knows of one character: its class (table 4) and its bracket (BD14, BD15)."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

ISOLATE_INITIATORS = frozenset({"LRI", "RLI", "FSI"})
EMBEDDING_INITIATORS = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED = EMBEDDING_INITIATORS | {"PDF", "BN"}
"""What X9 removes; here such characters stay and take their neighbour's level (5.2)."""

NEUTRALS = ISOLATE_INITIATORS | {"PDI", "B", "S", "WS", "ON"}
"""NI in rules N1 and N2."""

LEFT_TO_RIGHT_ONLY = frozenset({"L", "EN", "ES", "ET", "CS", "NSM", "B", "S", "WS", "ON"})
"""With these alone a left-to-right paragraph is all at level 0."""

_OPENING = "([{⟦⟨⟪⟮⁅⁽₍❨❪❬❮❰❲❴⦃⦅〈《「『【〔〖〘〚（［｛｟｢༺༼᚛⸢⸤⸦⸨"
_CLOSING = ")]}⟧⟩⟫⟯⁆⁾₎❩❫❭❯❱❳❵⦄⦆〉》」』】〕〗〙〛）］｝｠｣༻༽᚜⸣⸥⸧⸩"

CLOSING_OF: Mapping[str, str] = MappingProxyType(
    dict(zip(_OPENING, _CLOSING, strict=True)) | {"\u2329": "\u3009"}
)
"""The closing bracket of each opening one, canonical equivalents folded (BD16)."""

CLOSING_BRACKETS: Mapping[str, str] = MappingProxyType(
    {character: character for character in _CLOSING} | {"\u232a": "\u3009"}
)

_UNASSIGNED: Mapping[str, tuple[tuple[int, int], ...]] = MappingProxyType(
    {
        "AL": ((0x600, 0x7BF), (0x860, 0x8FF), (0xFB50, 0xFDCF), (0xFDF0, 0xFDFF),
               (0xFE70, 0xFEFF)),
        "R": ((0x590, 0x5FF), (0x7C0, 0x85F), (0xFB1D, 0xFB4F), (0x10800, 0x10FFF)),
        "ET": ((0x20A0, 0x20CF),),
        "BN": ((0xFDD0, 0xFDEF),),
    }
)  # fmt: skip
"""The defaults of DerivedBidiClass.txt for code points without a class, abridged."""


def bidi_class(character: str) -> str:
    """Give the bidirectional class of a character, `L` where nothing is known."""
    return unicodedata.bidirectional(character) or _default_class(ord(character))


def _default_class(code: int) -> str:
    for name, ranges in _UNASSIGNED.items():
        if any(first <= code <= last for first, last in ranges):
            return name
    return "L"


def matching_isolates(classes: Sequence[str]) -> dict[int, int]:
    """Give, for each isolate initiator that is closed, its PDI's index (BD9)."""
    matches: dict[int, int] = {}
    opened: list[int] = []
    for index, name in enumerate(classes):
        if name in ISOLATE_INITIATORS:
            opened.append(index)
        elif name == "PDI" and opened:
            matches[opened.pop()] = index
    return matches


def first_strong_level(classes: Iterable[str]) -> int | None:
    """Give the level of the first strong character outside isolates (P2, P3), if any."""
    depth = 0
    for name in classes:
        if name in ISOLATE_INITIATORS:
            depth += 1
        elif name == "PDI":
            depth = max(0, depth - 1)
        elif not depth and name in {"L", "R", "AL"}:
            return int(name != "L")
    return None
