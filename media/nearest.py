"""What somebody meant who misspelt a name."""

from collections.abc import Iterable
from difflib import get_close_matches

SIMILAR = 0.6
"""How alike two names must be, from 0 to 1, to be taken for each other."""

FEW = 12
"""As many names as are listed when none is like the one that was written."""


def meant(written: str, known: Iterable[str]) -> str:
    """Return the end of a sentence: `: did you mean "x"?`, or the names that there are."""
    names = list(dict.fromkeys(known))
    by_small = {each.lower(): each for each in names}
    near = get_close_matches(written.lower(), by_small, n=1, cutoff=SIMILAR)
    if near:
        return f': did you mean "{by_small[near[0]]}"?'
    if not names or len(names) > FEW:
        return ""
    return f"; there is {listed(names)}" if len(names) == 1 else f"; there are {listed(names)}"


def listed(names: Iterable[str], word: str = "and") -> str:
    """Return `"a", "b" and "c"`."""
    *others, last = (f'"{each}"' for each in names)
    return f"{', '.join(others)} {word} {last}" if others else last
