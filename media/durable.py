"""Files of which a reader finds the old one or the new one, never a half."""

import os
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Put the content at the path, whole for every reader; the folder is made when it is missing.

    After a power cut, the old one may be there again. Raises `OSError`.
    """
    _written_beside(path, content).replace(path)


def write_durably(path: Path, content: bytes) -> None:
    """Do the same, and return when it outlives a power cut.

    Where the disk does not take it, `OSError` is raised, and the old one is there still.
    """
    put_in_place(_written_beside(path, content), path)


def put_in_place(part: Path, path: Path) -> None:
    """Give a written file its name, but only once its bytes are on the disk. Raises `OSError`."""
    _sync(part, os.O_RDWR)
    part.replace(path)
    _sync(path.parent, os.O_RDONLY | os.O_DIRECTORY)


def _written_beside(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    return beside


def _sync(path: Path, way: int) -> None:
    opened = os.open(path, way)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
