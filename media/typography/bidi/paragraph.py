"""A paragraph's levels: all rules up to I2, in their order."""

from media.typography.bidi.classes import (
    LEFT_TO_RIGHT_ONLY,
    REMOVED,
    bidi_class,
    first_strong_level,
    matching_isolates,
)
from media.typography.bidi.explicit import Embedding
from media.typography.bidi.neutral import resolve_brackets, resolve_neutrals
from media.typography.bidi.sequences import RunSequence, run_sequences
from media.typography.bidi.weak import resolve_weak


def base_level(text: str, default: int = 0) -> int:
    """Give 1 for a paragraph that starts right to left, else 0 (P2, P3)."""
    found = first_strong_level(map(bidi_class, text))
    return default if found is None else found


def paragraph_levels(text: str, base: int) -> list[int]:
    """Give each character's embedding level, in one paragraph of base level 0 or 1.

    Characters that X9 removes have the level of the one before them.
    """
    original = [bidi_class(character) for character in text]
    if not base and LEFT_TO_RIGHT_ONLY.issuperset(original):
        return [0] * len(text)
    isolates = matching_isolates(original)
    embedding = Embedding(original, isolates, base)
    embedding.walk()
    levels = embedding.levels
    for run in list(run_sequences(original, levels, isolates, base)):
        _resolve(run, text, embedding)
    _retain_removed(original, levels, base)
    return levels


def _resolve(run: RunSequence, text: str, embedding: Embedding) -> None:
    overridden = [embedding.classes[index] for index in run.indices]
    types = list(overridden)
    resolve_weak(types, run.start)
    resolve_brackets(types, [text[index] for index in run.indices], overridden, run)
    resolve_neutrals(types, run)
    for index, name in zip(run.indices, types, strict=True):
        embedding.levels[index] = implicit_level(run.level, name)


def implicit_level(level: int, name: str) -> int:
    """I1 and I2."""
    if level & 1:
        return level + (name != "R")
    return level + {"L": 0, "R": 1}.get(name, 2)


def _retain_removed(original: list[str], levels: list[int], base: int) -> None:
    for index, name in enumerate(original):
        if name in REMOVED:
            levels[index] = levels[index - 1] if index else base
