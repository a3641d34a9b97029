"""What is drawn of the arbiter's decisions and of the board's rows."""

from collections.abc import Iterable

from display.arbiter.arbiter import Decision
from display.rhythm import Rhythm
from display.scene import Film, LargeCall, Line
from display.vicinity import Vicinity
from media.playlist.content import Video
from wire.messages import Call, Language, Ready, Row, TicketState

WARNED_IN: tuple[Language, ...] = ("ar", "fr")
"""The languages of the warning that the hall is lost."""


def large_call(decided: Decision, near: Vicinity) -> LargeCall | None:
    """Return the call that stands large, if one does."""
    call = decided.call
    if call is None:
        return None
    where = near.direction(call.counter)
    return LargeCall(call.ticket, call.counter, decided.is_bright, where)


def film_of(decided: Decision) -> Film | None:
    """Return the film that plays or is suspended, if what plays is one."""
    playing = decided.playing
    if playing is None or not isinstance(playing.show.item.content, Video):
        return None
    item, content = playing.show.item.id, playing.show.item.content
    position, since = playing.position, playing.since
    return Film(item, content.asset, position, since, decided.sound, content.captions)


def lines_of(rows: Iterable[Row], large: Call | None, near: Vicinity) -> list[Line]:
    """Return the lines of the list: all but the large call, those still called first."""
    others = [row for row in rows if large is None or row.ticket != large.ticket]
    return [_line(row, near) for row in sorted(others, key=_is_at_its_counter)]


def told_once(ready: Iterable[Ready]) -> tuple[Ready, ...]:
    """Return who may get ready. Whom two counters told so goes by the first."""
    told: dict[str, Ready] = {}
    for each in ready:
        told.setdefault(each.ticket, each)
    return tuple(told.values())


def _is_at_its_counter(row: Row) -> bool:
    return row.state is not TicketState.CALLED


def _line(row: Row, near: Vicinity) -> Line:
    way, is_called = near.direction(row.counter).way, row.state is TicketState.CALLED
    return Line(row.ticket, row.counter, is_called=is_called, way=way)


def lost_in(seconds: float, rhythm: Rhythm) -> Language | None:
    """Return the language of the warning, when the hall has been lost so long: one by one."""
    if seconds < rhythm.offline:
        return None
    turns = int((seconds - rhythm.offline) // rhythm.warning)
    return WARNED_IN[turns % len(WARNED_IN)]
