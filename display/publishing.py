"""What a hall screen does with what is published: it keeps it, plays it, and tells of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from display.arbiter.programme import Playing
from display.player import machine
from display.player.bookkeeper import Bookkeeper
from display.player.checking import Checker
from display.player.clock_trust import ClockFacts, clock_trust
from display.player.fetching import HttpSource
from display.player.herald import Herald, Sight
from display.player.playable import NOTHING, Playable
from display.player.player import Player
from display.player.proof import PlayWatch, Show
from display.player.store import Store
from media.playlist.schedule import ClockTrust
from wire.codec import decode
from wire.link import Link
from wire.messages import Published

PLAYER, TURNS = "player", "turns.db"
"""Where they are in the screen's own folder."""

TRUST_EVERY = 5.0


class PublishedContent:
    """`pulse` is called by the window's loop, many times a second."""

    def __init__(self, home: Path, controller: str, token: str, link: Link) -> None:
        """Take the screen's own folder, and its way to the controller; read nothing yet."""
        self._folder, self._link = home / PLAYER, link
        self._checker = Checker()
        self._source = HttpSource(controller, token)
        self._store = Store(self._folder)
        self._player = Player(self._store, self._source, self._checker, _now)
        self._books = Bookkeeper(home / TURNS, self._send_proof())
        self._herald, self._watch = Herald(), PlayWatch()
        self._plays = Playable(NOTHING, None)
        self._trust: tuple[float, ClockTrust] | None = None

    def start(self) -> None:
        """Begin with what is on the disk."""
        self._player.start()
        self._books.start()

    def stop(self) -> None:
        """End, and keep what there is."""
        self._player.stop()
        self._books.stop()
        self._checker.close()
        self._source.close()

    def file(self, asset: str) -> Path:
        """Return where the file of an asset of what plays is."""
        return self._store.blob(asset)

    def hear(self, data: object) -> None:
        """Take what the controller says to play. Raises `BadMessage`."""
        published = decode(Published, data)
        self._herald.renew()
        self._player.want(published)

    def failed(self, item: str) -> None:
        """Take it that an item could not be shown: the third time it is left out here."""
        self._player.failed(self._plays.name, item)

    def trust(self, moment: float, *, has_heard: bool) -> ClockTrust:
        """Return where the time comes from; `has_heard`: the controller has told the hall's."""
        if has_heard:
            return ClockTrust.CONTROLLER
        if self._trust is None or moment - self._trust[0] >= TRUST_EVERY:
            past = self._plays.revision.published_at if self._plays.revision else None
            facts = ClockFacts(
                _now(), has_heard, machine.is_synchronised(), machine.battery_clock(), past
            )
            self._trust = moment, clock_trust(facts)
        return self._trust[1]

    def pulse(self, playing: Playing | None, moment: float, trust: ClockTrust) -> Playable | None:
        """Go with the time; return what is to be played from now on, where that has changed.

        `playing` is what is to be seen of it now.
        """
        now, show = _now(), _show(playing, self._plays.name.number)
        arrived = self._player.drain()
        self._plays = arrived[-1] if arrived else self._plays
        row = self._watch.look(show, now, moment)
        if row is not None:
            self._books.keep(row)
        self._tell(show, now, moment, trust)
        return self._plays if arrived else None

    def _tell(self, show: Show | None, now: datetime, moment: float, trust: ClockTrust) -> None:
        standing = self._player.standing
        if standing is None or not self._link.is_online:
            return
        item = None if show is None else show.item
        word = self._herald.word(Sight(standing, self._plays.name, item, trust), now, moment)
        if word is not None:
            self._link.tell("playing", word)

    def _send_proof(self) -> Callable[..., None]:
        return lambda played, answer: self._link.request("played", played, answer)


def _show(playing: Playing | None, revision: int) -> Show | None:
    if playing is None:
        return None
    return Show(playing.show.item.id, revision, sum(playing.show.pages))


def _now() -> datetime:
    return datetime.now(UTC)
