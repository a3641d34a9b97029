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
