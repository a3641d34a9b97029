"""How far a visitor has come at an information screen."""

from dataclasses import dataclass
from typing import Union

from kiosk.information.complaint_visit import Complaining
from kiosk.information_page import Subject
from kiosk.visit import AtLanguages, Nobody, Searching
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class AtMenu:
    """Choosing what to look up."""

    language: Language


@dataclass(frozen=True, slots=True)
class AtDirectory:
    """Choosing an office."""

    language: Language
    leaf: int = 1


@dataclass(frozen=True, slots=True)
class AtNews:
    """Choosing a piece of news."""

    language: Language
    leaf: int = 1


@dataclass(frozen=True, slots=True)
class AtCouncil:
    """Choosing what to read of the council."""

    language: Language


@dataclass(frozen=True, slots=True)
class AtLeaflet:
    """Reading."""

    language: Language
    subject: Subject
    before: Union["AtMenu", AtDirectory, AtNews, AtCouncil]
    leaf: int = 1


Looking = AtMenu | AtDirectory | AtNews | AtCouncil | AtLeaflet
"""Where a visitor looks something up that is no procedure."""

InformationVisit = Nobody | AtLanguages | Looking | Searching | Complaining
