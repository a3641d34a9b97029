"""What plays between calls: the items that are due, in their turns, and how far the one is."""

from dataclasses import dataclass, field, replace

from display.arbiter.claims import Show
from media.playlist.model import Strength
from media.playlist.rotation import Rotation


@dataclass(frozen=True, slots=True)
class Playing:
    """A show, and where it stands."""

    show: Show
    page: int = 0
    position: float = 0.0
    """Seconds into the page when it last went on, or stopped."""

    since: float | None = None
    """The moment at which it last went on; nothing while it is suspended."""

    def at(self, moment: float) -> float:
        """Return how many seconds of the page are over."""
        return self.position if self.since is None else self.position + moment - self.since

    def suspended(self, moment: float) -> "Playing":
        """Stop: a film on its frame; a page will begin again, for it could not be read."""
        if self.since is None:
            return self
        position = self.at(moment) if self.show.is_film else 0.0
        return replace(self, position=position, since=None)

    def resumed(self, moment: float) -> "Playing":
        """Go on."""
        return self if self.since is not None else replace(self, since=moment)


@dataclass(frozen=True, slots=True)
class Programme:
    """The shows that are due, whose turn it is, and the one that plays."""

    shows: tuple[Show, ...] = ()
    rotation: Rotation = field(default_factory=Rotation)
    playing: Playing | None = None

    def renewed(self, shows: tuple[Show, ...]) -> "Programme":
        """Go on with what is due now. What is due no more, or replaced, stops at once."""
        rotation = self.rotation.renewed([show.item for show in shows])
        stays = self.playing is not None and self.playing.show in shows
        news = {show.item.id for show in shows if show.item.strength is Strength.REPLACE}
        if news & {*rotation.ahead} - {*self.rotation.ahead}:
            stays = False
        return Programme(shows, rotation, self.playing if stays else None)

    def ended(self, item: str) -> "Programme":
        """Let the next one play, if it is this one that has ended."""
        is_playing = self.playing is not None and self.playing.show.item.id == item
        return replace(self, playing=None) if is_playing else self

    def suspended(self, moment: float) -> "Programme":
        """Stop where it is."""
        if self.playing is None:
            return self
        return replace(self, playing=self.playing.suspended(moment))

    def turned(self, moment: float) -> "Programme":
        """Go on: the same page, the next one, or the next show."""
        if self.playing is None:
            return self._next(moment)
        playing = self.playing.resumed(moment)
        if playing.at(moment) < playing.show.pages[playing.page]:
            return replace(self, playing=playing)
        if playing.page + 1 < len(playing.show.pages) and not self._is_awaited(playing):
            return replace(self, playing=Playing(playing.show, playing.page + 1, 0.0, moment))
        return self._next(moment)

    def _is_awaited(self, playing: Playing) -> bool:
        """Whether what comes as the next one need not wait for all pages of this show.

        The commune's commitments have so many that it would be minutes late. Of two that both
        come first, each is shown whole.
        """
        return bool(self.rotation.ahead) and playing.show.item.strength is Strength.TURN

    def _next(self, moment: float) -> "Programme":
        rotation = self.rotation.turned()
        found = (show for show in self.shows if show.item.id == rotation.shown)
        show = next(found, None)
        playing = None if show is None else Playing(show, since=moment)
        return replace(self, rotation=rotation, playing=playing)
