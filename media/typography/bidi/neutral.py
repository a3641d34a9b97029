"""Rules N0 to N2: brackets, spaces and punctuation."""

from collections.abc import Sequence
from types import MappingProxyType

from media.typography.bidi.classes import CLOSING_BRACKETS, CLOSING_OF, NEUTRALS
from media.typography.bidi.sequences import RunSequence
from media.typography.bidi.weak import runs_of

_BRACKET_STACK = 63
"""BD16."""

_STRONG = MappingProxyType({"L": "L", "R": "R", "EN": "R", "AN": "R"})
"""How N0 to N2 read a type: numbers count as R."""


def resolve_brackets(
    types: list[str], characters: Sequence[str], original: Sequence[str], run: RunSequence
) -> None:
    """N0: the two brackets of a pair get one direction, and their marks with them."""
    for opening, closing in bracket_pairs(types, characters):
        found = _pair_direction(types, opening, closing, run)
        if found is None:
            continue
        for at in (opening, closing):
            _set_bracket(types, original, at, found)


def bracket_pairs(types: Sequence[str], characters: Sequence[str]) -> list[tuple[int, int]]:
    """Find the pairs of BD16, in the order of their opening brackets."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for at, character in enumerate(characters):
        if types[at] != "ON":
            continue
        if character in CLOSING_OF:
            if len(opened) == _BRACKET_STACK:
                return []
            opened.append((CLOSING_OF[character], at))
        elif character in CLOSING_BRACKETS:
            _close(opened, CLOSING_BRACKETS[character], at, pairs)
    return sorted(pairs)


def _close(
    opened: list[tuple[str, int]], closing: str, at: int, pairs: list[tuple[int, int]]
) -> None:
    for depth in range(len(opened) - 1, -1, -1):
        if opened[depth][0] == closing:
            pairs.append((opened[depth][1], at))
            del opened[depth:]
            return


def _pair_direction(
    types: Sequence[str], opening: int, closing: int, run: RunSequence
) -> str | None:
    inside = {_STRONG[name] for name in types[opening + 1 : closing] if name in _STRONG}
    if not inside:
        return None
    if run.direction in inside:
        return run.direction
    before = (_STRONG[name] for name in reversed(types[:opening]) if name in _STRONG)
    context = next(before, run.start)
    return context if context in inside else run.direction


def _set_bracket(types: list[str], original: Sequence[str], at: int, found: str) -> None:
    types[at] = found
    for after in range(at + 1, len(types)):
        if original[after] != "NSM":
            return
        types[after] = found


def resolve_neutrals(types: list[str], run: RunSequence) -> None:
    """N1: between two of one direction, that direction; N2: else the embedding's."""
    for first, last in runs_of(types, NEUTRALS):
        before = _STRONG[types[first - 1]] if first else run.start
        after = _STRONG[types[last]] if last < len(types) else run.end
        found = before if before == after else run.direction
        types[first:last] = [found] * (last - first)
