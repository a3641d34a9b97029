"""Reads a pack's folder: each file checked by itself, then all of them against one another."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from media.pack.model import (
    Commitment,
    Commune,
    Hall,
    Notice,
    Office,
    Pack,
    Procedure,
    Service,
)
from media.pack.references import Files, wrong_references
from media.toml import Problem, TomlError, TomlFile

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Place:
    """The contents of `pack.toml`."""

    commune: Commune
    hall: Hall


@dataclass(frozen=True, slots=True)
class _Offices:
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class _Services:
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class _Notices:
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Charter:
    commitments: tuple[Commitment, ...]


def load_pack(folder: Path) -> Pack:
    """Return the pack in the folder, whole and coherent.

    Raises `media.toml.TomlError`, which lists every problem with its file, line
    and field. References between files are checked once each file is right by itself.
    """
    reader = _Reader(folder)
    place = reader.read("pack.toml", _Place)
    offices = reader.read("offices.toml", _Offices)
    services = reader.read("services.toml", _Services)
    procedures = [reader.read(name, Procedure) for name in _sheets(folder)]
    notices = reader.read("notices.toml", _Notices)
    charter = reader.read("charter.toml", _Charter)
    reader.refuse_problems()
    pack = Pack(
        commune=_present(place).commune,
        hall=_present(place).hall,
        offices=_present(offices).offices,
        services=_present(services).services,
        procedures=tuple(map(_present, procedures)),
        notices=_latest_first(_present(notices).notices),
        charter=_present(charter).commitments,
    )
    reader.problems.extend(wrong_references(pack, _present(notices).notices, reader.files))
    reader.refuse_problems()
    return pack


class _Reader:
    """Reads file after file and gathers the problems of all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.files: Files = {}
        self.problems: list[Problem] = []

    def read(self, name: str, kind: type[Value]) -> Value | None:
        try:
            self.files[name] = TomlFile(self._folder / name)
            return self.files[name].value(kind)
        except TomlError as error:
            self.problems.extend(error.problems)
            return None

    def refuse_problems(self) -> None:
        if self.problems:
            raise TomlError(self.problems)


def _sheets(folder: Path) -> Iterator[str]:
    for path in sorted((folder / "procedures").glob("*.toml")):
        yield f"procedures/{path.name}"


def _latest_first(notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    return tuple(sorted(notices, key=lambda notice: notice.since, reverse=True))


def _present(value: Value | None) -> Value:
    if value is None:
        raise AssertionError("a file that could not be read was not reported")
    return value
