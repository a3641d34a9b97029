"""A file of lines that are on the disk once they are written, whatever ends the kiosk."""

import os
from contextlib import suppress
from pathlib import Path

import structlog


class LineFile:
    """Lines that are only ever added. What stands behind the last end of a line is no line."""

    def __init__(self, path: Path) -> None:
        """Read the file, if there is one. Raises `OSError`."""
        self._path, self._is_kept = path, path.exists()
        whole, end, torn = (path.read_bytes() if self._is_kept else b"").rpartition(b"\n")
        if torn:
            structlog.get_logger().warning("line_torn", path=str(path), dropped=len(torn))
        self._length = len(whole) + len(end)
        text = whole.decode(errors="replace").replace("\0", "\ufffd")  # NUL: none may be sent
        self.lines = text.split("\n") if end else []

    def add(self, *lines: str) -> None:
        """Add the lines and wait until they are on the disk: all, or none and raise `OSError`."""
        written = "".join(f"{line}\n" for line in lines).encode()
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._append(written)
        except OSError:
            with suppress(OSError):  # the next lines will be put in this place all the same
                os.truncate(self._path, self._length)
            raise
        self._length += len(written)
        self.lines += lines

    def cut(self, count: int) -> None:
        """Keep that many of the first lines. Raises `OSError`."""
        kept = self.lines[:count]
        length = len("".join(f"{line}\n" for line in kept).encode())
        if self._is_kept:
            os.truncate(self._path, length)
        self.lines, self._length = kept, length

    def _append(self, written: bytes) -> None:
        with self._path.open("ab") as file:
            file.truncate(self._length)
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        if not self._is_kept:
            for folder in (self._path.parent, self._path.parent.parent):
                _keep_entries(folder)
            self._is_kept = True


def _keep_entries(folder: Path) -> None:
    """Let the folder itself know of its new file after a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
