"""What a sheet tells beside the documents, each fact after its name and pictogram."""

from collections.abc import Callable
from typing import Literal

from kiosk.facts import accessible_counters
from kiosk.screens.kit import Kit
from kiosk.screens.stack import Lead
from kiosk.sheet_part import Fact
from media.isolation import isolate
from media.look.theme import PALETTE, Color
from media.look.widgets import Body
from media.pack import Procedure, Service
from media.sheets import SheetWords
from media.texts import msgid
from media.words import COLON, Parts
from wire.messages import Language

Say = Callable[[Language], Parts]
"""Tells a fact in a language, or in those that stand for it."""


def fact_lead(kit: Kit, procedure: Procedure, service: Service | None, fact: Fact) -> Lead:
    """Return a fact after its name and its pictogram."""
    told = SheetWords(kit.texts, kit.pack)
    match fact:
        case Fact.EXAMPLE:
            words = kit.parts("Demonstration: fees and time limits are examples")
            return lead(kit, "warning", words, PALETTE.slate)
        case Fact.FEE:
            return _named(kit, "coins", msgid("Fee"), lambda each: told.fee(each, procedure))
        case Fact.DELAY:
            return _named(kit, "hourglass", msgid("Time limit"), procedure.delay.parts)
        case Fact.BASIS:
            return _named(kit, "scale", msgid("Legal basis"), procedure.basis.parts)
        case Fact.COUNTER | Fact.PHONE | Fact.PLACE:
            return _practical(kit, procedure, service, fact)
        case _:
            return _lawful(kit, procedure, fact)


def _lawful(
    kit: Kit,
    procedure: Procedure,
    fact: Literal[Fact.CONDITIONS, Fact.STEPS, Fact.NOTES, Fact.SILENCE, Fact.APPEAL, Fact.DOUBTS],
) -> Lead:
    told = SheetWords(kit.texts, kit.pack)
    match fact:
        case Fact.CONDITIONS:
            name, pictogram, say = msgid("Conditions"), "person", told.conditions
        case Fact.STEPS:
            name, pictogram, say = msgid("Steps"), "check-circle", told.steps
        case Fact.NOTES:
            name, pictogram, say = msgid("Good to know"), "info", told.notes
        case Fact.SILENCE:
            name, pictogram, say = msgid("Without an answer"), "mute", told.silence
        case Fact.APPEAL:
            name, pictogram, say = msgid("Appeal"), "megaphone", told.appeals
        case Fact.DOUBTS:
            name, pictogram, say = msgid("Not confirmed"), "question", told.doubts
    return _named(kit, pictogram, name, lambda each: say(each, procedure))


def _practical(
    kit: Kit,
    procedure: Procedure,
    service: Service | None,
    fact: Literal[Fact.COUNTER, Fact.PHONE, Fact.PLACE],
) -> Lead:
    match fact:
        case Fact.COUNTER:
            return _named(kit, "wheelchair", msgid("Wheelchair access"), _counters(kit, service))
        case Fact.PHONE:
            phone = isolate(kit.pack.commune.phone)
            return _named(kit, "phone", msgid("Phone"), lambda language: ((language, phone),))
        case Fact.PLACE:
            told = SheetWords(kit.texts, kit.pack)
            office = kit.pack.office(procedure.deposit or procedure.owner)
            return _named(kit, "pin", msgid("Where"), lambda each: told.place(each, office))


def _counters(kit: Kit, service: Service | None) -> Say:
    counters = () if service is None else accessible_counters(kit.pack, service)
    numbers = isolate(", ".join(str(counter.number) for counter in counters))
    return lambda language: kit.texts.parts(language, "Counter {counter}", counter=numbers)


def _named(kit: Kit, pictogram: str, name: str, say: Say) -> Lead:
    """Return a fact after its name; both in the same language, or in those that stand for it."""
    texts, language = kit.texts, kit.look.language
    parts = say(language)
    names = dict(texts.parts(language, name))
    if names.keys() != dict(parts).keys():
        parts = say("ar") + say("fr")
        names = dict(texts.parts("ar", name) + texts.parts("fr", name))
    lines = tuple((each, names[each] + COLON[each] + text) for each, text in parts)
    return lead(kit, pictogram, lines, PALETTE.ink)


def lead(kit: Kit, pictogram: str, parts: Parts, color: Color) -> Lead:
    """Return a text after its pictogram."""
    words = kit.set(Body, parts, color=color)
    return Lead(kit.look, pictogram, kit.look.text(Body.role), words, PALETTE.navy)
