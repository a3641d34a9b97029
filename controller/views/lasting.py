"""The emergencies that last: to visitors without a name, to the staff with who raised them."""

from controller.hall import Hall
from wire import messages


def publicly(hall: Hall) -> tuple[messages.Emergency, ...]:
    """Return them as screens and kiosks have them, the newest last."""
    return tuple(messages.Emergency(kind, since) for kind, since in hall.emergencies.items())


def to_the_staff(hall: Hall) -> tuple[messages.Emergency, ...]:
    """Return them with who raised each, the newest last."""
    return tuple(
        messages.Emergency(kind, since, hall.raised_by[kind])
        for kind, since in hall.emergencies.items()
    )
