"""TOML files into checked values. Each error names the file, the line and the field."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from media import toml_lines
from media.toml_kinds import names_at
from media.toml_lines import TomlLines
from media.toml_syntax import broken
from media.toml_words import Around, sentence

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file, for the person who wrote it."""

    file: Path
    line: int
    field: str
    """Where in the file, such as `counters[2].services`; elements are counted from 1."""

    text: str

    def __str__(self) -> str:
        end = "" if self.text.endswith("?") else "."
        return f"{self.file}, line {self.line}: {self.reason}{end}"

    @property
    def reason(self) -> str:
        """What is wrong with which field, without the place."""
        return f"{self.field}: {self.text}"


class TomlError(ValueError):
    """One or more files do not hold what is expected; every problem is listed, a line each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class TomlFile:
    """A TOML file that was read, whose fields can still be found by their lines."""

    def __init__(self, path: Path) -> None:
        """Read the file; raise `TomlError` when it cannot be read or is not TOML."""
        self.path = path
        text = _text(path)
        self.data = _parsed(path, text)
        self._lines = TomlLines(text)

    def value(self, kind: type[Value]) -> Value:
        """Return the file's contents as a value of this kind, or raise `TomlError`."""
        checked: Any = kind  # a type is hashable, whatever its type says
        try:
            value: Value = _adapter(checked).validate_python(self.data, extra="forbid")
        except ValidationError as error:
            details = own_faults(error.errors(include_url=False))
            raise TomlError(self.told(kind, each) for each in details) from None
        return value

    def problem(self, text: str, *field: str | int) -> Problem:
        """Return a problem with the field, given by its keys and indexes (from 0)."""
        return Problem(self.path, self._lines.line(field), toml_lines.shown(field), text)

    def told(self, kind: object, error: ErrorDetails) -> Problem:
        """Return what is wrong, in words; `kind` is what the whole file should be."""
        place = place_of(error)
        around = Around(
            names_at(kind, place[:-1]), names_at(kind, ()), bool(names_at(kind, (*place, 0)))
        )
        return self.problem(sentence(error, around), *place)


@cache  # a pack is many files of few kinds, and to make the checks of one takes 20 ms
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401  # types have no common type
    return TypeAdapter(kind)


def own_faults(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out lists that are too short only because what stands in them is wrong."""
    around = {each["loc"][:end] for each in details for end in range(len(each["loc"]))}
    return [each for each in details if each["type"] != "too_short" or each["loc"] not in around]


def place_of(error: ErrorDetails) -> toml_lines.Path:
    """Return the keys and indexes of what is wrong; of a name that is wrong, those of its value."""
    return tuple(each for each in error["loc"] if each != "[key]")


def read_toml(path: Path, kind: type[Value]) -> Value:
    """Return the file's contents as a value of this kind (a dataclass, best frozen).

    Raises `TomlError`, which lists every problem with its file, line and field:
    a missing or unknown field, a wrong type, a text where a number should stand.
    """
    return TomlFile(path).value(kind)


def within(folder: Path, path: Path | None) -> Path | None:
    """Let a path that stands in a file start from the file's folder; nothing stays nothing."""
    return folder / path if path else None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise TomlError([Problem(path, 1, "the file", "is missing")]) from None
    except UnicodeDecodeError:
        raise TomlError(
            [Problem(path, 1, "the file", "is not written in UTF-8: save it as UTF-8")]
        ) from None
    except OSError as error:
        text = f"cannot be read ({error.strerror})"
        raise TomlError([Problem(path, 1, "the file", text)]) from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # such as a number of five thousand digits
        line, reason = broken(text, str(error))
        raise TomlError([Problem(path, line, "cannot be read", reason)]) from None
