"""Where a touch leads while a procedure is looked for beside the offices."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast, get_args

from kiosk.finding.keyboards import LONGEST, Script, script_of
from kiosk.visit import (
    AtEvents,
    AtOffices,
    AtProcedure,
    AtProcedures,
    AtSearch,
    AtSheet,
    AtTicks,
    Finding,
    HavingList,
    Searching,
    Visit,
)
from media.pack import Pack, Procedure
from wire.messages import Language

SPACE = "space"


def begun(language: Language, action: str) -> Visit:
    """Return where a search begins, by life event or by typing."""
    if action == "events":
        return AtEvents(language)
    return AtSearch(language, script_of(language))


def searched(visit: Searching, action: str, choice: str, pack: Pack) -> Visit:
    """Return where a touch leads; what is no way leads nowhere."""
    match visit, action:
        case (AtEvents(language), "event"):
            event = next(each for each in pack.life_events if each.id == choice)
            return AtProcedures(language, event)
        case ((AtProcedures() | AtSearch()), "procedure"):
            return _sheet(visit, pack.procedure(choice), pack)
        case (AtSearch(), _):
            return _typed(visit, action, choice)
        case (AtProcedure(procedure=procedure), "tick"):
            return AtTicks(visit, procedure)
        case (AtTicks(), "piece"):
            return replace(visit, held=visit.held ^ {int(choice) - 1})
    return visit


def behind(visit: Searching) -> Visit:
    """Return where the way back leads."""
    match visit:
        case AtEvents(language) | AtSearch(language):
            return AtOffices(language)
        case AtProcedures(language):
            return AtEvents(language)
        case AtProcedure():
            return visit.found
        case AtTicks():
            return visit.sheet
        case HavingList():
            return visit.before


def _sheet(found: Finding, procedure: Procedure, pack: Pack) -> Visit:
    """Return the procedure's sheet: with tickets where a service of the hall leads to it."""
    services: Iterator[AtSheet] = (
        AtSheet(found.language, pack.office(each.office), each, found=found)
        for each in pack.services_by(procedure.id)
    )
    return next(services, None) or AtProcedure(found.language, procedure, found)


def _typed(visit: AtSearch, action: str, choice: str) -> Visit:
    match action:
        case "script" if choice in get_args(Script):
            return replace(visit, script=cast(Script, choice))
        case "key":
            letter = " " if choice == SPACE else choice
            return replace(visit, typed=(visit.typed + letter)[:LONGEST].lstrip(), leaf=1)
        case "delete":
            return replace(visit, typed=visit.typed[:-1], leaf=1)
    return visit
