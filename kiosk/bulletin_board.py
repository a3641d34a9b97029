"""What an information screen keeps of what was published: asked for, checked, on its disk."""

from collections.abc import Callable
from pathlib import Path

import structlog

from media.durable import write_durably
from media.playlist.manifest import BadManifest, read_manifest
from media.playlist.model import Revision
from wire.codec import BadMessage, decode
from wire.link import Link
from wire.messages import AskBulletin, Bulletin

PACE = 5
"""Seconds between two questions: an answer that there is nothing new has a hundred bytes."""

FILE = "bulletin.json"
ADDRESS = "followed-at"
"""The file of the address of the page that answers complaints: it is told without a controller."""

Tell = Callable[[Revision | None], None]


class BulletinBoard:
    """The latest that the controller told; after a start without it, what is on the disk."""

    def __init__(self, link: Link, folder: Path) -> None:
        self._link, self._file, self._address = link, folder / FILE, folder / ADDRESS
        self.revision = self._kept()
        self.followed_at = self._kept_address()
        """What stands before a follow-up number in the address of its page; empty until told."""

        self._sha256 = ""  # of the whole revision: what is kept may be of an older controller
        self._seconds, self._is_asking = 0, False

    def ask(self, tell: Tell) -> None:
        """Ask what is published; `tell` hears of it when the link is drained, if it is new."""
        self._is_asking = True
        asked = AskBulletin(self._sha256)
        self._link.request("bulletin", asked, lambda data: self._answered(data, tell))

    def second(self, tell: Tell) -> None:
        """Let a second pass."""
        self._seconds += 1
        if self._seconds >= PACE and self._link.is_online and not self._is_asking:
            self.ask(tell)

    def _answered(self, data: object | None, tell: Tell) -> None:
        self._seconds, self._is_asking = 0, False
        if data is None:
            return
        try:
            bulletin = decode(Bulletin, data)
            self._keep_address(bulletin.followed_at)
            if bulletin.sha256 == self._sha256:
                return
            revision = read_manifest(bulletin.manifest.encode()) if bulletin.manifest else None
        except (BadMessage, BadManifest) as error:
            structlog.get_logger().error("bulletin_not_understood", problem=str(error))
            return
        self._sha256 = bulletin.sha256
        self._keep(bulletin.manifest, revision)
        tell(revision)

    def _keep(self, manifest: str, revision: Revision | None) -> None:
        self.revision = revision
        try:
            write_durably(self._file, manifest.encode())
        except OSError as error:
            structlog.get_logger().error("bulletin_not_kept", why=str(error))

    def _keep_address(self, address: str) -> None:
        if address == self.followed_at:
            return
        self.followed_at = address
        try:
            write_durably(self._address, address.encode())
        except OSError as error:
            structlog.get_logger().error("address_not_kept", why=str(error))

    def _kept_address(self) -> str:
        """Return the address on the disk; none where it cannot be read: a number needs no code."""
        try:
            return self._address.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, ValueError) as error:
            structlog.get_logger().error("address_not_read", why=str(error))
            return ""

    def _kept(self) -> Revision | None:
        """Return what is on the disk; what cannot be read is none, and logged."""
        try:
            return read_manifest(self._file.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, BadManifest) as error:
            structlog.get_logger().error("bulletin_not_read", why=str(error))
            return None
