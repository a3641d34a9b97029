"""What to bring for a procedure, to be taken home: on paper, and in a code as plain text."""

from collections.abc import Sequence
from dataclasses import dataclass

from media.isolation import plain
from media.pack import Pack, Piece, Procedure
from media.sheets import SheetWords
from media.sheets.joining import joined
from media.texts import Texts, msgid
from media.words import COLON, Parts
from wire.messages import Language

MISSING = msgid("Still to bring")
HELD = msgid("You have")
EVERYTHING = msgid("You have all the documents")
NOTHING = msgid("No document is required")
FEE = msgid("Fee")
SCAN = msgid("Scan the code: the list stands in it, no internet is needed")
MISSING_BOX, HELD_BOX = "☐", "☑"


@dataclass(frozen=True, slots=True)
class TakeHome:
    """A procedure, and which of its documents the visitor has (by their places, from 0)."""

    language: Language
    procedure: Procedure
    held: frozenset[int] = frozenset()

    @property
    def missing(self) -> tuple[Piece, ...]:
        """The documents still to bring, in the sheet's order."""
        return self._pieces(is_held=False)

    @property
    def at_hand(self) -> tuple[Piece, ...]:
        """Those that the visitor has."""
        return self._pieces(is_held=True)

    def _pieces(self, *, is_held: bool) -> tuple[Piece, ...]:
        pieces = enumerate(self.procedure.documents)
        return tuple(piece for place, piece in pieces if (place in self.held) == is_held)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the list: what it is about, and its documents."""

    title: Parts
    box: str
    pieces: tuple[Parts, ...]


class ListWords:
    """Tells such lists in the words of one pack."""

    def __init__(self, texts: Texts, pack: Pack) -> None:
        self._texts, self._pack = texts, pack
        self._told = SheetWords(texts, pack)

    def sections(self, language: Language, taken: TakeHome) -> tuple[Section, ...]:
        """Return what is missing, then what is at hand; one line where there is nothing to list."""
        if not taken.procedure.documents:
            return (Section(self._texts.parts(language, NOTHING), "", ()),)
        missing = self._section(language, MISSING, MISSING_BOX, taken.missing)
        if not taken.missing:
            missing = Section(self._texts.parts(language, EVERYTHING), "", ())
        held = self._section(language, HELD, HELD_BOX, taken.at_hand)
        return (missing, held) if taken.at_hand else (missing,)

    def facts(self, language: Language, procedure: Procedure) -> tuple[Parts, ...]:
        """Return the conditions, the fee, and where and when to go."""
        office = self._pack.office(procedure.deposit or procedure.owner)
        conditions = self._told.conditions(language, procedure)
        place = self._told.place(language, office)
        return tuple(filter(None, (conditions, self._fee(language, procedure), place)))

    def _fee(self, language: Language, procedure: Procedure) -> Parts:
        """Return the fee after its name; nothing where none is known."""
        if not self._told.fee(language, procedure):
            return ()

        def say(spoken: Language) -> Sequence[Parts]:
            return [self._texts.parts(spoken, FEE), self._told.fee(spoken, procedure)]

        return joined(language, say)

    def plain_lines(self, taken: TakeHome) -> tuple[str, ...]:
        """Return the whole list as lines of plain text in the visitor's language.

        Where Arabic and French stand for it, the Arabic alone: a code holds only so much.
        """
        language = taken.language
        lines = [_first(taken.procedure.name.parts(language))]
        for section in self.sections(language, taken):
            lines.append(_headed(section))
            lines.extend(f"{section.box} {_first(piece)}" for piece in section.pieces)
        lines.extend(map(_first, self.facts(language, taken.procedure)))
        return tuple(lines)

    def _section(
        self, language: Language, title: str, box: str, pieces: tuple[Piece, ...]
    ) -> Section:
        told = tuple(self._told.piece(language, each) for each in pieces)
        return Section(self._texts.parts(language, title), box, told)


def _headed(section: Section) -> str:
    (language, title), *_ = section.title
    return _bare(title + COLON[language].rstrip()) if section.pieces else _bare(title)


def _first(parts: Parts) -> str:
    return _bare(parts[0][1])


def _bare(text: str) -> str:
    """Return the text without signs that a telephone may show as boxes."""
    return plain(text).replace("\u00a0", " ")
