"""The sound of a call: its chime, and its words in the languages of the hall and the visitor."""

import structlog

from display.manner import Manner
from media.voice.announcement import Announcement, UnspeakableTicketError, announcement
from media.voice.sound import Samples, seconds
from media.voice.voices import Rendering, Voices
from wire.messages import Call, Language

LONGEST_BACKLOG = 20.0
"""Seconds of announcements that may wait before calls are spoken in their short form."""


class CallWords:
    """Makes the sounds of calls. Safe for several threads, as the voices are."""

    def __init__(self, voices: Voices, manner: Manner) -> None:
        self._voices, self._manner = voices, manner

    def opening(self, call: Call, waiting: int, *, is_following: bool) -> Samples:
        """Return the chime; of calls that follow one another in a crowd, the first has it."""
        is_sharing = is_following and waiting and self._is_long(self._full(call), waiting)
        return self._voices.opening(is_chiming=not is_sharing)

    def words(self, call: Call, waiting: int) -> Rendering:
        """Return the words, in one language where so many wait that all would take too long.

        A ticket that cannot be said has none, which is logged.
        """
        full = self._full(call)
        if not self._is_long(full, waiting):
            return full
        return self._words(call, self._one_language(call.language))

    def prepare(self, ticket: str, counter: int, language: Language) -> None:
        """Make a call's words, to be at hand when they are wanted. Raises nothing."""
        try:
            self._voices.words(announcement(ticket, counter, self._all_languages(language)))
        except UnspeakableTicketError:
            return  # its turn tells, and chimes
        except Exception:  # noqa: BLE001  # its turn tries again
            _log().exception("not_rendered_ahead", ticket=ticket, counter=counter)

    def _is_long(self, full: Rendering, waiting: int) -> bool:
        """Whether as many as wait would take too long in all languages."""
        each = seconds(full.samples) + seconds(self._voices.opening())
        return waiting * each > LONGEST_BACKLOG

    def _full(self, call: Call) -> Rendering:
        return self._words(call, self._all_languages(call.language))

    def _words(self, call: Call, languages: tuple[Language, ...]) -> Rendering:
        try:
            told = announcement(call.ticket, call.counter, languages)
        except UnspeakableTicketError as error:
            _log().error("ticket_not_spoken", why=str(error))
            return self._voices.words(Announcement(()))
        return self._voices.words(told)

    def _all_languages(self, own: Language) -> tuple[Language, ...]:
        """Return the hall's languages, then the visitor's own where it is offered by ear."""
        if own in self._manner.languages or not self._voices.offers(own):
            return self._manner.languages
        return (*self._manner.languages, own)

    def _one_language(self, own: Language) -> tuple[Language, ...]:
        """Return the only language of the short form: the visitor's, or the hall's first."""
        return (own,) if self._voices.offers(own) else self._manner.languages[:1]


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("announcer")  # type: ignore[no-any-return]  # structlog types it Any
