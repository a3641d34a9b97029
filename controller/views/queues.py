"""Who waits for each service, as the screens tell it between calls."""

from wire.messages import Offer, Queue, Queues


def queues(offer: Offer) -> Queues:
    """Return it, of what the kiosks may offer: no wait is told where no ticket may be taken."""
    return Queues(
        offer.at,
        tuple(
            Queue(each.service, each.waiting, each.wait if each.is_open else None)
            for each in offer.services
        ),
    )
