"""What the staff's dialogs ask, one thing after the other, on agents' and supervisors' pages."""

from controller.web.wording import Wording
from media.texts import msgid


def steps_wording() -> Wording:
    """Return what both pages ask."""
    return {
        "which_ticket": msgid("Which ticket?"),
        "which_service": msgid("Which service?"),
        "which_gone": msgid("One that was missed, cancelled, or finished by mistake"),
        "ticket_number": msgid("Ticket number"),
        "why": msgid("Why?"),
        "nothing": msgid("There is nothing to choose from"),
        "another_reason": msgid("Another reason"),
        "back_at": msgid("Back at {time}"),
        "until": msgid("Until {time}"),
        "missed": msgid("Missed"),
        "cancelled": msgid("Cancelled"),
        "only_if_served": msgid("Whoever was served already is brought back for a reason only"),
        "refusal_cancel_wrong_moment": msgid("This ticket neither waits nor is parked."),
    }
