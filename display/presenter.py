"""Decides what a hall screen shows and calls out. Knows no Kivy, no clock, no network."""

from collections.abc import Callable
from datetime import datetime
from types import MappingProxyType

from display.arbiter.arbiter import Class, Decision, begun, decision, heard
from display.arbiter.calls import is_called
from display.arbiter.claims import Announcement, Standing
from display.arbiter.facts import (
    BoardSeen,
    CallHeard,
    CallSpoken,
    DueSeen,
    EmergenciesSeen,
    Fact,
    ShowEnded,
    TimePassed,
)
from display.arbiter.programme import Playing
from display.carousel import Carousel
from display.drawn import film_of, large_call, lost_in
from display.hall_clock import HallClock
from display.listing import NO_BOARD, Listing
from display.page import Leaf, Page, QueuePage
from display.playbill import Playbill, Published
from display.ports import Announcing, BoardView
from display.rhythm import Rhythm
from display.scene import Scene
from display.spoken_calls import SpokenCalls
from display.told import Told
from display.vicinity import Vicinity
from media.pack import Pack
from media.playlist.model import Spot
from media.playlist.schedule import ClockTrust
from media.texts import Texts
from wire.messages import Board, Call, Emergency, Language, Queue, Queues, Ready, Shown
from wire.order import is_older

_PLAYED = (Class.PLAYLIST, Class.NOTICE)
"""What has the stage when an item of a revision is to be seen."""


