"""Every text of a pack, with the place where a person finds it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from media.pack.model import Pack
from media.toml_lines import Path
from media.words import Words


def all_words(pack: Pack) -> Iterator[tuple[str, Words]]:
    """Yield each place, such as `procedures.birth_copy.documents[1]`, and its text."""
    return _inside(pack, "")


def words_in(thing: object, field: Path = ()) -> Iterator[tuple[Path, Words]]:
    """Yield each text of what a file holds, and the keys and indexes that lead to it there."""
    match thing:
        case Words():
            yield field, thing
        case tuple():
            for index, each in enumerate(thing):
                yield from words_in(each, (*field, index))
        case _ if is_dataclass(thing):
            for each in fields(thing):
                yield from words_in(getattr(thing, each.name), (*field, each.name))


def _inside(thing: object, place: str) -> Iterator[tuple[str, Words]]:
    match thing:
        case Words():
            yield place, thing
        case tuple():
            for index, each in enumerate(thing, 1):
                yield from _inside(each, f"{place}{_name(each, index)}")
        case _ if is_dataclass(thing):
            for field in fields(thing):
                inner = f"{place}.{field.name}".removeprefix(".")
                yield from _inside(getattr(thing, field.name), inner)


def _name(thing: object, index: int) -> str:
    """Return how the file's author knows an element: by its id, else by its position."""
    for field in ("id", "key", "number"):
        if hasattr(thing, field):
            return f".{getattr(thing, field)}"
    return f"[{index}]"
