"""What is assumed of a hall's services: a TOML file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

from pydantic import Field

from controller.hall.ids import ServiceId
from controller.simulation import Assumptions, Work
from media.pack import Pack
from media.toml import Problem, TomlError, TomlFile
from wire.messages import DECLARED, Priority

ASSUMED = Path(__file__).with_name("assumed.toml")
HUNDRED = 100
Minutes = Annotated[float, Field(gt=0, le=480, allow_inf_nan=False)]
"""Up to a whole day at the counter."""

Share = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class WorkFields:
    """One service: minutes at the counter, and how many come for it beside the others."""

    median: Minutes
    share: Share


@dataclass(frozen=True, slots=True)
class AssumedFields:
    """The whole file."""

    services: Mapping[str, WorkFields] = field(default_factory=dict)
    other: WorkFields = field(default_factory=lambda: WorkFields(6, 2))
    classes: Mapping[Priority, Share] = field(default_factory=dict)
    """So many of a hundred visitors declare each; the others are `normal`."""


def read_assumptions(path: Path, pack: Pack, visitors: float) -> tuple[Assumptions, list[str]]:
    """Return what is assumed of the pack's services, and those that the file does not list.

    Raises `TomlError`.
    """
    file = TomlFile(path)
    fields = file.value(AssumedFields)
    wrong = (*_wrong_classes(file, fields.classes), *_unknown(file, fields, pack))
    if not any(_of(fields, service.id).share for service in pack.services):
        wrong += (_nobody(path),)
    if wrong:
        raise TomlError(wrong)
    work = {ServiceId(service.id): _work(_of(fields, service.id)) for service in pack.services}
    unlisted = [service.id for service in pack.services if service.id not in fields.services]
    classes = {each: count / HUNDRED for each, count in fields.classes.items()}
    return Assumptions(visitors, work, classes=classes), unlisted


def _unknown(file: TomlFile, fields: AssumedFields, pack: Pack) -> Iterator[Problem]:
    """Find misspelt services; what is shipped lists those of other packs too."""
    known = [service.id for service in pack.services]
    for each in fields.services:
        if each not in known and file.path != ASSUMED:
            near = get_close_matches(each, known, 1)
            asked = f"; is it {near[0]}?" if near else f": it has {', '.join(known)}"
            yield file.problem(f"the pack has no such service{asked}", "services", each)


def _of(fields: AssumedFields, service: str) -> WorkFields:
    return fields.services.get(service, fields.other)


def _wrong_classes(file: TomlFile, classes: Mapping[Priority, float]) -> Iterator[Problem]:
    for each in classes:
        if each not in DECLARED:
            yield file.problem(f"visitors declare {', '.join(DECLARED)}", "classes", each)
    if sum(classes.values()) > HUNDRED:
        yield file.problem("more than a hundred of a hundred visitors", "classes")


def _nobody(path: Path) -> Problem:
    return Problem(path, 1, "services", "nobody would come: all shares are 0")


def _work(fields: WorkFields) -> Work:
    return Work(fields.share, fields.median)
