"""A wheel holds what the programs read: texts, packs, fonts, pages."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

PROGRAMS = ("nouba", "controller", "kiosk", "display", "media", "hardware", "wire")
FOR_DEVELOPERS = {"README.md", "script.py.mako"}


def test_every_file_that_a_program_reads_is_packed() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    patterns = ["*.py", *project["tool"]["setuptools"]["package-data"]["*"]]
    files = [
        path
        for program in PROGRAMS
        for path in Path(program).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name not in FOR_DEVELOPERS
    ]

    left_out = [path for path in files if not any(fnmatch(path.name, each) for each in patterns)]
    assert left_out == []
    assert any(path.suffix == ".mo" for path in files)
