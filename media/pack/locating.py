"""Where in a pack's files something stands that is known by its place in the pack."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from media.toml_lines import Path as Field
from media.toml_lines import TomlLines

_FILES: Mapping[str, tuple[str, Field]] = MappingProxyType(
    {
        "commune": ("pack.toml", ("commune",)),
        "hall": ("pack.toml", ("hall",)),
        "offices": ("offices.toml", ("offices",)),
        "services": ("services.toml", ("services",)),
        "documents": ("documents.toml", ("documents",)),
        "laws": ("laws.toml", ("laws",)),
        "life_events": ("life_events.toml", ("life_events",)),
        "notices": ("notices.toml", ("notices",)),
        "charter": ("charter.toml", ("commitments",)),
        "council": ("council.toml", ()),
        "complaints": ("complaints.toml", ()),
    }
)

_NAMED_BY = ("id", "key", "number")
_PART = re.compile(r"[^.\[\]]+")


def located(folder: Path, place: str) -> tuple[Path, int]:
    """Return file and line of a place such as `services.burial.name`, as `all_words` names it.

    Raises `KeyError` when the pack in the folder has no such place.
    """
    parts = _PART.findall(place)
    if parts[0] == "procedures":
        return _in_sheets(folder / "procedures", parts[1], parts[2:])
    name, root = _FILES[parts[0]]
    return _in_file(folder / name, root, parts[1:])


def _in_sheets(folder: Path, sheet: str, parts: list[str]) -> tuple[Path, int]:
    for path in sorted(folder.glob("*.toml")):
        if tomllib.loads(path.read_text(encoding="utf-8")).get("id") == sheet:
            return _in_file(path, (), parts)
    raise KeyError(sheet)


def _in_file(path: Path, root: Field, parts: list[str]) -> tuple[Path, int]:
    text = path.read_text(encoding="utf-8")
    thing: Any = tomllib.loads(text)
    field = root
    for name in root:
        thing = thing[name]
    for part in parts:
        key = _key(thing, part)
        if key is None:  # left out in the file: its nearest neighbour is where it belongs
            break
        thing, field = thing[key], (*field, key)
    return path, TomlLines(text).line(field)


def _key(thing: object, part: str) -> str | int | None:
    match thing:
        case list():
            return next((n for n, each in enumerate(thing) if _is_named(each, n, part)), None)
        case dict() if part in thing:
            return part
        case _:
            return None


def _is_named(element: object, index: int, part: str) -> bool:
    if isinstance(element, dict):
        names = [str(element[name]) for name in _NAMED_BY if name in element]
        return part in names if names else part == str(index + 1)
    return part == str(index + 1)
