"""What a service's sheet says beside the documents to bring."""

from kiosk.sheet_part import Fact
from media.pack import Counter, Pack, Procedure, Service


def facts_of(pack: Pack, procedure: Procedure, service: Service | None) -> tuple[Fact, ...]:
    """Return the facts that are known of a procedure, what visitors ask first at first.

    `service` is the one by which tickets are given for it, where there is one.
    """
    known = {
        Fact.CONDITIONS: bool(procedure.conditions),
        Fact.STEPS: bool(procedure.steps),
        Fact.EXAMPLE: pack.commune.is_demonstration,
        Fact.NOTES: bool(procedure.notes),
        Fact.PLACE: procedure.deposit is not None,
        Fact.SILENCE: procedure.silence is not None,
        Fact.APPEAL: bool(procedure.appeals),
        Fact.DOUBTS: bool(procedure.doubts),
        Fact.COUNTER: service is not None and bool(accessible_counters(pack, service)),
        Fact.PHONE: bool(pack.commune.phone),
    }
    return tuple(fact for fact in Fact if known.get(fact, True))


def accessible_counters(pack: Pack, service: Service) -> tuple[Counter, ...]:
    """Return the counters that give the service and where a wheelchair finds its place."""
    return tuple(
        counter
        for counter in pack.hall.counters
        if counter.is_accessible and service.id in counter.services
    )
