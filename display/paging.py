"""Nothing scrolls: what does not fit is shown part by part, in parts of equal weight."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple, TypeVar

from display.page import Page

Fits = Callable[[Page], bool]
"""Whether the screen can show the page in letters that are legible from afar."""

Item = TypeVar("Item")


class Piece(NamedTuple):
    """What is not torn: a line, a sentence or a word, and what stands before it."""

    text: str
    before: str
    """A new line, or a space within the same."""


MOST_PARTS_WITH_TITLE = 2

_MORE = " …"
_SPACES = re.compile(r"[ \t]+")
_SENTENCE_END = re.compile(r"(?<=[.!?؟…]) ")


def cut_text(page: Page, fits: Fits) -> tuple[Page, ...]:
    """Return the page, or as few parts of it as fit the screen.

    It is cut between its lines, where each of them fits, else between sentences, else between
    words.
    Each part bears the title, unless that leaves so little room that the title had better
    be a part of its own. What no cutting makes fit (one long word) is kept: the screen
    shrinks it.
    """
    parts = _cut(page, fits)
    if len(parts) <= MOST_PARTS_WITH_TITLE:
        return parts
    leaves = (replace(page, text=""), *_cut(replace(page, title="", subject=page.title), fits))
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
    lines = [" ".join(_words(line)) for line in page.text.splitlines() if line.strip()]
    for split, more in ((_whole, ""), (_SENTENCE_END.split, ""), (_words, _MORE)):
        pieces = _pieces(lines, split)
        for count in range(1, len(pieces) + 1):
            parts = _parts(page, pieces, count, more)
            if all(map(fits, parts)):
                return parts
    pieces = _pieces(lines, _words)
    return _parts(page, pieces, max(1, len(pieces)), _MORE)


def _words(line: str) -> list[str]:
    """Return the words; what stands between hard spaces is one."""
    return [word for word in _SPACES.split(line) if word]


def _whole(line: str) -> list[str]:
    return [line]


def _pieces(lines: Sequence[str], split: Callable[[str], list[str]]) -> list[Piece]:
    return [
        Piece(text, "\n" if place == 0 else " ")
        for line in lines
        for place, text in enumerate(split(line))
    ]


def _parts(page: Page, pieces: list[Piece], count: int, more: str) -> tuple[Page, ...]:
    groups = _shared_out(pieces, count)
    last = len(groups)
    texts = (
        _joined(group) + (more if follows and follows[0].before == " " else "")
        for group, follows in zip(groups, [*groups[1:], []], strict=True)
    )
    return tuple(
        replace(page, text=text, part=part, parts=last) for part, text in enumerate(texts, start=1)
    )


def _joined(pieces: Sequence[Piece]) -> str:
    return "".join(each.before + each.text for each in pieces)[1:]


def _shared_out(pieces: list[Piece], count: int) -> list[list[Piece]]:
    """Put the pieces into this many groups or fewer, about equally long."""
    share = len(_joined(pieces)) / count
    groups: list[list[Piece]] = [[] for _ in range(count)]
    length = 0.0
    for piece in pieces:
        place = min(count - 1, int((length + len(piece.text) / 2) / share))
        groups[place].append(piece)
        length += len(piece.text) + 1
    return [group for group in groups if group] or [[]]