class BoardPresenter:
    """Keeps a screen up to date, and has each call spoken once: what the arbiter decides is shown.

    Moments are seconds of a clock that never jumps; `tick` is called several times a second.
    """

    def __init__(
        self,
        view: BoardView,
        announcer: Announcing,
        acknowledge: Callable[[Shown], None],
        carousel: Carousel,
        clock: HallClock,
        rhythm: Rhythm,
    ) -> None:
        self._view, self._announcer, self._acknowledge = view, announcer, acknowledge
        self._carousel, self._clock, self._rhythm = carousel, clock, rhythm
        self._near = Vicinity(carousel.pack.hall, Spot(""))
        self._listing = Listing(view, rhythm)
        self._state = begun(rhythm)
        self._given = 0
        self._is_covered = False
        self._playbill: Playbill | None = None
        self._board: Board | None = None
        self._queues: dict[str, Queue] = {}
        self._standing: Standing = MappingProxyType({})
        self._elsewhere: tuple[str, ...] = ()
        self._heard = 0
        self._told = Told(carousel.maker, Texts(), carousel.pack)
        self._announced: Announcement | None = None
        self._spoken = SpokenCalls()
        self._is_anew = True
        self._lost_since: float | None = None
        self._scene: Scene | None = None
        self._trust = ClockTrust.NONE
        self.playing: Playing | None = None
        """What is to be seen of a published revision; nothing while it is covered."""

    def hang(self, spot: Spot) -> None:
        """Show what belongs where the screen hangs."""
        self._near = Vicinity(self._carousel.pack.hall, spot)

    # -- What arrives --

    def on_online(self, moment: float) -> None:
        """Take note that the controller is there: its next board replaces everything."""
        self._lost_since, self._is_anew = None, True
        self.tick(moment)

    def on_offline(self, moment: float) -> None:
        """Take note that the controller is away since this moment, or still is."""
        if self._lost_since is None:
            self._lost_since = moment
        self._queues = {}
        self.tick(moment)

    def on_board(self, board: Board, moment: float) -> None:
        """Show the hall as it is now, unless this is older than what is shown."""
        if self._is_stale(board):
            return
        if self._board is not None and board.seq < self._board.seq:
            self._heard, self._spoken = 0, SpokenCalls()  # another day, which counts from 1 again
        self._elsewhere, board = self._near.elsewhere(board), self._near.of(board)
        self._prepare(board.ready)
        self._board, self._is_anew = board, False
        self._standing = MappingProxyType({row.ticket: row for row in board.rows})
        self._spoken.keep(self._standing)
        self._clock.set(board.at, moment, board.pace)
        self._trust = ClockTrust.CONTROLLER
        self._hear(BoardSeen(self._standing), moment)
        self._alarm(board.emergencies, moment)
        for news in self._told.news(board, moment):
            self._hear(news, moment)
        self.tick(moment)
        self._tell()

    def on_call(self, call: Call, moment: float) -> None:
        """Call the ticket out, unless this came late or twice."""
        if call.seq <= self._heard or not is_called(call, self._standing):
            return
        self._heard = call.seq
        self._spoken.expect(call)
        self._hear(CallHeard(call), moment)
        self.tick(moment)

    def on_queues(self, queues: Queues, moment: float) -> None:
        """Tell who waits for each service from now on."""
        self._queues = {each.service: each for each in queues.queues}
        self.tick(moment)

    def on_published(self, published: Published | None, moment: float) -> None:
        """Play this revision from now on; where nothing of it is due, or is there, the pack's."""
        before, self._playbill = self._playbill, None
        if published is None:
            self._hear(DueSeen(()), moment)
        else:
            content, maker = self._carousel.pack, self._carousel.maker
            self._playbill = Playbill(published, content, maker, self._view.draws)
            if before is not None:
                self._playbill.take_over(before)
        self.tick(moment)

    def on_own_time(self, at: datetime, trust: ClockTrust, moment: float) -> None:
        """Go by the machine's own time, as long as the controller has not told the hall's."""
        if self._board is None:
            self._clock.set(at, moment, 1.0)
            self._trust = trust

    def on_show_ended(self, item: str, moment: float) -> None:
        """Take note that a film has come to its end, or that an item cannot be shown.

        What plays next is shown anew, even if it is the same item: it may have been mended.
        """
        self._scene = None
        self._hear(ShowEnded(item), moment)
        self.tick(moment)

    def on_pack(self, pack: Pack, moment: float) -> None:
        """Take note that the commune's content has changed."""
        self._near = Vicinity(pack.hall, self._near.spot)
        self._carousel.renew(pack, moment)
        self._told.renew(pack)
        if self._playbill is not None:
            self._playbill.renew(pack)
        self.tick(moment)

    def on_spoken(self, seq: int) -> None:
        """Take note that the call with this `seq` has been heard."""
        if self._spoken.note(seq):
            self._tell()

    def on_call_ended(self, seq: int, moment: float) -> None:
        """Take note that the loudspeaker is done with a call, whatever became of it."""
        self._hear(CallSpoken(seq), moment)
        self.tick(moment)

    def is_current(self, call: Call) -> bool:
        """Whether this call may be spoken now. Any thread may ask."""
        return not self._state.emergencies and is_called(call, self._standing)

    def tick(self, moment: float) -> None:
        """Go with the time: show what has changed since the last moment."""
        self._renew_due(moment)
        self._hear(TimePassed(), moment)
        decided = decision(self._state, moment)
        self.playing = decided.playing if decided.stage in _PLAYED else None
        was_covered, self._is_covered = self._is_covered, decided.stage is not None
        if was_covered and not self._is_covered:
            self._carousel.restart(moment)
        self._tell_hall(decided.announcement)
        scene = self._scene_of(decided, moment)
        if scene != self._scene:
            self._scene = scene
            self._view.show(scene)

    def _hear(self, fact: Fact, moment: float) -> None:
        """Let the arbiter hear of it, and the announcer of what it is to speak."""
        self._state = heard(self._state, fact, moment)
        for utterance in self._state.speech:
            if utterance.number > self._given:
                self._given = utterance.number
                self._announcer.announce(utterance.call)

    def _alarm(self, emergencies: tuple[Emergency, ...], moment: float) -> None:
        """Go by the emergencies that last now. While one does, nobody is called.

        Afterwards whoever is still called is called again.
        """
        if emergencies == self._state.emergencies:
            return
        self._hear(EmergenciesSeen(emergencies), moment)
        self._announcer.alarm(tuple(each.kind for each in reversed(emergencies)))

    def _tell_hall(self, announcement: Announcement | None) -> None:
        """Let the voice say what is announced from now on, or no more."""
        if announcement == self._announced:
            return
        self._announced = announcement
        self._announcer.hush()
        if announcement is None:
            self._told.rest()
        else:
            self._announcer.tell(announcement.key, self._told.prose(announcement))

    def _prepare(self, ready: tuple[Ready, ...]) -> None:
        """Let the voice have ready whom the hall calls next: the chime need not wait for words."""
        known = self._board.ready if self._board else ()
        for each in ready:
            if each not in known:
                self._announcer.prepare(each.ticket, each.counter)

    def _renew_due(self, moment: float) -> None:
        if self._playbill is None:
            return
        now = self._clock.now(moment)
        shows = self._playbill.due(now, self._trust)
        if shows is not None:
            self._hear(DueSeen(shows), moment)

    # -- What is shown --

    def _is_stale(self, board: Board) -> bool:
        return self._board is not None and not self._is_anew and is_older(board, self._board)

    def _tell(self) -> None:
        """Say what is shown of the board: nothing of it is while an emergency lasts."""
        if self._board is not None and not self._state.emergencies:
            self._acknowledge(Shown(self._board.seq, self._spoken.seqs, self._elsewhere))

    def _scene_of(self, decided: Decision, moment: float) -> Scene:
        newest = decided.emergencies[0].kind if decided.emergencies else None
        board, now = self._board or NO_BOARD, self._clock.now(moment)
        foot = self._listing.foot(board, now, moment)
        listing, near = self._listing, self._near
        return Scene(
            large=large_call(decided, near),
            lines=listing.lines(board, near, decided.call, moment, has_foot=bool(foot)),
            waiting=near.waiting(self._board, self._queues) if self._board else None,
            page=self._page(decided, moment),
            clock=now,
            lost_in=self._lost_in(moment),
            ready=foot.ready,
            missed=foot.missed,
            zone=near.zone.name if near.zone else None,
            film=film_of(decided),
            emergency=newest,
        )

    def _lost_in(self, moment: float) -> Language | None:
        lost = self._lost_since
        return None if lost is None else lost_in(moment - lost, self._rhythm)

    def _page(self, decided: Decision, moment: float) -> Leaf | None:
        """Return the page to read; what is above it has the visitors' whole attention."""
        match decided.stage:
            case None:
                return self._pack_page(moment)
            case Class.ANNOUNCEMENT if decided.announcement:
                return self._told.page(decided.announcement, moment)
            case Class.PLAYLIST | Class.NOTICE if self._playbill and decided.playing:
                page = self._playbill.page(decided.playing)
                return page.now(self._queues) if isinstance(page, QueuePage) else page
            case _:
                return None

    def _pack_page(self, moment: float) -> Page | None:
        now = self._clock.now(moment)
        if now is None:
            return self._carousel.page(None, moment)
        is_closed = self._is_empty and not self._carousel.is_open_at(now.time())
        return self._carousel.page(now.date(), moment, is_closed=is_closed)

    @property
    def _is_empty(self) -> bool:
        """Whether nobody waits or is served, as far as the screen knows."""
        return self._board is not None and not (self._board.rows or self._board.waiting)
