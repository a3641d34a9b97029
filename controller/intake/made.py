"""What intake makes of a file."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from media.playlist.model import Asset, Mime

Reason = Literal[
    "too_large", "not_a_picture", "not_a_pdf", "not_a_film", "too_many_pixels", "too_many_pages",
    "too_long", "not_captions",
]  # fmt: skip


class BadFile(ValueError):  # noqa: N818 - it is an answer to an editor, not a fault of ours
    """The file is not taken; `reason` can be translated."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        self.reason: Reason = reason
        self.detail = detail
        super().__init__(f"{reason}: {detail}" if detail else reason)


@dataclass(frozen=True, slots=True)
class Made:
    """Bytes that a screen can show, and what is known of them."""

    data: bytes
    asset: Asset


def made(data: bytes, mime: Mime, size: tuple[int, int] = (0, 0), seconds: float = 0.0) -> Made:
    """Return the bytes with their fingerprint."""
    name = sha256(data).hexdigest()
    return Made(data, Asset(name, mime, len(data), *size, seconds))
