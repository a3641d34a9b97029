"""Revisions with real pictures, published for players under test."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO

from PIL import Image

from media.playlist.content import Picture
from media.playlist.manifest import written
from media.playlist.model import Asset, Item
from tests.media.playlist.building import TITLE, revision
from wire.messages import Published

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def fingerprint(data: bytes) -> str:
    return sha256(data).hexdigest()


def png(shade: int, width=64, height=48) -> bytes:
    """A picture that is like no other, and does not become small."""
    noise = Image.effect_noise((width, height), 40 + shade)
    made = BytesIO()
    noise.convert("RGB").save(made, "png")
    return made.getvalue()


@dataclass
class Publishing:
    """A revision, its name, and the bytes of all its files by their fingerprints."""

    name: Published
    manifest: bytes
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def served(self) -> dict[str, bytes]:
        """What a server has, by the ends of its addresses."""
        files = {f"/assets/{key}": data for key, data in self.files.items()}
        return {f"/manifests/{self.name.sha256}": self.manifest, **files}

    def asset(self, number=0) -> str:
        """The address of one of its files."""
        return f"/assets/{list(self.files)[number]}"


def publishing(number: int, *pictures: bytes, others=(), sizes=(64, 48), mime="image/png"):
    """Return a revision with an item for each picture (p0, p1…) and the other items."""
    assets = [Asset(fingerprint(data), mime, len(data), *sizes) for data in pictures]
    shown = [
        Item(f"p{place}", Picture(asset.sha256, TITLE), 10.0) for place, asset in enumerate(assets)
    ]
    return published(revision(*shown, *others, assets=assets, number=number), *pictures)


def published(made, *files: bytes) -> Publishing:
    data = written(made)
    name = Published(made.number, fingerprint(data), len(data))
    return Publishing(name, data, {fingerprint(each): each for each in files})
