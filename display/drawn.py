"""What is drawn of the arbiter's decisions and of the board's rows."""

from display.arbiter.arbiter import Decision
from display.scene import Film, LargeCall, Line
from media.playlist.content import Video
from wire.messages import Row, TicketState


def large_call(decided: Decision) -> LargeCall | None:
    """Return the call that stands large, if one does."""
    call = decided.call
    return None if call is None else LargeCall(call.ticket, call.counter, decided.is_bright)


def film_of(decided: Decision) -> Film | None:
    """Return the film that plays or is suspended, if what plays is one."""
    playing = decided.playing
    if playing is None or not isinstance(playing.show.item.content, Video):
        return None
    item, content = playing.show.item.id, playing.show.item.content
    position, since = playing.position, playing.since
    return Film(item, content.asset, position, since, decided.sound, content.captions)


def is_at_its_counter(row: Row) -> bool:
    """Whether its visitor has come."""
    return row.state is not TicketState.CALLED


def line_of(row: Row) -> Line:
    """Return the line that the list shows."""
    return Line(row.ticket, row.counter, is_called=row.state is TicketState.CALLED)
