"""The folder of the pictures, each file named by the SHA-256 of what it holds."""

import os
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from controller.news.picture import Picture


@dataclass(frozen=True, slots=True)
class Album:
    """Pictures of news items."""

    folder: Path

    def keep(self, picture: Picture) -> str:
        """Keep the picture and return its name; raises `OSError` when the disk does not take it."""
        file = self.file(picture.name)
        if not file.exists():
            self._write(file, picture.data)
        return picture.name

    def size_of(self, name: str) -> tuple[int, int]:
        """Return the width and the height of the picture of this name, in pixels."""
        with Image.open(self.file(name), formats=("JPEG",)) as image:
            return image.size

    def file(self, name: str) -> Path:
        """Return where the picture of this name is."""
        return self.folder / f"{name}.jpg"

    def _write(self, file: Path, data: bytes) -> None:
        """Write all of it or nothing: a file that bears the name has what the name says."""
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / f".{file.stem}.{os.getpid()}"
        try:
            with draft.open("wb") as writer:
                writer.write(data)
                writer.flush()
                os.fsync(writer.fileno())
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
