"""The import contracts leave no module out."""

import ast
import configparser
from pathlib import Path

ROOT = Path(__file__).parents[2]
OPEN_A_WINDOW = {
    "__init__",
    "__main__",
    "assembly",
    "workshop",
    "press_room",
    "information_assembly",
    "information_program",
    "program",
    "settings",
    "touch_map",
    "unpaired",
}
"""The modules that put a program together, and what they read."""

PURE = {
    *("bisect", "collections", "dataclasses", "datetime", "enum", "functools", "heapq"),
    *("fractions", "itertools", "math", "typing", "zoneinfo"),
}
"""Of Python's own modules, those that know nothing of the machine."""


def contract(name: str) -> configparser.SectionProxy:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    return contracts[f"importlinter:contract:{name}"]


def test_every_module_that_decides_on_a_screen_is_forbidden_to_know_kivy() -> None:
    named = set(contract("no-window")["source_modules"].split())
    modules = {
        f"{program}.{path.stem}"
        for program in ("kiosk", "display")
        for path in (ROOT / program).glob("*.py")
        if path.stem not in OPEN_A_WINDOW
    }

    assert modules - named == set()


def test_the_hall_imports_nothing_that_knows_the_machine() -> None:
    imported = {
        name.split(".")[0]
        for path in (ROOT / "controller" / "hall").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        for name in names_of(node)
    }

    assert imported - PURE == {"controller", "wire"}


def names_of(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names):
            return [each.name for each in names]
        case ast.ImportFrom(module=str(module)):
            return [module]
        case _:
            return []
