"""The reasons and places that the staff's pages propose: the code that is kept, and its text.

The code stays what it is when a wording is mended: a day of last year still tells its reasons.
"""

from collections.abc import Mapping
from types import MappingProxyType

from media.texts.marking import msgid

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "computers_down": msgid("The computers do not work"),
        "nobody_there": msgid("Nobody is here for it now"),
        "too_many_waiting": msgid("Too many are waiting"),
        "short_break": msgid("Short break"),
        "prayer": msgid("Prayer"),
        "meal": msgid("Meal"),
        "meeting": msgid("Meeting"),
        "fetches_document": msgid("Fetches a document"),
        "makes_photocopies": msgid("Makes photocopies"),
        "pays_fee": msgid("Pays a fee"),
        "waits_for_somebody": msgid("Waits for somebody"),
        "brought_document": msgid("Is back with the missing document"),
        "missed_by_mistake": msgid("Was missed by mistake"),
        "burial": msgid("A burial that cannot wait"),
        "supervisor_asks": msgid("The supervisor asks for it"),
        "finished_by_mistake": msgid("Was finished by mistake"),
        "something_missing": msgid("Something was still missing"),
        "left_hall": msgid("Has left the hall"),
        "taken_by_mistake": msgid("Was taken by mistake"),
        "other_office": msgid("Belongs to another office"),
        "wrong_queue": msgid("Waits in the wrong queue"),
        "too_many_there": msgid("Too many are waiting there"),
        "sent_by_mistake": msgid("Was sent there by mistake"),
        "not_said_at_kiosk": msgid("Did not say so at the kiosk"),
        "chosen_by_mistake": msgid("Was chosen by mistake"),
        "closed_by_mistake": msgid("The day was closed by mistake"),
        "visitors_still_here": msgid("Visitors are still here"),
        "issued_alone": msgid("The kiosk had no connection and gave another number"),
        "place_hall": msgid("In the hall"),
        "place_other_office": msgid("At another office"),
        "place_cash_desk": msgid("At the cash desk"),
        "place_outside": msgid("Outside the building"),
    }
)
