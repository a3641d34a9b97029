"""Reads a pack's folder: each file checked by itself, then all of them against one another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from media.pack.complaints import ComplaintForm
from media.pack.council import Council
from media.pack.model import (
    Commitment,
    Commune,
    Hall,
    Notice,
    Office,
    Pack,
    Service,
)
from media.pack.procedures import DocumentType, Law, LifeEvent, Procedure
from media.pack.references import Files, wrong_references
from media.toml import Problem, TomlError, TomlFile

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Place:
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


@dataclass(frozen=True, slots=True)
class _Documents:
    documents: tuple[DocumentType, ...]


@dataclass(frozen=True, slots=True)
class _Laws:
    laws: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class _LifeEvents:
    life_events: tuple[LifeEvent, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pack's folder holds, as far as it can be read."""

    pack: Pack | None
    """Nothing when a file cannot be read; what is wrong is among the problems."""

    values: Mapping[str, object]
    """What each file that is right by itself holds, by its name inside the folder."""

    files: Files
    problems: tuple[Problem, ...]


def load_pack(folder: Path) -> Pack:
    """Return the pack in the folder, whole and coherent.

    Raises `media.toml.TomlError`, which lists every problem with its file, line
    and field. References between files are checked once each file is right by itself.
    """
    reading = read_folder(folder)
    if reading.pack is None or reading.problems:
        raise TomlError(reading.problems)
    return reading.pack


def read_folder(folder: Path) -> Reading:
    """Return what is there, and all that makes it unusable as a pack."""
    reader = _Reader(folder)
    for name, kind in KINDS.items():
        reader.read(name, kind)
    for name, kind in OPTIONAL.items():
        reader.read_if_there(name, kind)
    for name in _sheets(folder):
        reader.read(name, Procedure)
    if reader.problems:
        return Reading(None, reader.values, reader.files, tuple(reader.problems))
    pack = _pack(reader)
    notices = reader.value("notices.toml", _Notices).notices
    wrong = tuple(wrong_references(pack, notices, reader.files))
    return Reading(pack, reader.values, reader.files, wrong)


KINDS: Mapping[str, type[object]] = MappingProxyType(
    {
        "pack.toml": Place,
        "offices.toml": _Offices,
        "services.toml": _Services,
        "documents.toml": _Documents,
        "laws.toml": _Laws,
        "life_events.toml": _LifeEvents,
        "notices.toml": _Notices,
        "charter.toml": _Charter,
    }
)
"""The files of a pack beside its sheets, and what each holds."""

OPTIONAL: Mapping[str, type[object]] = MappingProxyType(
    {"council.toml": Council, "complaints.toml": ComplaintForm}
)
"""Those that a pack may leave out."""


def _pack(reader: "_Reader") -> Pack:
    place = reader.value("pack.toml", Place)
    sheets = (reader.value(name, Procedure) for name in reader.files if _is_sheet(name))
    return Pack(
        commune=_with_logo(place.commune, reader.folder),
        hall=place.hall,
        offices=reader.value("offices.toml", _Offices).offices,
        services=reader.value("services.toml", _Services).services,
        procedures=tuple(sheets),
        notices=_latest_first(reader.value("notices.toml", _Notices).notices),
        charter=reader.value("charter.toml", _Charter).commitments,
        documents=reader.value("documents.toml", _Documents).documents,
        laws=reader.value("laws.toml", _Laws).laws,
        life_events=reader.value("life_events.toml", _LifeEvents).life_events,
        council=_council(reader),
        complaints=_complaints(reader),
    )


class _Reader:
    """Reads file after file and gathers the problems of all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: Files = {}
        self.values: dict[str, object] = {}
        self.problems: list[Problem] = []

    def read(self, name: str, kind: type[object]) -> None:
        """Read a file; what is wrong with it is gathered."""
        try:
            self.files[name] = TomlFile(self.folder / name)
            self.values[name] = self.files[name].value(kind)
        except TomlError as error:
            self.problems.extend(error.problems)

    def read_if_there(self, name: str, kind: type[object]) -> None:
        """Do the same with a file that a pack may leave out."""
        if (self.folder / name).exists():
            self.read(name, kind)

    def value(self, name: str, kind: type[Value]) -> Value:
        """Return what a file holds that was right."""
        value = self.values[name]
        assert isinstance(value, kind)
        return value


def _sheets(folder: Path) -> Iterator[str]:
    for path in sorted((folder / "procedures").glob("*.toml")):
        yield f"procedures/{path.name}"


def _is_sheet(name: str) -> bool:
    return name.startswith("procedures/")


def _council(reader: "_Reader") -> Council:
    if "council.toml" not in reader.values:
        return Council()
    council = reader.value("council.toml", Council)
    latest = sorted(council.decisions, key=lambda each: each.taken, reverse=True)
    return replace(council, decisions=tuple(latest))


def _complaints(reader: "_Reader") -> ComplaintForm:
    if "complaints.toml" not in reader.values:
        return ComplaintForm()
    return reader.value("complaints.toml", ComplaintForm)


def _with_logo(commune: Commune, folder: Path) -> Commune:
    """Let the logo's path start from the pack's folder, as it is written."""
    theme = commune.theme
    if theme.logo is None:
        return commune
    return replace(commune, theme=replace(theme, logo=folder / theme.logo))


def _latest_first(notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    return tuple(sorted(notices, key=lambda notice: notice.since, reverse=True))
