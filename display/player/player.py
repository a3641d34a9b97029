"""The thread that keeps a screen's disk up with what is published, and tells how far it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from queue import Empty, SimpleQueue
from threading import Event, Thread

import structlog

from display.player.courier import Courier, Decoder, Source
from display.player.fetching import Superseded
from display.player.playable import NONE_YET, NOTHING, Held, Playable, Progress, Unplayable, is_safe
from display.player.restoring import failed, restored, withdrawn
from display.player.store import Store
from media.playlist.model import Revision
from wire.messages import PlayerProblem, PlayerState, Published

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds between two tries of a revision that is not whole: twice as long each time."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the screen is with the revision that it is to play."""

    name: Published
    state: PlayerState
    since: datetime
    progress: Progress = NONE_YET
    problem: PlayerProblem | None = None
    quarantined: tuple[str, ...] = ()


class Player:
    """Brings what is wanted onto the disk. All its methods return at once."""

    def __init__(
        self, store: Store, source: Source, decoder: Decoder, clock: Callable[[], datetime]
    ) -> None:
        """`clock` gives the machine's own time, in UTC. Nothing is read or fetched yet."""
        self._store, self._clock = store, clock
        self._courier = Courier(store, source, decoder, self._progress)
        self._wanted: Published | None = None
        self._playable = Playable(NOTHING, None)
        self._whole: SimpleQueue[Playable] = SimpleQueue()
        self._failures: SimpleQueue[tuple[Published, str]] = SimpleQueue()
        self._woken, self._stopping = Event(), Event()
        self._thread = Thread(target=self._run, name="player", daemon=True)
        self.standing: Standing | None = None
        """Nothing before a controller has said what to play."""

    def start(self) -> None:
        """Begin: what is on the disk comes first. To be called once."""
        self._thread.start()

    def stop(self) -> None:
        """End; what has come of a file stays. May be called twice."""
        self._stopping.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(5)

    def want(self, name: Published) -> None:
        """Take what the controller says to play; what is under way is given up for it."""
        if not is_safe(name):
            _log().error("bad_name", number=name.number)
            return
        self._wanted = name
        self._woken.set()

    def failed(self, name: Published, item: str) -> None:
        """Take it that an item of the revision that plays could not be shown."""
        self._failures.put((name, item))
        self._woken.set()

    def drain(self) -> list[Playable]:
        """Return what is to be played from now on, last one last; mostly nothing."""
        found = []
        while True:
            try:
                found.append(self._whole.get_nowait())
            except Empty:
                return found

    # -- In the thread --

    def _run(self) -> None:
        self._restore()
        pause = FIRST_PAUSE
        while not self._stopping.is_set():
            self._woken.clear()
            self._count_failures()
            wanted = self._wanted
            is_settled = wanted is None or self._bring(wanted)
            if wanted is not self._wanted or is_settled:
                pause = FIRST_PAUSE
            self._woken.wait(None if is_settled else pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def _restore(self) -> None:
        playable = restored(self._store)
        if playable.revision is not None:
            self._courier.knows_sound(playable.revision)
        self._play(playable)

    def _bring(self, name: Published) -> bool:
        """Try once; tell whether there is nothing more to try."""
        if self.standing is None or self.standing.name != name:
            self._say(Standing(name, "fetching", self._clock()))
        try:
            playable = self._courier.bring(name, lambda: self._goes_on(name))
        except Superseded:
            return False
        except Held as held:
            self._hold(held)
            return False
        except Unplayable:
            self._say(self._now("refused", "unreadable"))
            return True
        self._ready(playable)
        return True

    def _hold(self, held: Held) -> None:
        if held.playable is None:
            self._say(self._now("fetching", held.problem))
        else:
            self._ready(held.playable, held.problem)

    def _ready(self, playable: Playable, problem: PlayerProblem | None = None) -> None:
        self._play(playable)
        self._say(replace(self._now("ready", problem), quarantined=playable.quarantined))

    def _goes_on(self, name: Published) -> bool:
        return self._wanted == name and not self._stopping.is_set()

    def _count_failures(self) -> None:
        while not self._failures.empty():
            name, item = self._failures.get()
            if name == self._playable.name:
                self._play(failed(self._store, self._playable, item))
                self._tell_quarantine()

    def _tell_quarantine(self) -> None:
        standing, playable = self.standing, self._playable
        if standing is not None and standing.name == playable.name:
            self._say(replace(standing, quarantined=playable.quarantined))

    def _play(self, playable: Playable) -> None:
        if playable == self._playable:
            return
        self._playable = playable
        self._whole.put(playable)
        _log().info("plays", number=playable.name.number, left_out=playable.quarantined)

    # -- How far it is --

    def _progress(self, revision: Revision, progress: Progress) -> None:
        if self.standing is None:
            return
        self._say(replace(self.standing, progress=progress))
        if self.standing.name != self._playable.name:
            self._play(withdrawn(self._store, self._playable, revision))

    def _now(self, state: PlayerState, problem: PlayerProblem | None = None) -> Standing:
        """Return the standing in that state: since now, unless it was in it before."""
        standing = self.standing
        assert standing is not None  # `_bring` says that it fetches, before anything else
        since = standing.since if standing.state == state else self._clock()
        return replace(standing, state=state, since=since, problem=problem)

    def _say(self, standing: Standing) -> None:
        self.standing = standing


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("player")  # type: ignore[no-any-return]  # structlog types it Any
