"""The file in which a hall's trained model is kept."""

import json
import os
from pathlib import Path

from controller.waits.trained import Trained

Stamp = tuple[int, int, int]


class KeptModelError(Exception):
    """The file cannot be read as a model, or not be written; the sentence tells why."""


class KeptModel:
    """Is written every night by one program, and read by others while they run."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: Stamp | None = None

    def write(self, trained: Trained) -> None:
        """Put the model there, whole: a reader finds the old one or the new one.

        Raises `KeptModelError`.
        """
        beside = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _write_through(beside, json.dumps(trained.to_json()))
            beside.replace(self._path)
        except OSError as error:
            raise KeptModelError(f"{self._path} cannot be written: {error.strerror}") from error
        finally:
            beside.unlink(missing_ok=True)

    def newest(self) -> Trained | None:
        """Return the model, if there is one that was not asked for before.

        Raises `KeptModelError`, once for each file that cannot be read.
        """
        try:
            stamp = self._stamp()
            if stamp in {None, self._seen}:
                return None
            self._seen = stamp
            return Trained.from_json(json.loads(self._path.read_text(encoding="utf-8")))
        except OSError as error:
            raise KeptModelError(f"{self._path} cannot be read: {error.strerror}") from error
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise KeptModelError(f"{self._path} is no trained model: {error}") from error

    def _stamp(self) -> Stamp | None:
        try:
            known = self._path.stat()
        except FileNotFoundError:
            return None
        return known.st_mtime_ns, known.st_size, known.st_ino


def _write_through(path: Path, text: str) -> None:
    # To the disk before it gets its name: a power cut must not leave an empty file under it.
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
