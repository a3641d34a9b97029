"""What is assumed of a hall's services: a TOML file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import Field

from controller.hall.ids import ServiceId
from controller.simulation import Assumptions, Work
from media.pack import Pack
from media.toml import Problem, TomlError, read_toml

ASSUMED = Path(__file__).with_name("assumed.toml")
Positive = Annotated[float, Field(gt=0)]


@dataclass(frozen=True, slots=True)
class WorkFields:
    """One service: minutes at the counter, and how many come for it beside the others."""

    median: Positive
    share: Annotated[float, Field(ge=0)]


@dataclass(frozen=True, slots=True)
class AssumedFields:
    """The whole file."""

    services: Mapping[str, WorkFields] = field(default_factory=dict)
    other: WorkFields = field(default_factory=lambda: WorkFields(6, 2))


def read_assumptions(path: Path, pack: Pack, visitors: float) -> tuple[Assumptions, list[str]]:
    """Return what is assumed of the pack's services, and those that the file does not list.

    Raises `TomlError`.
    """
    fields = read_toml(path, AssumedFields)
    if not any(_of(fields, service.id).share for service in pack.services):
        raise TomlError([_nobody(path)])
    work = {ServiceId(service.id): _work(_of(fields, service.id)) for service in pack.services}
    unlisted = [service.id for service in pack.services if service.id not in fields.services]
    return Assumptions(visitors, work), unlisted


def _of(fields: AssumedFields, service: str) -> WorkFields:
    return fields.services.get(service, fields.other)


def _nobody(path: Path) -> Problem:
    return Problem(path, 1, "services", "nobody would come: all shares are 0")


def _work(fields: WorkFields) -> Work:
    return Work(fields.share, fields.median)
