"""The folder of the screens' files, each named by the SHA-256 of its bytes.

Several controllers of a hall share it: each of them must be given the same folder.
"""

import os
import re
import secrets
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from controller.identity import StoreError

NAME = re.compile(r"[0-9a-f]{64}")
"""All that is ever looked for: no other name leads out of the folder, or to what is not whole."""


class AssetFolder:
    """Keeps bytes and gives them back. A name that is there is whole, whoever was killed when."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, data: bytes) -> str:
        """Write the bytes so that they outlast a power cut, and return their SHA-256.

        Raises `StoreError` when they cannot be written.
        """
        name = sha256(data).hexdigest()
        if self.path(name) is None:
            try:
                self._write(name, data)
            except OSError as error:
                raise StoreError(
                    f"{self._folder} cannot be written to: {error.strerror or error}"
                ) from error
        return name

    def path(self, name: str) -> Path | None:
        """Return the file with these bytes, or nothing."""
        if not NAME.fullmatch(name):
            return None
        file = self._folder / name
        return file if file.is_file() else None

    def has(self, name: str) -> bool:
        """Return whether the bytes are there."""
        return self.path(name) is not None

    def _write(self, name: str, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        # Of a name of its own: two who keep the same bytes at once do not write into one file.
        draft = self._folder / f".{name}.{secrets.token_hex(4)}.part"
        try:
            with draft.open("wb") as writer:
                writer.write(data)
                writer.flush()
                os.fsync(writer.fileno())
            draft.replace(self._folder / name)
        finally:
            with suppress(FileNotFoundError):
                draft.unlink()
        _sync(self._folder)


def _sync(folder: Path) -> None:
    """Let the new name itself outlast a power cut (`fsync(2)`: the folder has to be told, too)."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
