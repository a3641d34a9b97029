"""Where a touch leads while a procedure is looked for beside the offices."""

from dataclasses import replace

from kiosk.finding.keyboards import KEYBOARDS, LONGEST, script_of
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
    services = pack.services_by(procedure.id)
    if not services:
        return AtProcedure(found.language, procedure, found)
    service, *_ = services
    return AtSheet(found.language, pack.office(service.office), service, found=found)


def _typed(visit: AtSearch, action: str, choice: str) -> Visit:
    match action:
        case "script":
            return replace(visit, script=next(each for each in KEYBOARDS if each == choice))
        case "key":
            letter = " " if choice == SPACE else choice
            return replace(visit, typed=(visit.typed + letter)[:LONGEST].lstrip(), leaf=1)
        case "delete":
            return replace(visit, typed=visit.typed[:-1], leaf=1)
    return visit
