"""Each part of a sheet as its reader is told it, whoever shows it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import get_args

from media.dates import time_range, weekday
from media.isolation import isolate
from media.pack import Hours, Office, Pack, Piece, Procedure
from media.pack.model import Day
from media.pack.procedures import Appeal, Delay, Effect, Form, Part
from media.sheets.durations import duration_parts
from media.sheets.joining import BETWEEN, joined
from media.texts import Texts, msgid
from media.words import Parts, Words
from wire.messages import Language

FORMS: Mapping[Form, str] = MappingProxyType(
    {
        Form.ORIGINAL: msgid("original, handed over"),
        Form.COPY: msgid("a plain copy"),
        Form.SHOWN: msgid("to show only"),
    }
)

EFFECTS: Mapping[Effect, str] = MappingProxyType(
    {Effect.ACCEPTANCE: msgid("accepted"), Effect.REFUSAL: msgid("refused")}
)

DOUBTS: Mapping[Part, str] = MappingProxyType(
    {
        "documents": msgid("the documents"),
        "forms": msgid("original or copy"),
        "fees": msgid("the fee"),
        "delay": msgid("the time limit"),
        "silence": msgid("what no answer means"),
        "appeals": msgid("where to appeal"),
        "offices": msgid("the office"),
    }
)

_MONDAY = date(2024, 1, 1)
"""A Monday, to name the days of a week by."""


class SheetWords:
    """Tells the parts of the sheets of one pack."""

    def __init__(self, texts: Texts, pack: Pack) -> None:
        self._texts, self._pack = texts, pack

    def name(self, piece: Piece) -> Words:
        """Return what a document is called on its sheet, and under which condition it is asked."""
        if piece.name is not None:
            return _under(piece.name, piece.condition)
        names = [self._pack.document(each).name for each in piece.documents]
        whole = Words(
            ar=" أو ".join(name.ar for name in names),
            fr=" ou ".join(name.fr for name in names),
            en=" or ".join(name.en or name.fr for name in names),
        )
        return _under(names[0] if len(names) == 1 else whole, piece.condition)

    def piece(self, language: Language, piece: Piece) -> Parts:
        """Return a document as it is asked for: its name, and original, copy or shown if known."""
        form = piece.form

        def say(spoken: Language) -> Sequence[Parts]:
            name = self.name(piece).parts(spoken)
            return [name] if form is None else [name, self._texts.parts(spoken, FORMS[form])]

        return joined(language, say)

    def documents(self, language: Language, procedure: Procedure, between: str = BETWEEN) -> Parts:
        """Return all documents after one another."""
        return joined(
            language,
            lambda spoken: [self.piece(spoken, each) for each in procedure.documents],
            between,
        )

    def pictogram(self, piece: Piece) -> str:
        """Return the pictogram of a document: of those that are as good, the first one's."""
        return self._pack.document(piece.document).pictogram

    def fee(self, language: Language, procedure: Procedure) -> Parts:
        """Return what is to be paid."""
        if procedure.is_free:
            is_sure = "fees" not in procedure.doubts
            told = "Free of charge" if is_sure else "Free of charge (to be confirmed)"
            return self._texts.parts(language, told)
        return joined(language, lambda spoken: [fee.text.parts(spoken) for fee in procedure.fees])

    def conditions(self, language: Language, procedure: Procedure) -> Parts:
        """Return what must be so, beside the documents."""
        return joined(
            language, lambda spoken: [each.parts(spoken) for each in procedure.conditions]
        )

    def notes(self, language: Language, procedure: Procedure) -> Parts:
        """Return the practical advice."""
        return joined(
            language, lambda spoken: [note.parts(spoken) for note in procedure.notes], " "
        )

    def steps(self, language: Language, procedure: Procedure) -> Parts:
        """Return what the visitor does, each step with its number."""

        def say(spoken: Language) -> Sequence[Parts]:
            numbered = enumerate(procedure.steps, 1)
            return [_after(f"{number}. ", step.text.parts(spoken)) for number, step in numbered]

        return joined(language, say)

    def place(self, language: Language, office: Office) -> Parts:
        """Return where an office is, and when it is open."""

        def say(spoken: Language) -> Sequence[Parts]:
            place = [] if office.place is None else [office.place.parts(spoken)]
            return [office.name.parts(spoken), *place, *self._hours(spoken, office)]

        return joined(language, say)

    def hours(self, language: Language, office: Office) -> Parts:
        """Return when an office is open; nothing where that is not known."""
        return joined(language, lambda spoken: self._hours(spoken, office))

    def silence(self, language: Language, procedure: Procedure) -> Parts:
        """Return what it means when no answer comes; nothing where that is not known."""
        silence = procedure.silence
        if silence is None:
            return ()

        def say(spoken: Language) -> Sequence[Parts]:
            effect = self._texts.parts(spoken, EFFECTS[silence.effect])
            after = silence.after
            return [effect] if after is None else [effect, self._timed(spoken, AFTER, Delay(after))]

        return joined(language, say)

    def appeals(self, language: Language, procedure: Procedure) -> Parts:
        """Return the ways to contest a decision, in their order."""
        return joined(
            language, lambda spoken: [self.appeal(spoken, each) for each in procedure.appeals]
        )

    def appeal(self, language: Language, appeal: Appeal) -> Parts:
        """Return to whom, within which time, and when the answer comes."""

        def say(spoken: Language) -> Sequence[Parts]:
            to = [] if appeal.to is None else [appeal.to.parts(spoken)]
            times = ((WITHIN, appeal.within), (ANSWERED, appeal.answered_within))
            told = [self._timed(spoken, text, each) for text, each in times if each is not None]
            return [*to, *told]

        return joined(language, say, ", " if language in {"fr", "en"} else "، ")

    def doubts(self, language: Language, procedure: Procedure) -> Parts:
        """Return what nobody has confirmed of the sheet."""
        return joined(
            language,
            lambda spoken: [self._texts.parts(spoken, DOUBTS[each]) for each in procedure.doubts],
        )

    def _timed(self, language: Language, text: str, delay: Delay) -> Parts:
        """Return a text with a length of time in its place `{time}`, each in its language."""
        return tuple(
            (each, told.replace("{time}", isolate(self._duration(each, delay))))
            for each, told in self._texts.parts(language, text)
        )

    def _duration(self, language: Language, delay: Delay) -> str:
        return " ".join(text for _, text in duration_parts(self._texts, language, delay))

    def _hours(self, language: Language, office: Office) -> list[Parts]:
        if office.is_in_hall:
            shifts = (time_range(each.start, each.end) for each in self._pack.hall.hours)
            return [((language, BETWEEN.join(shifts)),)]
        return [self._open(language, each) for each in office.hours]

    def _open(self, language: Language, hours: Hours) -> Parts:
        times = time_range(hours.start, hours.end)
        return tuple((each, f"{days} {times}") for each, days in self._days(language, hours.days))

    def _days(self, language: Language, days: Sequence[Day]) -> Parts:
        """Return `Monday to Friday`, or each day where they do not follow one another."""
        places = [get_args(Day).index(day) for day in days]
        if len(places) > 2 and places == list(range(places[0], places[-1] + 1)):
            return tuple(
                (each, told.format(first=_day(each, places[0]), last=_day(each, places[-1])))
                for each, told in self._texts.parts(language, "{first} to {last}")
            )
        return ((language, ", ".join(_day(language, place) for place in places)),)


AFTER = msgid("after {time}")
WITHIN = msgid("within {time}")
ANSWERED = msgid("answered within {time}")


def _under(name: Words, condition: Words | None) -> Words:
    """Return the name with the condition behind it, in brackets."""
    if condition is None:
        return name
    english = f"{name.en} ({condition.en})" if name.en and condition.en else ""
    return Words(ar=f"{name.ar} ({condition.ar})", fr=f"{name.fr} ({condition.fr})", en=english)


def _after(number: str, parts: Parts) -> Parts:
    return tuple((language, number + text) for language, text in parts)


def _day(language: Language, place: int) -> str:
    return weekday(language, _MONDAY + timedelta(days=place))
