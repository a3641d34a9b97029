"""Where a touch leads at an information screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.information.complaint_visit import AtConcerned, AtKinds, AtSubjects, Complaining
from kiosk.information.complaint_ways import behind_complaining, told
from kiosk.information.known import Known
from kiosk.information.visit import (
    AtCouncil,
    AtDirectory,
    AtLeaflet,
    AtMenu,
    AtNews,
    InformationVisit,
    Looking,
)
from kiosk.information_page import CouncilTopic, Topic
from kiosk.searching import begun, behind, searched
from kiosk.visit import (
    AtEvents,
    AtLanguages,
    AtProcedure,
    AtSearch,
    AtTicks,
    HavingList,
    Leafed,
    Nobody,
    Searching,
)
from media.pack import Pack
from wire.messages import Language

LEAFED = Leafed | AtDirectory | AtNews | AtLeaflet | AtSubjects | AtConcerned
"""Where leaves are turned."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways through what is known."""

    languages: tuple[Language, ...]

    def after(self, visit: InformationVisit, target: str, known: Known) -> InformationVisit:
        """Return where a touch on what the page offers leads; what is no way leads nowhere."""
        action, _, choice = target.partition(":")
        match action:
            case "home":
                return self._home(visit)
            case "back":
                return self._back(visit)
            case "more" | "less" if isinstance(visit, LEAFED):
                return replace(visit, leaf=visit.leaf + (1 if action == "more" else -1))
            case "keep" if isinstance(visit, AtProcedure | AtTicks):
                return HavingList(visit, visit.take_home)
        return self._chosen(visit, action, choice, known)

    def _chosen(
        self, visit: InformationVisit, action: str, choice: str, known: Known
    ) -> InformationVisit:
        match visit:
            case Nobody():
                return self._first()
            case AtLanguages():
                return next((AtMenu(each) for each in self.languages if each == choice), visit)
            case AtMenu() | AtDirectory() | AtNews() | AtCouncil() | AtLeaflet():
                return _looked_up(visit, action, choice, known)
            case _ if isinstance(visit, Complaining):
                return told(visit, action, choice, known.pack)
            case _:
                return _among_procedures(visit, action, choice, known.pack)

    def _first(self) -> InformationVisit:
        return AtMenu(self.languages[0]) if len(self.languages) == 1 else AtLanguages()

    def _home(self, visit: InformationVisit) -> InformationVisit:
        """Return to the menu, and from there to the invitation: the visitor has gone."""
        if isinstance(visit, Nobody | AtLanguages | AtMenu):
            return Nobody()
        return AtMenu(visit.language)

    def _back(self, visit: InformationVisit) -> InformationVisit:
        match visit:
            case AtLeaflet(before=before):
                return before
            case AtDirectory() | AtNews() | AtCouncil() | AtEvents() | AtSearch():
                return AtMenu(visit.language)
            case AtMenu() if len(self.languages) > 1:
                return AtLanguages()
            case Nobody() | AtLanguages() | AtMenu():
                return Nobody()
            case _ if isinstance(visit, Complaining):
                return behind_complaining(visit) or AtMenu(visit.language)
            case _:
                return _only_here(behind(visit))


def _looked_up(visit: Looking, action: str, choice: str, known: Known) -> InformationVisit:
    match visit, action:
        case AtMenu(language), "topic":
            return _begun(language, Topic(choice))
        case AtDirectory(language), "office":
            return AtLeaflet(language, known.pack.office(choice), visit)
        case AtNews(language), "news":
            found = (each for each in known.news if each.id == choice)
            return next((AtLeaflet(language, each, visit) for each in found), visit)
        case AtCouncil(language), "council":
            return AtLeaflet(language, CouncilTopic(choice), visit)
    return visit


def _begun(language: Language, topic: Topic) -> InformationVisit:
    match topic:
        case Topic.SEARCH | Topic.EVENTS:
            return _only_here(begun(language, topic))
        case Topic.CHARTER:
            return AtLeaflet(language, topic, AtMenu(language))
        case Topic.COMPLAINTS:
            return AtKinds(language)
    places: dict[Topic, Callable[[Language], Looking]] = {
        Topic.DIRECTORY: AtDirectory,
        Topic.NEWS: AtNews,
        Topic.COUNCIL: AtCouncil,
    }
    return places[topic](language)


def _among_procedures(visit: Searching, action: str, choice: str, pack: Pack) -> InformationVisit:
    return _only_here(searched(visit, action, choice, replace(pack, services=())))


def _only_here(visit: object) -> InformationVisit:
    """Return it: without services to give tickets for, no procedure leads to a ticket."""
    assert isinstance(visit, InformationVisit)
    return visit
