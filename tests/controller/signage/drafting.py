"""Notices to draft, and a hall's customs to decide by."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from controller.signage import Customs, Drafts, Notice, Template, Where
from controller.signage.deciding import Asked, Decision, decide
from controller.signage.drafts import applied
from controller.signage.manuscript import Manuscript, notice_of
from controller.signage.notice import EVERYWHERE
from controller.signage.steps import Entry
from controller.signage.wishes import Wish
from media.playlist.content import Commitments
from media.playlist.model import Item
from media.words import Words

ZONE = ZoneInfo("Africa/Casablanca")
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WALL = datetime.fromisoformat("2026-11-23T10:00")
COMMITMENTS = Item("commitments", Commitments())
CUSTOMS = Customs(ZONE, lambda _: True, (COMMITMENTS,))
TITLE = Words("انقطاع الماء", "Coupure d'eau")


def notice(name: str = "water", until: datetime | None = None, where: Where = EVERYWHERE) -> Notice:
    """Return a notice of that name, until the evening unless told otherwise."""
    manuscript = Manuscript(
        TITLE, Template.NOTICE, name, until=until or WALL.replace(hour=18), screens=where.screens
    )
    return notice_of(manuscript, WALL, "salma")


@dataclass
class Editing:
    """A hall's notices in memory: each wish is decided and applied as the publisher does."""

    customs: Customs = CUSTOMS
    drafts: Drafts = field(default_factory=Drafts)
    at: datetime = MORNING
    manifests: list[bytes] = field(default_factory=list)

    def wish(self, wish: Wish, who: str = "salma") -> Decision:
        decision = decide(self.drafts, wish, Asked(who, self.at), self.customs)
        for step in decision.steps:
            self.drafts = applied(self.drafts, Entry(self.drafts.seq + 1, self.at, who, step))
        if decision.manifest is not None:
            self.manifests.append(decision.manifest)
        return decision

    def with_approval(self) -> "Editing":
        return replace(self, customs=replace(self.customs, needs_approval=True))
