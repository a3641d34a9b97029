"""The demonstration pack, and copies of it that a test may spoil."""

import shutil
from pathlib import Path

import pytest

from media.pack import load_pack
from media.toml import TomlError

DEMO = Path(__file__).parents[2] / "media" / "packs" / "demo"


def spoiled(folder: Path, file: str, old: str, new: str) -> Path:
    """Copy the pack, and in one file put `new` where `old` stands first."""
    copy = folder / "pack"
    shutil.copytree(DEMO, copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy


def problems(folder: Path) -> list[str]:
    """Load a wrong pack and return its problems, without the folder."""
    with pytest.raises(TomlError) as error:
        load_pack(folder)
    return str(error.value).replace(f"{folder}/", "").splitlines()
