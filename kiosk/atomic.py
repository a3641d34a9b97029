"""Files that a reader never finds half written."""

import os
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Put the content at the path, whole; the folder is made when it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path)
    beside.write_bytes(content)
    beside.replace(path)


def write_durably(path: Path, content: bytes) -> None:
    """Do the same, for what must be whole after a power cut as well: the old or the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path)
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")
