"""What is told of a bank's voice: `manifest.toml` beside its clips."""

import hashlib
import json
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

from wire.messages import LANGUAGES, Language

MANIFEST = "manifest.toml"
SUFFIXES = (".ogg", ".wav", ".flac", ".mp3")

Joins = Literal["spliced", "spaced"]
"""How hundreds meet what follows them: cut from one breath, or recorded one by one."""


class BadManifestError(ValueError):
    """A bank's manifest lacks something, or says something unknown."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is told of a bank's voice."""

    language: Language
    voice: str
    """Who speaks, or which machine."""

    credit: str
    licence: str
    joins: Joins
    version: str


def read_manifest(folder: Path) -> Manifest:
    """Return what is told of a bank's voice, or raise `BadManifestError`."""
    path = folder / MANIFEST
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        manifest = Manifest(**{name: told[name] for name in Manifest.__dataclass_fields__})
    except (OSError, ValueError, KeyError) as error:
        raise BadManifestError(f"{path}: {error!r}") from error
    if manifest.language not in LANGUAGES or manifest.joins not in get_args(Joins):
        raise BadManifestError(f"{path}: unknown language or joins")
    return manifest


def write_manifest(folder: Path, told: Manifest) -> None:
    """Write the manifest, whole or not at all; raise `OSError`."""
    # A string of JSON is one of TOML, too.
    lines = (f"{name} = {json.dumps(text)}\n" for name, text in asdict(told).items())
    part = folder / f"{MANIFEST}.part"
    part.write_text("".join(lines), encoding="utf-8")
    part.replace(folder / MANIFEST)


def clip_files(folder: Path) -> dict[str, Path]:
    """Return the sound files of a folder by their clips' names."""
    return {file.stem: file for file in sorted(folder.iterdir()) if file.suffix in SUFFIXES}


def version_of(files: Iterable[Path]) -> str:
    """Return a short name for exactly these clips."""
    content = hashlib.sha256()
    for file in sorted(files):
        content.update(file.name.encode() + file.read_bytes())
    return content.hexdigest()[:12]
