"""On which line each field of a TOML file stands, which the standard reader does not tell."""

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]
"""The keys and indexes from the document's root to a field."""

_TOKEN = re.compile(
    r'''
    (?P<skip>[ \t\r]+|\#[^\n]*)
  | (?P<text>"""(?:\\.|[^\\])*?"{3,5}|\'{3}.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')
  | (?P<newline>\n)
  | (?P<mark>\[\[|\]\]|[\[\]{}=,.])
  | (?P<bare>[^\s\#"'\[\]{}=,.]+)
    ''',
    re.VERBOSE | re.DOTALL,
)


class TomlLines:
    """Finds the line of any field, element or table of a well-formed TOML document."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {(): 1}
        self._tokens = list(_tokens(text))
        self._at = 0
        self._counts: dict[Path, int] = {}
        self._read_document()

    def line(self, path: Path) -> int:
        """Return the line (from 1) of the field, or of the nearest thing around it."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _read_document(self) -> None:
        table: Path = ()
        while self._at < len(self._tokens):
            match self._peek():
                case "\n":
                    self._at += 1
                case "[" | "[[":
                    table = self._read_header()
                case _:
                    self._read_pair(table)

    def _read_header(self) -> Path:
        line = self._tokens[self._at][1]
        is_array = self._next() == "[["
        names = self._read_key()
        self._at += 1  # the closing bracket
        path = (*self._resolved(names[:-1]), names[-1])
        if is_array:
            self._counts[path] = self._counts.get(path, -1) + 1
            self._mark(path, line)
            path = (*path, self._counts[path])
        self._mark(path, line)
        return path

    def _resolved(self, names: Path) -> Path:
        """Follow the names into the last element of each array of tables on the way."""
        path: Path = ()
        for name in names:
            path = (*path, name)
            if path in self._counts:
                path = (*path, self._counts[path])
        return path

    def _read_pair(self, table: Path) -> None:
        line = self._tokens[self._at][1]
        names = self._read_key()
        self._at += 1  # the equals sign
        for length in range(1, len(names) + 1):
            self._mark((*table, *names[:length]), line)
        self._read_value((*table, *names))

    def _read_key(self) -> Path:
        names = [_bare(self._next())]
        while self._peek() == ".":
            self._at += 1
            names.append(_bare(self._next()))
        return tuple(names)

    def _read_value(self, path: Path) -> None:
        match self._next():
            case "[":
                self._read_array(path)
            case "[[":  # two arrays that open together
                self._tokens[self._at - 1] = ("[", self._tokens[self._at - 1][1])
                self._mark((*path, 0), self._tokens[self._at - 1][1])
                self._read_array((*path, 0))
                self._read_array(path, 1)
            case "{":
                self._read_inline_table(path)
            case _:
                while self._peek() not in {"\n", ",", "]", "]]", "}", ""}:
                    self._at += 1

    def _read_array(self, path: Path, index: int = 0) -> None:
        while (token := self._peek()) not in {"]", "]]", ""}:
            if token in {"\n", ","}:
                self._at += 1
                continue
            self._mark((*path, index), self._tokens[self._at][1])
            self._read_value((*path, index))
            index += 1
        self._close_array()

    def _close_array(self) -> None:
        if self._peek() == "]]":  # two arrays that close together: leave one bracket
            self._tokens[self._at] = ("]", self._tokens[self._at][1])
            return
        self._at += 1

    def _read_inline_table(self, path: Path) -> None:
        while (token := self._peek()) not in {"}", ""}:
            if token in {"\n", ","}:
                self._at += 1
                continue
            self._read_pair(path)
        self._at += 1

    def _mark(self, path: Path, line: int) -> None:
        self._lines.setdefault(path, line)

    def _peek(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        self._at += 1
        return token


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    line = 1
    for found in _TOKEN.finditer(text):
        if found.lastgroup != "skip":
            yield found.group(), line
        line += found.group().count("\n")


def _bare(token: str) -> str:
    return token[1:-1] if token[:1] in {'"', "'"} else token


def shown(path: Path) -> str:
    """Return the path as a person reads it, elements counted from 1: `counters[2].name`."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".") or "the file"
