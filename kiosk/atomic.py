"""Files that a reader never finds half written."""

from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Put the content at the path, whole; the folder is made when it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    beside.replace(path)
