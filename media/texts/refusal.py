"""The refusals of docs/protocol.md, in words."""

from types import MappingProxyType


def refusal_text(code: str) -> str:
    """Return the English text, and key of the catalogues, of a refusal's code."""
    return _TEXTS.get(code, "The request was refused ({code}).")


_TEXTS = MappingProxyType(
    {
        "nobody_waiting": "No visitor is waiting for the services of this counter.",
        "counter_busy": "This counter is busy.",
        "counter_idle": "This counter has no ticket.",
        "counter_not_open": "Open a counter first.",
        "agent_elsewhere": "You are already at another counter.",
        "wrong_moment": "This is not possible at this moment for this ticket.",
        "unknown_counter": "There is no such counter.",
        "unknown_service": "There is no such service.",
        "service_closed": "This service is closed: no ticket can be taken now.",
        "last_ticket_given": "No more tickets are given before closing time.",
        "service_paused": "No tickets are given for this service for now.",
        "quota_reached": "There are no more tickets for this service today.",
        "counter_paused": "This counter is on a break.",
        "not_skilled": "This service is not among yours.",
        "agent_away": "This agent is at no counter now.",
        "unknown_ticket": "No ticket has this number today.",
        "unknown_outcome": "This outcome is not on the hall’s list.",
        "unknown_appointment": "No appointment has this code.",
        "appointment_cancelled": "This appointment was cancelled.",
        "already_checked_in": "The ticket for this appointment was given already.",
        "appointment_stranded": "The hall is closed at the time of this appointment.",
        "too_early": "It is too early to check in for this appointment.",
        "too_far_ahead": "Appointments for this day cannot be booked yet.",
        "reason_missing": "Please give a reason.",
        "recalled_enough": "This ticket was called as often as the hall calls.",
        "too_late": "It is too late for this.",
        "bad_quantity": "The number must be from 1 to 20.",
        "bad_answer": "There is no such answer.",
        "too_many_complaints": "This screen told many complaints: it tells the others later.",
        "too_many_services": "One ticket is for three services at most.",
        "no_such_slot": "There are no appointments at this time.",
        "slot_taken": "This appointment is already taken.",
        "emergency": "In an emergency nobody is called, and no ticket is given.",
        "day_over": "The hall has closed for today.",
        "not_reserved": "This number is not one of this kiosk’s.",
        "number_used": "Another ticket has this number.",
        "seal_broken": "This is not what the kiosk wrote down.",
        "same_service": "The ticket is already for this service.",
        "bad_request": "The request could not be understood.",
        "not_allowed": "You are not allowed to do this.",
        "sign_in_first": "Please sign in again.",
        "try_again": "It could not be recorded. Nothing has changed; please try again.",
        "wrong_name_or_password": "The name or the password is wrong.",
        "too_many_attempts": "Too many attempts. Please wait a few minutes.",
        "unknown_device": "This device is not known to the hall.",
    }
)
