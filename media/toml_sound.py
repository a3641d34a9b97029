"""What is right in a file that is wrong elsewhere, so that all that is wrong is told at once."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from media.toml import Problem, TomlError, TomlFile, own_faults, place_of
from media.toml_lines import Path

Value = TypeVar("Value")
MISSING = frozenset({"missing", "missing_argument"})


class Sound(Generic[Value]):
    """What is left of a file once what is wrong has been taken out, and what that was."""

    def __init__(self, file: TomlFile, kind: type[Value]) -> None:
        """Read what can be read; raise `TomlError` where nothing is left of what is needed."""
        self._file, self._kind = file, kind
        self._data = deepcopy(file.data)
        self._kept: dict[Path, list[int]] = {}
        self._gone: list[Path] = []
        self.problems: tuple[Problem, ...] = ()
        self.value: Value = self._read()

    def problem(self, text: str, *field: str | int) -> Problem:
        """Return a problem with a field of the value, at the line where the file has it."""
        return self._file.problem(text, *self._written(field))

    def is_whole(self, *field: str | int) -> bool:
        """Whether nothing was taken out of this field, nor it out of another."""
        path = self._written(field)
        return all(gone[: len(path)] != path[: len(gone)] for gone in self._gone)

    def _read(self) -> Value:
        adapter = TypeAdapter(self._kind)
        while True:
            try:
                value: Value = adapter.validate_python(self._data, extra="forbid")
            except ValidationError as error:
                self._mend(error.errors(include_url=False))
            else:
                return value

    def _mend(self, errors: Iterable[ErrorDetails]) -> None:
        """Take out what is wrong; what is missing then takes what it is missing from with it."""
        wrong = list(errors)
        if not self.problems:
            self.problems = tuple(self._file.told(self._kind, each) for each in own_faults(wrong))
        taken = [place_of(each)[: -1 if each["type"] in MISSING else None] for each in wrong]
        self._gone += [self._written(place_of(each)) for each in wrong]
        for path in reversed(_outermost(taken)):
            self._take_out(path)

    def _take_out(self, path: Path) -> None:
        if not path:
            raise TomlError(self.problems)
        around: Any = self._data
        for part in path[:-1]:
            around = around[part]
        if isinstance(around, list):
            *before, last = self._written(path)
            self._kept.setdefault(tuple(before), list(range(len(around)))).remove(int(last))
        del around[path[-1]]

    def _written(self, path: Path) -> Path:
        """Return where something stands in the file: elements before it may have been taken out."""
        written: Path = ()
        for part in path:
            kept = self._kept.get(written)
            written = (*written, kept[part] if kept and isinstance(part, int) else part)
        return written


def _outermost(paths: Iterable[Path]) -> list[Path]:
    """Return the paths, each once and in their order, without those inside another."""
    each_once = dict.fromkeys(paths)
    return [
        path
        for path in each_once
        if not any(path[:length] in each_once for length in range(len(path)))
    ]
