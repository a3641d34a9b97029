"""What is said between the controller and the process that reads for it: a line, then bytes."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, TypeAdapter

from controller.news.draft import Draft
from controller.news.entry import Reading
from controller.news.feed import Feed
from controller.news.problem import Problem


@dataclass(frozen=True, slots=True)
class GatherTask:
    """Read the body of an answer; it stands behind the line."""

    feed: Feed
    url: str
    content_type: str
    now: AwareDatetime
    zone: str
    kind: Literal["gather"] = "gather"


@dataclass(frozen=True, slots=True)
class PictureTask:
    """Encode the picture anew that stands behind the line."""

    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the answer says."""

    drafts: tuple[Draft, ...]
    since: AwareDatetime | None
    until: AwareDatetime | None
    problem: Problem | None
    detail: str
    kind: Literal["drafts"] = "drafts"

    @property
    def reading(self) -> Reading:
        """Return how much of the source this is; the entries themselves stay behind."""
        return Reading((), self.problem, self.detail, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Encoded:
    """The picture stands behind the line."""

    width: int
    height: int
    kind: Literal["encoded"] = "encoded"


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing could be made of it."""

    problem: Problem
    detail: str
    kind: Literal["failed"] = "failed"


Task = Annotated[GatherTask | PictureTask, Field(discriminator="kind")]
Result = Annotated[Drafts | Encoded | Failed, Field(discriminator="kind")]


@cache  # to make the checks takes longer than to do them
def tasks() -> TypeAdapter[GatherTask | PictureTask]:
    """Return what checks a task."""
    return TypeAdapter(Task)


@cache
def results() -> TypeAdapter[Drafts | Encoded | Failed]:
    """Return what checks a result."""
    return TypeAdapter(Result)


def as_line(value: GatherTask | PictureTask | Drafts | Encoded | Failed) -> bytes:
    """Return the value as one line."""
    adapter: TypeAdapter[object] = TypeAdapter(type(value))
    return json.dumps(adapter.dump_python(value, mode="json")).encode() + b"\n"
