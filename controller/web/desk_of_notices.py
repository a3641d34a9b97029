"""What the editors' pages work with, and carry out in the name of who has signed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flask_login import current_user

from controller.identity import APPROVING
from controller.signage import Draft, Stage
from controller.signage.wishes import Publish, Wish
from controller.web.presence import Presence
from controller.web.signage import Signage
from media.dates import clock_time
from media.playlist.content import words_of
from media.words import Words


@dataclass(frozen=True, slots=True)
class NoticesDesk:
    """The notices of the hall, for an editor who has signed in."""

    signage: Signage
    presence: Presence
    zone: ZoneInfo

    @property
    def needs_approval(self) -> bool:
        """Whether another person has to approve what goes out."""
        return self.signage.publisher.customs.needs_approval

    def wish(self, wish: Wish) -> None:
        """Carry the wish out in the name of the editor; raises `Declined`."""
        self.signage.publisher.carry_out(wish, current_user.name)

    def publish(self) -> None:
        """Publish all that is ready now; raises `Declined`."""
        self.wish(Publish(self.signage.publisher.drafts().current.number))

    def waiting(self, drafts: Iterable[Draft]) -> list[Draft]:
        """Return what this person may let go out."""
        return [each for each in drafts if self.may_approve(each)]

    def may_approve(self, draft: Draft) -> bool:
        """Whether this person may let it go out: never their own."""
        is_asked = self.needs_approval and current_user.role in APPROVING
        return is_asked and draft.stage is Stage.STAGED and draft.author != current_user.name

    def is_over(self, draft: Draft) -> bool:
        """Whether its end has passed."""
        until = draft.notice.item.validity.until
        return until is not None and until <= self.wall()

    def clock(self, at: datetime | None) -> str:
        """Return what the hall's clocks showed then."""
        return "" if at is None else clock_time(at.astimezone(self.zone))

    def wall(self) -> datetime:
        """Return what the hall's clocks show."""
        return self.signage.now().astimezone(self.zone).replace(tzinfo=None)


def title_of(draft: Draft) -> Words:
    """Return what a notice is called in a list: its first text."""
    return next(words for _, words in words_of(draft.notice.item.content))
