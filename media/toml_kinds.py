"""What may stand where in a file, by the types that it is read into."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from media.toml_lines import Path


def names_at(kind: object, path: Path) -> tuple[str, ...]:
    """Return the fields of the table at this path; none where any name may stand, or no table."""
    for part in path:
        kind = _inside(_bare(kind), part)
    found = _bare(kind)
    return tuple(each.name for each in fields(found)) if _is_table(found) else ()


def _inside(kind: object, part: str | int) -> object:
    if _is_table(kind):
        return get_type_hints(kind, include_extras=True).get(str(part))
    arguments = get_args(kind)
    if not arguments:
        return None
    return arguments[1] if get_origin(kind) is Mapping else arguments[0]


def _bare(kind: object) -> Any:  # noqa: ANN401 - whatever the type names
    """Return the type without what is annotated, and without the nothing that it may be."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in {Union, UnionType}:
        return _bare(next(each for each in get_args(kind) if each is not NoneType))
    return kind


def _is_table(kind: object) -> bool:
    return isinstance(kind, type) and is_dataclass(kind)
