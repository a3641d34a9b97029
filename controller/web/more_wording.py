"""What the staff's pages say of the actions that not every visitor needs."""

from collections.abc import Mapping
from types import MappingProxyType

from controller.web.wording import Counting, Wording
from media.texts import msgid, reasons

OUTCOMES: Wording = {
    "outcome_resolved": msgid("Dealt with"),
    "outcome_incomplete_file": msgid("Incomplete file"),
    "outcome_other_office": msgid("Another office is in charge"),
}
"""The codes that have a name in four languages; a hall's others are told as they are."""

AGENTS_REASONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "park": reasons.PARKING,
        "pause": reasons.PAUSE_OF_COUNTER,
        "call_ticket": reasons.OUT_OF_TURN,
        "cancel": reasons.CANCELLING,
    }
)

SUPERVISORS_REASONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pause_service": reasons.PAUSE_OF_SERVICE,
        "cancel": reasons.CANCELLING,
        "reopen_day": reasons.REOPENING,
    }
)


def more_wording() -> Wording:
    """Return what an agent's page says behind «More actions»."""
    actions = {
        "pre_call": msgid("Tell the next one to get ready"),
        "call_ticket": msgid("Call out of turn"),
        "walk_in": msgid("Serve without a ticket"),
        "park": msgid("Park the ticket"),
        "finish": msgid("Finish with an outcome"),
        "pause": msgid("Take a break"),
        "resume_ticket": msgid("Bring a parked ticket back"),
        "reinstate": msgid("A missed visitor has come"),
        "cancel": msgid("Cancel a ticket"),
    }
    facts = {
        "state_paused": msgid("On a break"),
        "parked": msgid("Parked"),
        "missed": msgid("Missed"),
        "priority": msgid("Priority"),
        "then": msgid("Afterwards"),
        "quantity": msgid("Quantity"),
        "back_at": msgid("Back at {time}"),
        "until": msgid("Until {time}"),
        "which_outcome": msgid("Which outcome?"),
        "how_long": msgid("For how long?"),
        "no_end": msgid("Until it is brought back"),
        "is_published": msgid("This reason is published"),
    }
    named = {f"more_{action}": text for action, text in actions.items()}
    return _steps() | named | facts | OUTCOMES


def interventions_wording() -> Wording:
    """Return what the supervisor's page says of interventions."""
    return _steps() | {
        "counter": msgid("Counter {counter}"),
        "which_counter": msgid("Which counter?"),
        "ticket_number": msgid("Ticket number"),
        "is_read": msgid("Visitors read this reason"),
        "more_close_day": msgid("Close the day"),
        "close_day_question": msgid("Close the day now?"),
        "close_day_effect": msgid(
            "Every ticket that is left will be decided: those who wait lose their place."
        ),
    }


def more_counting() -> Counting:
    """Return what an agent's page counts there."""
    return {"minutes": (msgid("{n} minute"), msgid("{n} minutes"))}


def _steps() -> Wording:
    return {
        "more": msgid("More actions"),
        "which_ticket": msgid("Which ticket?"),
        "which_service": msgid("Which service?"),
        "why": msgid("Why?"),
        "nothing": msgid("There is nothing to choose from"),
        "confirm": msgid("Confirm"),
        "another_reason": msgid("Another reason"),
    }
