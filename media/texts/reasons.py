"""Which reasons the staff's pages propose for what: their codes, so that others can read them."""

from media.texts.loading import Texts
from media.texts.proposed import proposed
from wire.messages import Language

PAUSE_OF_SERVICE = (
    "computers_down",
    "nobody_there",
    "too_many_waiting",
)
"""Why no tickets are given for a service: visitors read it at the kiosk."""

PAUSE_OF_COUNTER = (
    "short_break",
    "prayer",
    "meal",
    "meeting",
)
"""Why an agent is away from the counter."""

PARKING = (
    "fetches_document",
    "makes_photocopies",
    "pays_fee",
    "waits_for_somebody",
)
"""Why a visitor leaves the counter to come back."""

PLACES = (
    "place_hall",
    "place_other_office",
    "place_cash_desk",
    "place_outside",
)
"""Where a visitor is who left the counter to come back."""

OUT_OF_TURN = (
    "brought_document",
    "missed_by_mistake",
    "burial",
    "supervisor_asks",
)
"""Why a ticket is called before its turn. It is published: nothing is said of health."""

CANCELLING = (
    "left_hall",
    "taken_by_mistake",
    "other_office",
)
"""Why a ticket is taken out of the queue."""

REINSTATING = (
    "finished_by_mistake",
    "something_missing",
    "brought_document",
)
"""Why a ticket that was finished waits again. It is published: nothing is said of a person."""

REDIRECTING = (
    "wrong_queue",
    "too_many_there",
    "sent_by_mistake",
    "brought_document",
)
"""Why a supervisor lets somebody wait elsewhere."""

REPRIORITISING = (
    "not_said_at_kiosk",
    "chosen_by_mistake",
)
"""Why a ticket gets another class. The journal keeps it: nothing is said of health."""

REOPENING = (
    "closed_by_mistake",
    "visitors_still_here",
)
"""Why a day that was closed goes on."""

PROPOSED = (
    *PAUSE_OF_SERVICE,
    *PAUSE_OF_COUNTER,
    *OUT_OF_TURN,
    *PARKING,
    *CANCELLING,
    *REINSTATING,
    *REDIRECTING,
    *REPRIORITISING,
    *REOPENING,
)
"""All that a story or a report tells in its reader's language."""


def reason_text(texts: Texts, language: Language, reason: str) -> str:
    """Return a proposed reason in the language, whichever it was written in; any other as it is."""
    known = proposed(texts, reason, PAUSE_OF_SERVICE)
    return reason if known is None else texts.text(language, known)
