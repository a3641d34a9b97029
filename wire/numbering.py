"""How a ticket's number is written."""


def ticket_number(prefix: str, serial: int) -> str:
    """Return the number on the ticket, such as A042."""
    return f"{prefix}{serial:03}"
