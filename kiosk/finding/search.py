"""Finds procedures by what a visitor types, in whichever language."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.finding.folding import words_of
from kiosk.finding.likeness import likeness
from media.pack import Pack, Procedure, Words

NAME, KEYWORD, NEAR = 3.0, 2.5, 1.0
"""What a word is worth: of the name, of the words that visitors use, of a life event or office."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A procedure, and the words by which it is found."""

    procedure: Procedure
    words: tuple[tuple[str, float], ...]


class Search:
    """The procedures of a pack by their words."""

    def __init__(self, pack: Pack) -> None:
        self._entries = tuple(_Entry(each, _known(pack, each)) for each in pack.procedures)

    def found(self, typed: str) -> tuple[Procedure, ...]:
        """Return the procedures in which every typed word is found, the best first.

        When none has them all, those that have one. Nothing typed finds nothing.
        """
        wanted = words_of(typed)
        if not wanted:
            return ()
        worth = {entry.procedure: _worths(entry, wanted) for entry in self._entries}
        whole = {each: sum(parts) for each, parts in worth.items() if all(parts)}
        partly = {each: sum(parts) for each, parts in worth.items() if any(parts)}
        found = whole or partly
        return tuple(sorted(found, key=lambda each: (-found[each], _length(each))))


def _length(procedure: Procedure) -> int:
    """Return the words of a name: of two that fit as well, the shorter says more of it."""
    return len(words_of(procedure.name.fr))


def _worths(entry: _Entry, wanted: tuple[str, ...]) -> list[float]:
    return [max(likeness(typed, known) * worth for known, worth in entry.words) for typed in wanted]


def _known(pack: Pack, procedure: Procedure) -> tuple[tuple[str, float], ...]:
    words = {
        word: worth
        for text, worth in sorted(_texts(pack, procedure), key=lambda each: each[1])
        for word in words_of(text)
    }
    return tuple(words.items())


def _texts(pack: Pack, procedure: Procedure) -> Iterator[tuple[str, float]]:
    for name in (procedure.name, *(each.name for each in pack.services_by(procedure.id))):
        yield from ((text, NAME) for text in _every(name))
    keywords = procedure.keywords
    for text in (*keywords.ar, *keywords.fr, *keywords.en, *keywords.zgh):
        yield text, KEYWORD
    events = (each.name for each in pack.life_events if each.id in procedure.life_events)
    for name in (*events, pack.office(procedure.owner).name):
        yield from ((text, NEAR) for text in _every(name))


def _every(words: Words) -> tuple[str, ...]:
    """Return the text in its languages, unconfirmed Tamazight too: it is typed, not shown."""
    return tuple(filter(None, (words.ar, words.fr, words.en, words.zgh)))
