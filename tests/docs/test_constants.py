"""No module keeps what somebody may change: a constant is one that stays."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = ("bench", "controller", "display", "hardware", "kiosk", "media", "nouba", "wire")
CHANGEABLE = (ast.Dict, ast.List, ast.Set, ast.DictComp, ast.ListComp, ast.SetComp)
MAKERS = {"dict", "list", "set", "defaultdict", "Counter", "OrderedDict", "deque", "bytearray"}


def changeable(source: str) -> list[str]:
    """Return the names of a module that stand for what can be changed in place."""
    return [
        name
        for name, value in bound(ast.parse(source))
        if name != "__all__" and is_changeable(value)
    ]


def bound(module: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for statement in module.body:
        match statement:
            case ast.Assign(targets, value):
                yield from ((ast.unparse(each), value) for each in targets)
            case ast.AnnAssign(target, _, ast.expr() as value):
                yield ast.unparse(target), value


def is_changeable(value: ast.expr) -> bool:
    match value:
        case ast.Call(ast.Name(maker) | ast.Attribute(attr=maker)):
            return maker in MAKERS
        case _:
            return isinstance(value, CHANGEABLE)


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_constant_can_be_changed(program: str) -> None:
    modules = sorted((ROOT / program).rglob("*.py"))
    found = {path.relative_to(ROOT).as_posix(): changeable(path.read_text()) for path in modules}

    assert modules
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("A = {1: 2}", ["A"]),
        ("A: dict[int, int] = {}", ["A"]),
        ("A = B = [1]", ["A", "B"]),
        ("A = {each for each in B}", ["A"]),
        ("A = collections.defaultdict(int)", ["A"]),
        ("A = MappingProxyType({1: 2})", []),
        ("A: int", []),
        ("A = frozenset({1})", []),
        ("Wording = dict[str, str]", []),
        ("__all__ = ['a']", []),
        ("def f():\n    a = []", []),
    ],
)
def test_what_can_be_changed_is_seen(source: str, names: list[str]) -> None:
    assert changeable(source) == names
