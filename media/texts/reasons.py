"""The reasons that the staff's pages propose, so that others can read them in their language."""

from media.isolation import plain
from media.texts.loading import Texts
from media.texts.marking import msgid
from wire.messages import LANGUAGES, Language

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


def reason_text(texts: Texts, language: Language, reason: str) -> str:
    """Return a proposed reason in the language, whichever it was written in; any other as it is."""
    for known in PAUSE_OF_SERVICE:
        if any(reason == plain(texts.parts(each, known)[0][1]) for each in LANGUAGES):
            return texts.text(language, known)
    return reason
