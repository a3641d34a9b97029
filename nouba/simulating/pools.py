"""Counters that give the same services, or overlap: what has to be staffed together."""

from collections.abc import Iterable
from dataclasses import dataclass

from controller.hall import Hall
from controller.hall.counter import Counter
from controller.hall.ids import CounterId, ServiceId


@dataclass(frozen=True, slots=True)
class Pool:
    """Counters whose services overlap, directly or through others."""

    counters: tuple[CounterId, ...]
    services: tuple[ServiceId, ...]


def pools(hall: Hall) -> list[Pool]:
    """Return the hall's pools, in the order of their counters."""
    groups: list[list[Counter]] = []
    for counter in hall.counters.values():
        near = [group for group in groups if _overlap(counter, group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(each for group in near for each in group), counter])
    return sorted((_pool(group) for group in groups), key=lambda pool: pool.counters)


def _overlap(counter: Counter, group: Iterable[Counter]) -> bool:
    return any(counter.offers & other.offers for other in group)


def _pool(group: list[Counter]) -> Pool:
    services = frozenset[ServiceId]().union(*(counter.offers for counter in group))
    return Pool(tuple(sorted(each.id for each in group)), tuple(sorted(services)))
