"""What information screens tell of what is published: its words, without files and playlists."""

from dataclasses import replace

from controller.web.signage import Signage
from media.playlist.content import CouncilSession, News, TextNotice
from media.playlist.manifest import read_manifest, written
from media.playlist.model import Item, Placement, Playlist, Revision
from wire.codec import decode
from wire.messages import AskBulletin, Bulletin

TOLD = TextNotice | News | CouncilSession
"""What is told in words."""


class Bulletins:
    """Answers information screens. It remembers the latest: each of them asks for the same."""

    def __init__(self, signage: Signage, followed_at: str) -> None:
        """`followed_at` stands before a follow-up number in the address of its page."""
        self._signage, self._followed_at = signage, followed_at
        self._latest = Bulletin("")

    def answer(self, data: object) -> Bulletin:
        """Return what is published now, or that it is what the screen has; raises `StoreError`."""
        return replace(self._told(decode(AskBulletin, data).known), followed_at=self._followed_at)

    def _told(self, known: str) -> Bulletin:
        sha256 = self._signage.publisher.published.sha256
        if known == sha256:
            return Bulletin(sha256)
        if self._latest.sha256 != sha256:
            self._latest = Bulletin(sha256, self._manifest(sha256))
        return self._latest

    def _manifest(self, sha256: str) -> str:
        found = self._signage.archive.manifest(sha256)
        return "" if found is None else written(in_words(read_manifest(found))).decode()


def in_words(revision: Revision) -> Revision:
    """Return the revision with what words tell, for every screen alike."""
    items = tuple(map(_unpictured, (each for each in revision.items if _is_told(each))))
    lists = (Playlist("told", "Told in words", tuple(each.id for each in items)),) if items else ()
    return Revision(
        revision.number,
        revision.published_at,
        items,
        lists,
        tuple(Placement(each.id) for each in lists),
        holidays=revision.holidays,
    )


def _is_told(item: Item) -> bool:
    return isinstance(item.content, TOLD)


def _unpictured(item: Item) -> Item:
    if not isinstance(item.content, News):
        return item
    return replace(item, content=replace(item.content, picture=None, alternative=None))
