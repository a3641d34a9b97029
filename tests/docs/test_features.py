"""The table of features names what is there, and every line of it answers."""

import ast
import re
from pathlib import Path

import pytest

FEATURES = Path("docs/features.md")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in FEATURES.read_text(encoding="utf-8").replace("| |", "|  |").splitlines()
    if line.startswith("| ") and not line.startswith("| item")
]
NAMED = re.compile(
    r"`((?:wire|hardware|media|controller|kiosk|display|nouba)(?:/[\w.]+)+)`(?: \((\w+)\))?"
)
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
TESTS = re.compile(f"{TEST.pattern}(?:, {TEST.pattern})*")
ANSWERS = ("yes", "partly: ", "later, with ", "no: ", "none is needed: ")


def ids(row: list[str]) -> str:
    return row[0]


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_a_row_answers_and_what_is_there_has_a_place_and_a_test(row: list[str]) -> None:
    _, here, *rest = row

    assert here.startswith(ANSWERS)
    if here.startswith(("yes", "partly")):
        where, test = rest
        assert NAMED.search(where)
        assert TESTS.fullmatch(test)


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_the_code_and_the_test_that_a_row_names_exist(row: list[str]) -> None:
    line = " | ".join(row)

    for path, name in NAMED.findall(line):
        assert Path(path).exists(), path
        assert not name or re.search(rf"\b{name}\b", Path(path).read_text(encoding="utf-8")), name
    for path, name in TEST.findall(line):
        assert Path(path).is_file(), path
        assert not name or name in functions_of(Path(path)), name


def functions_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_each_part_of_a_hall_has_its_rows() -> None:
    headings = re.findall(r"^## (\w+)", FEATURES.read_text(encoding="utf-8"), re.MULTILINE)

    assert headings[:5] == ["Issue", "Ticket", "Queue", "Agent", "Display"]
    assert len(ROWS) > 80
