"""The reasons that the staff's pages propose, so that others can read them in their language."""

from media.texts.loading import Texts
from media.texts.marking import msgid
from media.texts.proposed import proposed
from wire.messages import Language

PAUSE_OF_SERVICE = (
    msgid("The computers do not work"),
    msgid("Nobody is here for it now"),
    msgid("Too many are waiting"),
)
"""Why no tickets are given for a service: visitors read it at the kiosk."""

PAUSE_OF_COUNTER = (
    msgid("Short break"),
    msgid("Prayer"),
    msgid("Meal"),
    msgid("Meeting"),
)
"""Why an agent is away from the counter."""

PARKING = (
    msgid("Fetches a document"),
    msgid("Makes photocopies"),
    msgid("Pays a fee"),
    msgid("Waits for somebody"),
)
"""Why a visitor leaves the counter to come back."""

PLACES = (
    msgid("In the hall"),
    msgid("At another office"),
    msgid("At the cash desk"),
    msgid("Outside the building"),
)
"""Where a visitor is who left the counter to come back."""

OUT_OF_TURN = (
    msgid("Is back with the missing document"),
    msgid("Was missed by mistake"),
    msgid("A burial that cannot wait"),
    msgid("The supervisor asks for it"),
)
"""Why a ticket is called before its turn. It is published: nothing is said of health."""

CANCELLING = (
    msgid("Has left the hall"),
    msgid("Was taken by mistake"),
    msgid("Belongs to another office"),
)
"""Why a ticket is taken out of the queue."""

REDIRECTING = (
    msgid("Waits in the wrong queue"),
    msgid("Too many are waiting there"),
    msgid("Was sent there by mistake"),
    msgid("Is back with the missing document"),
)
"""Why a supervisor lets somebody wait elsewhere."""

REPRIORITISING = (
    msgid("Did not say so at the kiosk"),
    msgid("Was chosen by mistake"),
)
"""Why a ticket gets another class. The journal keeps it: nothing is said of health."""

REOPENING = (
    msgid("The day was closed by mistake"),
    msgid("Visitors are still here"),
)
"""Why a day that was closed goes on."""

PROPOSED = (
    *PAUSE_OF_SERVICE,
    *PAUSE_OF_COUNTER,
    *OUT_OF_TURN,
    *PARKING,
    *CANCELLING,
    *REDIRECTING,
    *REPRIORITISING,
    *REOPENING,
)
"""All that a story or a report tells in its reader's language."""


def reason_text(texts: Texts, language: Language, reason: str) -> str:
    """Return a proposed reason in the language, whichever it was written in; any other as it is."""
    known = proposed(texts, reason, PAUSE_OF_SERVICE)
    return reason if known is None else texts.text(language, known)
