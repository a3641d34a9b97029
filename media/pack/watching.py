"""Notices when the files of a pack change while a program runs."""

from pathlib import Path

from media.pack.model import Pack
from media.pack.reading import load_pack

LOOK_AGAIN = 10.0
"""Seconds between two looks at the folder. A change counts once two looks have found it alike:
what is being copied is not read half."""

_Stamps = frozenset[tuple[Path, int, int]]


class PackWatch:
    """Reads a pack anew when its files have changed."""

    def __init__(self, folder: Path) -> None:
        """Take the files as they are now for known: read the pack after this."""
        self._folder = folder
        self._read = self._seen = _stamps(folder)
        self._looked: float | None = None

    def renewed(self, moment: float) -> Pack | None:
        """Return the pack if it has changed and come to rest; ask as often as you like.

        `moment` is in seconds of a clock that never jumps. Raises `TomlError`, once for
        each change, when what is there now is not right.
        """
        if self._looked is not None and moment < self._looked + LOOK_AGAIN:
            return None
        self._looked = moment
        found, before = _stamps(self._folder), self._seen
        self._seen = found
        if found == self._read or found != before:
            return None
        self._read = found
        return load_pack(self._folder)


def _stamps(folder: Path) -> _Stamps:
    return frozenset(stamp for path in folder.rglob("*.toml") for stamp in _stamp(path))


def _stamp(path: Path) -> tuple[tuple[Path, int, int], ...]:
    """Give what changes with a file; nothing of one that is gone since it was listed."""
    try:
        status = path.stat()
    except OSError:
        return ()
    return ((path, status.st_mtime_ns, status.st_size),)
