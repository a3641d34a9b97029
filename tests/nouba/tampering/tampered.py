"""What is done to a day, and what is told of it."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import Connection, delete, text

from controller.hall import events
from controller.store.tables import journal, visits
from tests.nouba.tampering.ways import (
    DAY,
    LAST,
    MIDNIGHT,
    NEXT,
    NINE,
    at_night,
    change,
    change_a_visit,
    move_the_evening,
    opened_again,
    put_in,
    put_in_a_visit,
    put_in_at_the_end,
    put_in_without_a_place,
    row,
    seal_the_changed_row,
    served_again,
    set_,
    spell,
    swap_their_places,
    swap_two_days,
    swap_two_rows,
    take_out_and_close_the_gap,
)

CHANGED = "it does not follow from what was written before it; one of the two was changed"
CLOSED = (
    "it was written after the hall had closed for the day, and nobody had opened the day again."
)
EARLIER = "it happened before what was written before it."
MISSING = "what was written before it is missing."

WAYS: dict[str, tuple[Callable[[Connection], object], str]] = {
    "an event is changed": (change(event={"at": "2026-03-02T09:00:00Z"}), f"fact 4: {CHANGED}"),
    "an event is no event": (change(event=[1]), f"fact 4: {CHANGED}"),
    "a kind is changed": (change(kind="TicketRecalled"), f"fact 4: {CHANGED}"),
    "who asked is changed": (change(request="a:karim:00000003"), f"fact 4: {CHANGED}"),
    "who asked is taken away": (change(request=None), f"fact 4: {CHANGED}"),
    "a seal is changed": (change(seal="0" * 64), f"fact 4: {CHANGED}"),
    "a seal is taken away": (change(seal=None), "fact 4: its seal was taken away."),
    "a row leaves the chain": (change(seal=None, place=None), "fact 4: its seal was taken away."),
    "a number is changed": (change(seq=40), f"fact 40: {CHANGED}"),
    "a place is changed": (change(place=40), f"fact 5: {MISSING}"),
    "a row goes to another day": (change(day=NEXT + timedelta(9)), f"fact 5: {MISSING}"),
    "a row goes to another hall": (change(hall="else"), f"fact 5: {MISSING}"),
    "the day's last row goes to the next day": (
        lambda c: set_(c, row(LAST), day=NEXT),
        f"{NEXT}, fact {LAST}: {CHANGED}",
    ),
    "the evening goes to a day after": (
        move_the_evening(day=NEXT + timedelta(9)),
        f"{NEXT + timedelta(9)}, fact 5: {CHANGED}",
    ),
    "the evening goes to the hall in capitals": (
        move_the_evening(hall="Hall"),
        f"{NEXT}, fact 1: {MISSING}",
    ),
    "the evening goes to the hall with a blank": (
        move_the_evening(hall="hall "),
        f"{NEXT}, fact 1: {MISSING}",
    ),
    "the evening goes to the hall in other letters": (
        move_the_evening(hall="ｈａｌｌ"),
        f"{NEXT}, fact 1: {MISSING}",
    ),
    "an event is spelt with other spaces": (
        spell(lambda text: text.replace(": ", ":")),
        f"fact 4: {CHANGED}",
    ),
    "an event has a field twice": (
        spell(lambda text: '{"ticket": "B009", ' + text[1:]),
        f"fact 4: {CHANGED}",
    ),
    "a kind has other capitals": (change(kind="ticketcalled"), f"fact 4: {CHANGED}"),
    "who asked is no text": (change(request=""), f"fact 4: {CHANGED}"),
    "a row is put in without a place": (
        put_in_without_a_place,
        f"fact {LAST + 1}: its seal was taken away.",
    ),
    "two rows change numbers": (swap_two_rows, f"fact 3: {CHANGED}"),
    "two rows change places": (swap_their_places, f"fact 3: {CHANGED}"),
    "two days are exchanged": (swap_two_days, f"fact 1: {CHANGED}"),
    "a row is put in": (put_in, f"fact 5: {CHANGED}"),
    "a row is put in at the end": (
        put_in_at_the_end,
        f"fact {LAST + 1}: it was written when a later day had begun.",
    ),
    "a closed day is written on": (
        at_night(*served_again(MIDNIGHT)),
        f"{DAY}, fact {LAST + 1}: {CLOSED}",
    ),
    "a closed day is written on, as if by day": (
        at_night(*served_again(NINE), events.DayClosed(MIDNIGHT)),
        f"{DAY}, fact {LAST + 1}: {CLOSED}",
    ),
    "a closed day is closed again": (
        at_night(events.DayClosed(MIDNIGHT)),
        f"{DAY}, fact {LAST + 1}: {CLOSED}",
    ),
    "a day is opened again, and its morning told anew": (
        at_night(opened_again(MIDNIGHT), *served_again(NINE)),
        f"{DAY}, fact {LAST + 2}: {EARLIER}",
    ),
    "a day is opened again before it was closed": (
        at_night(opened_again(NINE), *served_again(NINE)),
        f"{DAY}, fact {LAST + 1}: {EARLIER}",
    ),
    "a row is deleted": (lambda c: c.execute(delete(journal).where(row(4))), f"fact 5: {MISSING}"),
    "a row is deleted and the gap closed": (take_out_and_close_the_gap, f"fact 4: {CHANGED}"),
    "the day's last row is deleted": (
        lambda c: c.execute(delete(journal).where(row(LAST))),
        f"{NEXT}, fact 1: {MISSING}",
    ),
    "the day is deleted": (
        lambda c: c.execute(delete(journal).where(journal.c.day == DAY)),
        f"{DAY}: the journal has no fact of this day.",
    ),
    "a changed row gets a right seal": (seal_the_changed_row, f"fact 5: {CHANGED}"),
    "all seals are taken away": (
        lambda c: set_(c, journal.c.seq > 0, seal=None, place=None),
        "or all seals were taken away: 7. Nothing proves them.",
    ),
    "a visit's service is changed": (
        change_a_visit(service="tnb"),
        "visit of B001: service is tnb, and the journal says legalisation.",
    ),
    "a visit's note is changed": (
        change_a_visit(note="rude"),
        "visit of B001: note is rude, and the journal says –.",
    ),
    "a visit goes to another day": (
        change_a_visit(day=NEXT + timedelta(9)),
        "visit of B001: missing, though the journal knows it.",
    ),
    "the visits are deleted": (
        lambda c: c.execute(delete(visits)),
        "visit of B001: missing, though the journal knows it.",
    ),
    "a visit is put in": (put_in_a_visit, "visit of B009: the journal knows no such ticket."),
    "the table of the visits is dropped": (
        lambda c: c.execute(text("DROP TABLE visits")),
        f"The visits of {DAY} cannot be compared: ",
    ),
}

NO_DAY = "of no day: what stands there as its day is none"

ONLY_ON_SQLITE: dict[str, tuple[str, str]] = {
    "an event is no JSON": ("event = 'garbage'", f"fact 4: {CHANGED}"),
    "an event is the same in bytes": ("event = CAST(event AS BLOB)", f"fact 4: {CHANGED}"),
    "an event is too deep": (
        f"event = '{'[' * 100_000}{']' * 100_000}'",
        f"fact 4: {CHANGED}",
    ),
    "a kind is bytes": ("kind = x'ff'", f"fact 4: {CHANGED}"),
    "a kind is the same in bytes": ("kind = CAST(kind AS BLOB)", f"fact 4: {CHANGED}"),
    "a request is bytes": ("request = x'ff00'", f"fact 4: {CHANGED}"),
    "a request is the same in bytes": ("request = CAST(request AS BLOB)", f"fact 4: {CHANGED}"),
    "a seal is bytes": ("seal = x'ff00'", f"fact 4: {CHANGED}"),
    "a seal is the same in bytes": ("seal = CAST(seal AS BLOB)", f"fact 4: {CHANGED}"),
    "a seal is in capitals": ("seal = upper(seal)", f"fact 4: {CHANGED}"),
    "a place is a word": ("place = 'abc'", "fact 4: its seal was taken away."),
    "a place is the same in bytes": (
        "place = CAST('4' AS BLOB)",
        "fact 4: its seal was taken away.",
    ),
    "a place has a fraction": ("place = 4.5", "fact 4: its seal was taken away."),
    "a number is a word": ("seq = 'abc'", f"fact 5: {MISSING}"),
    "a number is the same in bytes": ("seq = CAST('4' AS BLOB)", f"fact 0: {CHANGED}"),
    "a number has a fraction": ("seq = 4.5", f"fact 0: {CHANGED}"),
    "a hall is the same in bytes": ("hall = CAST(hall AS BLOB)", f"fact 5: {MISSING}"),
    "a day is a word": ("day = 'never'", f"Fact 4 {NO_DAY}"),
    "a day has no hyphens": ("day = '20260302'", f"Fact 4 {NO_DAY}"),
    "a day is that of a week": ("day = '2026-W10-1'", f"Fact 4 {NO_DAY}"),
    "a day has a blank": ("day = '2026-03-02 '", f"Fact 4 {NO_DAY}"),
    "a day has a time": ("day = '2026-03-02 00:00:00'", f"Fact 4 {NO_DAY}"),
    "a day is the same in bytes": ("day = CAST('2026-03-02' AS BLOB)", f"Fact 4 {NO_DAY}"),
}
"""Where a column takes anything: what is done to the fourth row."""

HIDDEN_EVENINGS = (
    "day = '20260302'",
    "day = '2026-W10-1'",
    "day = '2026-03-02 '",
    "day = CAST('2026-03-02' AS BLOB)",
    "day = '2026-03-03'",
    "day = '20260302', place = NULL, seal = NULL",
    "day = '2026-W10-1', place = CAST(place AS BLOB)",
    "hall = 'Hall'",
    "seq = CAST(seq AS BLOB)",
)
"""How the end of a day may leave it, with nothing of what was sealed changed for who reads
kindly."""
