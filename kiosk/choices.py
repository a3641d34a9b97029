"""Where a touch leads, of those that the page offers."""

from dataclasses import dataclass, replace

from kiosk.declaring import Declaring
from kiosk.entry import Entry
from kiosk.searching import begun, behind, searched
from kiosk.visit import (
    AtCode,
    AtLanguages,
    AtOffices,
    AtPriority,
    AtServices,
    AtSheet,
    AtTicks,
    Leafed,
    Nobody,
    Refused,
    Searching,
    Visit,
)
from media.pack import Pack
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from."""

    pack: Pack
    languages: tuple[Language, ...]

    def after(self, visit: Visit, target: str) -> Visit:
        """Return where a touch on what the page offers leads; what is no way leads nowhere."""
        action, _, choice = target.partition(":")
        match action:
            case "home":
                return Nobody()
            case "back":
                return behind(visit) if isinstance(visit, Searching) else self._back(visit)
            case "more" | "less" if isinstance(visit, Leafed):
                return _turned(visit, action)
        if isinstance(visit, Searching):
            return searched(visit, action, choice, self.pack)
        return self._within(visit, action, choice)

    def _within(self, visit: Visit, action: str, choice: str) -> Visit:
        match visit, action:
            case AtOffices(language), ("events" | "search"):
                return begun(language, action)
            case AtSheet(service=service), "tick":
                return AtTicks(visit, self.pack.procedure(service.procedure))
            case AtCode(), _:
                return replace(visit, entry=_typed(visit.entry, action, choice))
            case AtSheet(), _:
                return _on_sheet(visit, action)
        return self._chosen(visit, action, choice)

    def _chosen(self, visit: Visit, action: str, choice: str) -> Visit:
        match visit, action:
            case Nobody(), "start":
                return self._first()
            case ((Nobody() | AtLanguages() | AtOffices()), "appointment"):
                return self._to_code(visit)
            case AtLanguages(entry), "language":
                return next((_in(each, entry) for each in self.languages if each == choice), visit)
            case AtOffices(language, _, before), "office":
                return AtServices(language, self.pack.office(choice), before=before)
            case AtServices(language, office, _, before), "service":
                return AtSheet(language, office, self.pack.service(choice), before=before)
        return visit

    def _back(self, visit: Visit) -> Visit:
        match visit:
            case AtOffices(_, _, before):
                return before or self._before_offices()
            case AtServices():
                return AtOffices(visit.language, before=visit.before)
            case AtSheet():
                found = visit.found
                return found or AtServices(visit.language, visit.office, before=visit.before)
            case AtCode():
                return AtOffices(visit.language)
            case Refused() | AtPriority() | Declaring():
                return _before_asking(visit)
            case _:
                return Nobody()

    def _before_offices(self) -> Visit:
        return Nobody() if self.is_one_language else AtLanguages()

    def _first(self) -> Visit:
        return AtOffices(self.languages[0]) if self.is_one_language else AtLanguages()

    def _to_code(self, visit: Nobody | AtLanguages | AtOffices) -> Visit:
        if isinstance(visit, AtOffices):
            return AtCode(visit.language)
        return AtCode(self.languages[0]) if self.is_one_language else AtLanguages(Entry())

    @property
    def is_one_language(self) -> bool:
        """Whether nobody is asked for a language."""
        return len(self.languages) == 1


def _before_asking(visit: Refused | AtPriority | Declaring) -> AtSheet | AtCode:
    return AtCode(visit.language, visit.entry) if isinstance(visit, Declaring) else visit.sheet


def _in(language: Language, entry: Entry | None) -> AtOffices | AtCode:
    return AtOffices(language) if entry is None else AtCode(language, entry)


def _turned(visit: Leafed, action: str) -> Visit:
    return replace(visit, leaf=visit.leaf + (1 if action == "more" else -1))


def _typed(entry: Entry, action: str, letter: str) -> Entry:
    match action:
        case "key":
            return entry.with_letter(letter)
        case "delete":
            return entry.without_last()
        case _:
            return entry


def _on_sheet(sheet: AtSheet, action: str) -> Visit:
    match action:
        case "another":
            return AtOffices(sheet.language, before=sheet)
        case "one_more":
            return replace(sheet, quantity=sheet.quantity + 1)
        case "one_less":
            return replace(sheet, quantity=sheet.quantity - 1)
        case _:
            return sheet
