"""The shape of what an information screen says of a complaint."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from controller.web.requests import RequestId
from wire.appointment_code import ALPHABET
from wire.follow_up import LENGTH
from wire.messages import (
    LONGEST_COMPLAINT,
    LONGEST_COMPLAINTS_PLACE,
    LONGEST_PHONE,
    ComplaintKind,
    Language,
)

Code = Annotated[str, Field(pattern=rf"^[{ALPHABET}]{{{LENGTH}}}$")]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
NoneOrId = Annotated[str, Field(pattern=r"^([a-z][a-z0-9_]*)?$", max_length=40)]
Phone = Annotated[str, Field(pattern=rf"^[0-9]{{0,{LONGEST_PHONE}}}$")]
Place = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=LONGEST_COMPLAINTS_PLACE)
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_COMPLAINT)]


@dataclass(frozen=True, slots=True)
class ComplaintNow:
    """A visitor told something."""

    request: RequestId
    code: Code
    kind: ComplaintKind
    subject: Id
    """Of the screen's pack, which may be another than the controller's: it is not looked up."""

    language: Language
    written_at: AwareDatetime | None = None
    office: NoneOrId = ""
    place: Place = ""
    words: Text = ""
    phone: Phone = ""
