"""Several texts told as one, all in the same language."""

from collections.abc import Callable, Sequence

from media.words import Parts
from wire.messages import Language

Say = Callable[[Language], Sequence[Parts]]
"""Tells several texts in a language, each in that one or in those that stand for it."""

BETWEEN = "\u00a0· "
"""The dot stays at the end of its line: at the beginning of one it would look like a list."""


def joined(language: Language, say: Say, between: str = BETWEEN) -> Parts:
    """Return the texts after one another; in Arabic and French when one lacks the language.

    Without texts nothing.
    """
    told = say(language)
    if len({tuple(dict(parts)) for parts in told}) > 1:
        return joined("ar", say, between) + joined("fr", say, between)
    lines = zip(*told, strict=True)
    return tuple((line[0][0], between.join(text for _, text in line)) for line in lines)
