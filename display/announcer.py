"""Speaks the calls, one after the other, on a thread of its own. It knows no window."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Condition, Thread

import structlog

from hardware.ports import DeviceError, Pcm, Speaker
from media.voice.announcement import Announcement, UnspeakableTicketError, announcement
from media.voice.sound import RATE, seconds
from media.voice.voices import Rendering, Voices
from wire.messages import Call, Language

LONGEST_BACKLOG = 20.0
"""Seconds of announcements that may wait before calls are spoken in their short form."""


class Announcer:
    """Announces calls: the chime, then the hall's languages and the visitor's own.

    Announcements never overlap and are rendered while the one before is played. A call is dropped
    when it is no longer current at its turn; a newer call of a ticket that still waits for its turn
    takes its place. A failing speaker or voice is logged and stops nothing; what could not be
    rendered ahead is tried again at its turn.
    """

    def __init__(
        self,
        speaker: Speaker,
        voices: Voices,
        is_current: Callable[[Call], bool],
        on_spoken: Callable[[int], None],
        languages: tuple[Language, ...] = ("ar", "fr"),
        on_ended: Callable[[int], None] | None = None,
    ) -> None:
        """Begin to listen for calls.

        `is_current` tells whether this call may be spoken at its turn, `on_spoken` takes the
        `seq` of each call whose words were heard, and `on_ended` that of each whose turn is
        over, heard or not; all are called on the announcer's thread.
        """
        self._speaker = speaker
        self._voices = voices
        self._is_current = is_current
        self._on_spoken, self._on_ended = on_spoken, on_ended
        self._languages = languages
        self._pending: dict[str, Call] = {}
        self._changed = Condition()
        self._is_closed = False
        self._hushed = 0
        self._ahead = ThreadPoolExecutor(1, thread_name_prefix="rendering")
        self._thread = Thread(target=self._work, name="announcer", daemon=True)
        self._thread.start()

    def announce(self, call: Call) -> None:
        """Take a call into the queue, and begin to render it. Returns at once."""
        with self._changed:
            if self._is_closed:
                return
            self._pending[call.ticket] = call
            self._changed.notify()
            self._ahead.submit(self._render_ahead, call.ticket, call.counter, call.language)

    def prepare(self, ticket: str, counter: int, language: Language) -> None:
        """Render an announcement that is likely to be asked for. Returns at once."""
        with self._changed:
            if not self._is_closed:
                self._ahead.submit(self._render_ahead, ticket, counter, language)

    def hush(self) -> None:
        """Fall silent at once, and forget the calls that wait: what is cut off was not heard."""
        with self._changed:
            self._pending.clear()
            self._hushed += 1
        self._speaker.stop()

    def close(self) -> None:
        """Fall silent, forget the calls that wait, and end the threads."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._ahead.shutdown(wait=False, cancel_futures=True)
        self._speaker.stop()
        self._thread.join(timeout=5)

    def _work(self) -> None:
        while call := self._next():
            try:
                self._announce(call)
            except Exception:  # noqa: BLE001  # whatever fails, the next visitor is called
                _log().exception("announcement_failed", ticket=call.ticket, counter=call.counter)
            if self._on_ended is not None:
                self._on_ended(call.seq)

    def _next(self) -> Call | None:
        with self._changed:
            self._changed.wait_for(lambda: self._pending or self._is_closed)
            if self._is_closed:
                return None
            return self._pending.pop(next(iter(self._pending)))

    def _announce(self, call: Call) -> None:
        rendering, hushed = self._rendered(call), self._hushed
        if not self._is_current(call):
            _log().info("call_dropped", ticket=call.ticket, counter=call.counter)
            return
        try:
            self._speaker.play(_pcm(rendering), _name(call))
        except DeviceError as error:
            _log().error("call_not_spoken", ticket=call.ticket, why=str(error))
            return
        if rendering.spoken and hushed == self._hushed:
            self._on_spoken(call.seq)

    def _rendered(self, call: Call) -> Rendering:
        languages = self._all_languages(call.language)
        full = self._render(call.ticket, call.counter, languages)
        if len(self._pending) * seconds(full.samples) <= LONGEST_BACKLOG:
            return full
        return self._render(call.ticket, call.counter, self._one_language(call.language))

    def _render(self, ticket: str, counter: int, languages: tuple[Language, ...]) -> Rendering:
        try:
            return self._voices.render(announcement(ticket, counter, languages))
        except UnspeakableTicketError as error:
            _log().error("ticket_not_spoken", why=str(error))
            return self._voices.render(Announcement(()))

    def _render_ahead(self, ticket: str, counter: int, language: Language) -> None:
        try:
            self._voices.render(announcement(ticket, counter, self._all_languages(language)))
        except UnspeakableTicketError:
            return  # its turn tells, and chimes
        except Exception:  # noqa: BLE001  # its turn tries again
            _log().exception("not_rendered_ahead", ticket=ticket, counter=counter)

    def _all_languages(self, own: Language) -> tuple[Language, ...]:
        """Return the hall's languages, then the visitor's own where it is offered by ear."""
        if own in self._languages or not self._voices.offers(own):
            return self._languages
        return (*self._languages, own)

    def _one_language(self, own: Language) -> tuple[Language, ...]:
        """Return the only language of the short form: the visitor's, or the hall's first."""
        return (own,) if self._voices.offers(own) else self._languages[:1]


def _pcm(rendering: Rendering) -> Pcm:
    return Pcm(rendering.samples.astype("<i2").tobytes(), RATE)


def _name(call: Call) -> str:
    recall = f" call {call.calls}" if call.calls > 1 else ""
    return f"{call.ticket} counter {call.counter}{recall}"


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("announcer")  # type: ignore[no-any-return]  # structlog types it Any
