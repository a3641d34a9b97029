"""What visitors may complain of, or make suggestions for, at an information screen."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from media.pack.kinds import Id, PictogramName
from media.words import Words


@dataclass(frozen=True, slots=True)
class ComplaintSubject:
    """Something that visitors may complain of, known by its pictogram."""

    id: Id
    pictogram: PictogramName
    name: Words
    is_of_an_office: bool = False
    """Whether the visitor is asked which office it is about."""


@dataclass(frozen=True, slots=True)
class ComplaintForm:
    """What an information screen asks whoever complains; nothing where it takes no complaints."""

    subjects: tuple[ComplaintSubject, ...] = ()
    portal: Annotated[str, StringConstraints(pattern=r"^(https?://\S+)?$", max_length=200)] = ""
    """The address of the national portal of complaints; empty where the screen names none."""

    def name_of(self, subject_id: str) -> Words | None:
        """Return what a subject is called; nothing when the pack no longer has it."""
        return next((each.name for each in self.subjects if each.id == subject_id), None)
