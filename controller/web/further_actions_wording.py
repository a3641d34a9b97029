"""What an agent's page says of the further actions, that not every visitor needs."""

from collections.abc import Mapping
from types import MappingProxyType

from controller.web.steps_wording import steps_wording
from controller.web.wording import Counting, Wording
from media.texts import msgid, reasons
from media.texts.classes import CLASSES
from media.texts.outcomes import OUTCOMES

AGENTS_REASONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "park": reasons.PARKING,
        "pause": reasons.PAUSE_OF_COUNTER,
        "call_ticket": reasons.OUT_OF_TURN,
        "walk_in": reasons.OUT_OF_TURN,
        "transfer": reasons.OUT_OF_TURN,
        "cancel": reasons.CANCELLING,
        "reinstate": reasons.REINSTATING,
        "place": reasons.PLACES,
    }
)
"""The codes of what is proposed for each action, and for where a visitor is meanwhile."""


def further_actions_wording() -> Wording:
    """Return what an agent's page says behind «More actions»."""
    actions = {
        "pre_call": msgid("Tell the next one to get ready"),
        "call_ticket": msgid("Call out of turn"),
        "walk_in": msgid("Serve without a ticket"),
        "take_ticket": msgid("Give a ticket"),
        "check_in": msgid("Check in an appointment"),
        "park": msgid("Park the ticket"),
        "finish": msgid("Finish, and write down how"),
        "go_on": msgid("Finish, and go on to another service"),
        "pause": msgid("Take a break"),
        "resume_ticket": msgid("Bring a parked ticket back"),
        "reinstate": msgid("Bring a ticket back"),
        "cancel": msgid("Cancel a ticket"),
    }
    facts = {
        "more": msgid("More actions"),
        "state_paused": msgid("On a break"),
        "parked": msgid("Parked"),
        "priority": msgid("Priority"),
        "then": msgid("Afterwards"),
        "quantity": msgid("Quantity"),
        "refusal_call_ticket_wrong_moment": msgid("This ticket is not waiting."),
        "refusal_check_in_too_early": msgid(
            "It is too early: this appointment can be checked in from {time} on."
        ),
        "refusal_moved_on": msgid(
            "Nothing was done: the ticket at the counter has changed meanwhile."
        ),
    }
    return (
        steps_wording()
        | {f"more_{name}": text for name, text in actions.items()}
        | facts
        | _asked()
        | _given()
    )


def further_actions_counting() -> Counting:
    """Return what an agent's page counts there."""
    return {
        "minutes": (msgid("{n} minute"), msgid("{n} minutes")),
        "ahead": (msgid("{n} person ahead of you"), msgid("{n} people ahead of you")),
        "most_after": (
            msgid("At most {n} service, or none"),
            msgid("At most {n} services, or none"),
        ),
    }


def _given() -> Wording:
    """Return what is asked before an agent gives a ticket, and told with it."""
    return {f"class_{name}": text for name, text in CLASSES.items()} | {
        "services_after": msgid("Other services to visit after it?"),
        "which_class": msgid("Which class?"),
        "no_proof": msgid("No proof is asked for and no reason is kept"),
        "which_language": msgid("Which language is called?"),
        "appointment_code": msgid("The appointment’s code"),
        "nobody_ahead": msgid("Nobody is ahead of you"),
    }


def _asked() -> Wording:
    return {f"outcome_{code}": text for code, text in OUTCOMES.items()} | {
        "which_outcome": msgid("Which outcome?"),
        "no_outcome": msgid("None of these"),
        "how_many": msgid("How many?"),
        "any_note": msgid("Is there something to note?"),
        "note": msgid("Note"),
        "may_be_empty": msgid("This may stay empty"),
        "where_meanwhile": msgid("Where is the visitor meanwhile?"),
        "no_place": msgid("Nobody knows"),
        "another_place": msgid("Another place"),
        "how_long": msgid("For how long?"),
        "no_end": msgid("Until it is brought back"),
        "is_published": msgid(
            "Everybody may read a reason from this list. Your own words stand in the hall’s "
            "report alone."
        ),
    }
