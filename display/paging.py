"""Nothing scrolls: what does not fit is shown part by part, in parts of equal weight."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil
from typing import TypeVar

from display.page import Page

Fits = Callable[[Page], bool]
"""Whether the screen can show the page in letters that are legible from afar."""

Item = TypeVar("Item")

MOST_PARTS_WITH_TITLE = 2

_MORE = " …"
_SENTENCE_END = re.compile(r"(?<=[.!?؟…]) ")


def cut_text(page: Page, fits: Fits) -> tuple[Page, ...]:
    """Return the page, or as few parts of it as fit the screen.

    It is cut between sentences, where each of them fits, else between words.
    Each part bears the title, unless that leaves so little room that the title had better
    be a part of its own. What no cutting makes fit (one long word) is kept: the screen
    shrinks it.
    """
    parts = _cut(page, fits)
    if len(parts) <= MOST_PARTS_WITH_TITLE:
        return parts
    leaves = (replace(page, text=""), *_cut(replace(page, title=""), fits))
    return tuple(
        replace(leaf, part=number, parts=len(leaves)) for number, leaf in enumerate(leaves, start=1)
    )


def leaf(items: Sequence[Item], size: int, number: int) -> tuple[Item, ...]:
    """Return the items shown at once, filled evenly; leaf numbers run round and round."""
    count = max(1, ceil(len(items) / size))
    starts = [len(items) * each // count for each in range(count + 1)]
    at = number % count
    return tuple(items[starts[at] : starts[at + 1]])


def _cut(page: Page, fits: Fits) -> tuple[Page, ...]:
    words = page.text.split()
    for pieces, more in ((_sentences(words), ""), (words, _MORE)):
        for count in range(1, len(pieces) + 1):
            parts = _parts(page, pieces, count, more)
            if all(map(fits, parts)):
                return parts
    return _parts(page, words, max(1, len(words)), _MORE)


def _sentences(words: list[str]) -> list[str]:
    return _SENTENCE_END.split(" ".join(words)) if words else []


def _parts(page: Page, pieces: list[str], count: int, more: str) -> tuple[Page, ...]:
    texts = _shared_out(pieces, count)
    last = len(texts)
    return tuple(
        replace(page, text=text if part == last else text + more, part=part, parts=last)
        for part, text in enumerate(texts, start=1)
    )


def _shared_out(pieces: list[str], count: int) -> list[str]:
    """Put the pieces into this many texts or fewer, about equally long."""
    share = len(" ".join(pieces)) / count
    texts: list[list[str]] = [[] for _ in range(count)]
    length = 0.0
    for piece in pieces:
        texts[min(count - 1, int((length + len(piece) / 2) / share))].append(piece)
        length += len(piece) + 1
    return [" ".join(text) for text in texts if text] or [""]
