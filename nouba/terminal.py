"""Sentences on a terminal, in the reader's language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import click

from controller.doer import Role
from controller.story import Line, Values
from controller.telling import Naming
from media.isolation import isolate, plain
from media.words import Parts, on_one_line
from wire.messages import Language

ISOLATING = frozenset({"ar", "zgh"})
"""Whose lines keep the isolates of their values: without them `A042` would lose its order among
Arabic words. Of Tamazight, Arabic and French may stand side by side."""

IN_THE_WORDS: frozenset[Role] = frozenset({"visitor", "clock"})
"""Who did it, where the sentence of a story tells that already."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Prints sentences; where two languages stand for a missing one, a line in each."""

    language: Language
    naming: Naming

    def say(self, text: str, **values: str | int) -> None:
        """Print a text of the catalogues."""
        for line in self.lines(text, values):
            click.echo(line)

    def lines(self, text: str, values: Values) -> Iterator[str]:
        """Give the lines of a text."""
        parts = self.naming.sentence(self.language, text, values)
        return (as_written(language, sentence) for language, sentence in parts)

    def tell(self, line: Line) -> None:
        """Print a line of a story: its time, and who did it."""
        self.tell_at(line.at, (as_written(*each) for each in self._told(line)))

    def tell_at(self, at: datetime, lines: Iterable[str]) -> None:
        """Print lines beside the moment of which all of them are."""
        clock = self.naming.clock(at)
        for number, line in enumerate(lines):
            margin = " " * len(clock) if number else clock
            click.echo(f"  {margin}  {line}")

    def _told(self, line: Line) -> Parts:
        sentences = self.naming.sentence(self.language, line.text, line.values)
        if line.doer is None or line.doer.role in IN_THE_WORDS:
            return sentences
        return tuple(
            (language, f"{sentence} ({self._doer(line, language)})")
            for language, sentence in sentences
        )

    def _doer(self, line: Line, language: Language) -> str:
        return isolate(on_one_line(self.naming.doer(line.doer, language)))


def as_written(language: Language, text: str) -> str:
    """Return a line of that language as a terminal shows it."""
    return text if language in ISOLATING else plain(text)
