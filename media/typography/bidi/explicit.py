"""Rules X1 to X8: the levels that embeddings, overrides and isolates ask for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from media.typography.bidi.classes import (
    EMBEDDING_INITIATORS,
    ISOLATE_INITIATORS,
    first_strong_level,
)

MAX_DEPTH = 125
"""BD2."""


class Status(NamedTuple):
    """One entry of the directional status stack."""

    level: int
    override: str | None = None
    is_isolate: bool = False


@dataclass(slots=True)
class Embedding:
    """The walk of rules X1 to X8 over one paragraph.

    At the end `levels` are the explicit levels, and `classes` the characters' classes
    with the overrides applied.
    """

    original: Sequence[str]
    isolates: dict[int, int]
    base: int
    levels: list[int] = field(init=False)
    classes: list[str] = field(init=False)
    stack: list[Status] = field(init=False)
    overflow_isolates: int = 0
    overflow_embeddings: int = 0
    valid_isolates: int = 0

    def __post_init__(self) -> None:
        self.levels = [self.base] * len(self.original)
        self.classes = list(self.original)
        self.stack = [Status(self.base)]

    def walk(self) -> None:
        """Visit each character once, in order."""
        for index, name in enumerate(self.original):
            self._visit(index, name)

    def _visit(self, index: int, name: str) -> None:
        if name in EMBEDDING_INITIATORS:
            self.levels[index] = self.stack[-1].level
            self._embed(name)
        elif name in ISOLATE_INITIATORS:
            self._place(index)
            self._isolate(index, name)
        else:
            self._visit_other(index, name)

    def _visit_other(self, index: int, name: str) -> None:
        match name:
            case "PDI":
                self._close_isolate()
                self._place(index)
            case "PDF":
                self.levels[index] = self.stack[-1].level
                self._close_embedding()
            case "B":
                self.levels[index] = self.base  # X8
            case "BN":
                self.levels[index] = self.stack[-1].level
            case _:
                self._place(index)  # X6

    def _place(self, index: int) -> None:
        top = self.stack[-1]
        self.levels[index] = top.level
        self.classes[index] = top.override or self.classes[index]

    def _embed(self, name: str) -> None:
        """X2 to X5."""
        level = self._next_level(is_rtl=name in {"RLE", "RLO"})
        override = {"RLO": "R", "LRO": "L"}.get(name)
        if self._is_room_for(level):
            self.stack.append(Status(level, override))
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def _isolate(self, index: int, name: str) -> None:
        """X5a to X5c."""
        level = self._next_level(is_rtl=self._is_rtl_isolate(index, name))
        if self._is_room_for(level):
            self.valid_isolates += 1
            self.stack.append(Status(level, is_isolate=True))
        else:
            self.overflow_isolates += 1

    def _is_rtl_isolate(self, index: int, name: str) -> bool:
        if name != "FSI":
            return name == "RLI"
        inside = self.original[index + 1 : self.isolates.get(index, len(self.original))]
        return first_strong_level(inside) == 1

    def _close_isolate(self) -> None:
        """X6a."""
        if self.overflow_isolates:
            self.overflow_isolates -= 1
            return
        if not self.valid_isolates:
            return
        self.overflow_embeddings = 0
        while not self.stack[-1].is_isolate:
            self.stack.pop()
        self.stack.pop()
        self.valid_isolates -= 1

    def _close_embedding(self) -> None:
        """X7."""
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.stack[-1].is_isolate and len(self.stack) > 1:
            self.stack.pop()

    def _next_level(self, *, is_rtl: bool) -> int:
        level = self.stack[-1].level
        return (level + 1) | 1 if is_rtl else (level + 2) & ~1

    def _is_room_for(self, level: int) -> bool:
        return level <= MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings
