"""Published revisions and their files on a screen's own disk.

    blobs/SHA256            a file, only once its bytes have that fingerprint
    blobs/SHA256.part       as much of it as has come
    revisions/5-SHA256.json a manifest; beside it, what failed of it here (.strikes)
    current, previous       the revision that plays, and the one that played before

Every name comes up whole and on the disk, and `current` last of all: whenever the power goes,
what played before plays again. A number alone does not name a revision: a controller that was
set back to yesterday's copy counts on from there.
"""

import errno
import os
import shutil
from collections.abc import Iterable
from hashlib import file_digest, sha256
from pathlib import Path

from media.durable import put_in_place, write_durably
from media.playlist.faults import Fault
from media.playlist.manifest import BadManifest, read_manifest
from media.playlist.model import Asset, Revision
from wire.messages import Published

RESERVE = 64 * 1024 * 1024
"""Bytes that stay free on the disk, for the logs and whatever else the machine must write."""


class Damaged(Exception):  # noqa: N818 - it is what is found, not what this program did wrong
    """Bytes that do not have the fingerprint by which they were asked for."""


class Store:
    """The folder. Not for two threads at once, nor for two programs."""

    def __init__(self, folder: Path, reserve: int = RESERVE) -> None:
        self.folder = folder
        self._reserve = reserve
        self._blobs, self._revisions = folder / "blobs", folder / "revisions"
        self._known: dict[Published, Revision] = {}
        self._unkept: dict[Published, bytes] = {}

    @property
    def current(self) -> Published | None:
        """The revision that plays; nothing before there was one, or when that cannot be read."""
        return _named(self.folder / "current")

    @property
    def previous(self) -> Published | None:
        """The one that played before it."""
        return _named(self.folder / "previous")

    def revision(self, name: Published) -> Revision | None:
        """Return the revision whose manifest is here whole; else nothing."""
        if name not in self._known:
            try:
                self._known[name] = _read(name, self._manifest(name).read_bytes())
            except (OSError, Damaged, BadManifest):
                return None
        return self._known[name]

    def keep_manifest(self, name: Published, data: bytes) -> Revision:
        """Check a manifest and keep it. Raises `Damaged`, `BadManifest` and `OSError`.

        Of one that the disk does not take, `revision` knows until the program ends.
        """
        revision = self._known[name] = _read(name, data)
        self._unkept[name] = data
        self._keep(name)
        return revision

    def strikes(self, name: Published) -> Path:
        """Return where it is written what failed of that revision."""
        return self._manifest(name).with_suffix(".strikes")

    def blob(self, fingerprint: str) -> Path:
        """Return where that file is, or would be."""
        return self._blobs / fingerprint

    def part(self, asset: Asset) -> Path:
        """Return where the file is written while it comes, with room for it made sure.

        Raises `OSError`: ENOSPC where there is no room for it and the reserve.
        """
        self._blobs.mkdir(parents=True, exist_ok=True)
        part = self._part(asset)
        missing = asset.size - (part.stat().st_size if part.exists() else 0)
        if missing + self._reserve > shutil.disk_usage(self._blobs).free:
            raise OSError(errno.ENOSPC, f"no room for {missing} bytes")
        return part

    def settle(self, asset: Asset) -> None:
        """Take what has come for the file, if it is that. Raises `Damaged` and `OSError`.

        What is not is thrown away, so that it is fetched anew from its first byte.
        """
        part = self._part(asset)
        if _fingerprint(part) != asset.sha256:
            part.unlink()
            raise Damaged(asset.sha256)
        put_in_place(part, self.blob(asset.sha256))

    def has(self, asset: Asset) -> bool:
        """Whether the file is here: it got its name for its bytes."""
        try:
            return self.blob(asset.sha256).stat().st_size == asset.size
        except FileNotFoundError:
            return False

    def is_sound(self, asset: Asset) -> bool:
        """Whether the file's bytes are what they were. It reads all of them."""
        try:
            return self.has(asset) and _fingerprint(self.blob(asset.sha256)) == asset.sha256
        except OSError:  # a sector that cannot be read
            return False

    def forget(self, asset: Asset) -> None:
        """Take a file away that is not sound. Raises `OSError`."""
        self.blob(asset.sha256).unlink(missing_ok=True)

    def swap(self, name: Published) -> None:
        """From now on that revision plays, whatever happens. Raises `OSError`."""
        self._keep(name)
        before = self.current
        if before == name:
            return
        if before is not None:
            write_durably(self.folder / "previous", _line(before))
        write_durably(self.folder / "current", _line(name))

    def collect(self, *wanted: Published) -> int:
        """Take away what neither current nor previous nor a wanted revision needs; tell how many.

        Raises `OSError`.
        """
        named = [name for name in (self.current, self.previous, *wanted) if name is not None]
        self._known = {name: each for name, each in self._known.items() if name in named}
        self._unkept = {name: data for name, data in self._unkept.items() if name in named}
        manifests = {self._manifest(name).stem for name in named}
        revisions = (self.revision(name) for name in named)
        needed = {asset.sha256 for each in revisions if each for asset in each.assets}
        taken = [path for path in _files(self._revisions) if path.stem not in manifests]
        taken += [path for path in _files(self._blobs) if path.name[:64] not in needed]
        for path in taken:
            path.unlink()
        return len(taken)

    def _keep(self, name: Published) -> None:
        """Write a manifest down that the disk has not taken yet."""
        if name in self._unkept:
            write_durably(self._manifest(name), self._unkept[name])
            del self._unkept[name]

    def _part(self, asset: Asset) -> Path:
        return self._blobs / f"{asset.sha256}.part"

    def _manifest(self, name: Published) -> Path:
        return self._revisions / f"{name.number}-{name.sha256}.json"


def _read(name: Published, data: bytes) -> Revision:
    if sha256(data).hexdigest() != name.sha256:
        raise Damaged(name.sha256)
    revision = read_manifest(data)
    if revision.number != name.number:
        raise BadManifest([Fault("number", f"is {revision.number}, not {name.number}")])
    return revision


def _fingerprint(path: Path) -> str:
    with path.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    return [Path(entry.path) for entry in os.scandir(folder)] if folder.is_dir() else ()


def _line(name: Published) -> bytes:
    return f"{name.number} {name.size} {name.sha256}\n".encode()


def _named(path: Path) -> Published | None:
    """Return what the line names; nothing when there is none, or not a whole one."""
    try:
        number, size, fingerprint = path.read_text("ascii").split(" ")
        name = Published(int(number), fingerprint.removesuffix("\n"), int(size))
    except (OSError, ValueError):
        return None
    return name if fingerprint.endswith("\n") else None
