"""When a screen says what of itself: at each change, and again as a heartbeat. Pure."""

from dataclasses import dataclass
from datetime import datetime

from display.player.player import Standing
from media.playlist.schedule import ClockTrust
from wire.messages import ClockTrust as ToldTrust
from wire.messages import Playing, Published

HEARTBEAT = 10.0
"""Seconds after which it says the same again."""

LEAST = 0.2
"""Seconds between two messages, however fast files come in."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is to tell."""

    standing: Standing
    shown: Published
    """The revision that plays."""

    item: str | None
    trust: ClockTrust


class Herald:
    """Remembers what it said last."""

    def __init__(self) -> None:
        self._said: Playing | None = None
        self._at = 0.0
        self._plays_since: tuple[Published, datetime] | None = None

    def renew(self) -> None:
        """Forget what was said: somebody listens who has not heard it."""
        self._said = None

    def word(self, sight: Sight, now: datetime, moment: float) -> Playing | None:
        """Return what is to be said at this moment; mostly nothing.

        `now` is by the machine's own clock, `moment` in seconds of one that never jumps.
        """
        word = self._word(sight, now)
        is_due = word != self._said or moment - self._at >= HEARTBEAT
        if self._said is not None and (not is_due or moment - self._at < LEAST):
            return None
        self._said, self._at = word, moment
        return word

    def _word(self, sight: Sight, now: datetime) -> Playing:
        standing = sight.standing
        state, since = standing.state, standing.since
        if state == "ready" and sight.shown == standing.name:
            state, since = "playing", self._since(sight.shown, now)
        return Playing(
            standing.name.number,
            standing.name.sha256,
            state,
            since,
            told_trust(sight.trust),
            standing.progress.fetched,
            standing.progress.wanted,
            standing.problem,
            sight.item,
            standing.quarantined,
        )

    def _since(self, shown: Published, now: datetime) -> datetime:
        if self._plays_since is None or self._plays_since[0] != shown:
            self._plays_since = shown, now
        return self._plays_since[1]


def told_trust(trust: ClockTrust) -> ToldTrust:
    """Return it in the wire's word."""
    match trust:
        case ClockTrust.RTC:
            return "rtc"
        case ClockTrust.NTP:
            return "ntp"
        case ClockTrust.CONTROLLER:
            return "controller"
        case ClockTrust.NONE:
            return "none"
