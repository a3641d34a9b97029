"""Who may want the stage or the loudspeaker of a screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from media.playlist.content import Video
from media.playlist.model import Item
from wire import messages
from wire.messages import Call, Row

Standing = Mapping[str, Row]
"""The board's rows by their tickets."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """Something said once to the whole hall, such as that it closes in ten minutes."""

    key: str
    """Of two of the same key, the later one counts."""

    told: messages.Announcement
    seconds: float
    """How long it takes to be heard and read."""

    end: float
    """The moment from which it would be wrong, and does not begin any more."""


@dataclass(frozen=True, slots=True)
class Show:
    """An item of a playlist as this screen shows it."""

    item: Item
    pages: tuple[float, ...]
    """How long each of its pages stands, in seconds; of a film one, its length. Never empty."""

    @property
    def is_film(self) -> bool:
        """Whether it is moving: it goes on where it stopped, where a page begins again."""
        return isinstance(self.item.content, Video)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A call that the loudspeaker has been given."""

    number: int
    """Counted from 1: the same call may be spoken anew after an emergency."""

    call: Call
    since: float
