"""TOML files into checked values. Each error names the file, the line and the field."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from media import toml_lines
from media.toml_lines import TomlLines

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
        return f"{self.file}, line {self.line}: {self.reason}."

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
        self._data = _parsed(path, text)
        self._lines = TomlLines(text)

    def value(self, kind: type[Value]) -> Value:
        """Return the file's contents as a value of this kind, or raise `TomlError`."""
        try:
            value: Value = TypeAdapter(kind).validate_python(self._data, extra="forbid")
        except ValidationError as error:
            details = error.errors(include_url=False)
            raise TomlError(self._told(each) for each in details) from None
        return value

    def problem(self, text: str, *field: str | int) -> Problem:
        """Return a problem with the field, given by its keys and indexes (from 0)."""
        return Problem(self.path, self._lines.line(field), toml_lines.shown(field), text)

    def _told(self, error: ErrorDetails) -> Problem:
        return self.problem(_sentence(error), *error["loc"])


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
        raise TomlError([Problem(path, 1, "the file", "is not written in UTF-8")]) from None
    except OSError as error:
        text = f"cannot be read ({error.strerror})"
        raise TomlError([Problem(path, 1, "the file", text)]) from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TomlError([_syntax(path, text, str(error))]) from None


def _syntax(path: Path, text: str, error: str) -> Problem:
    """Move the line out of the reader's message: `… (at line 3, column 7)`."""
    reason, _, place = error.partition(" (at ")
    words = place.replace(",", "").removeprefix("line ").split()
    is_numbered = bool(words) and words[0].isdigit()
    line = int(words[0]) if is_numbered else text.count("\n") + 1
    return Problem(path, line, "the file", f"is not well-formed TOML: {_lowered(reason)}")


def _sentence(error: ErrorDetails) -> str:
    match error["type"]:
        case "missing" | "missing_argument":
            return "is missing"
        case "unexpected_keyword_argument" | "extra_forbidden":
            return "is not known here"
        case "value_error":
            return str(error["ctx"]["error"])
        case _:
            return f"{_lowered(error['msg'])}, not {_quoted(error['input'])}"


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


def _quoted(found: object) -> str:
    match found:
        case str():
            return f'"{found}"'
        case bool():
            return str(found).lower()
        case dict():
            return "a table"
        case list():
            return "a list"
        case _:
            return str(found)
