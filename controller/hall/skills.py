"""What agents can do, and do best."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from controller.hall.ids import ServiceId


@dataclass(frozen=True, slots=True)
class Skills:
    """One agent's skills."""

    services: frozenset[ServiceId] | None = None
    """The services that the agent can give; all, when nothing is said."""

    preferences: Mapping[ServiceId, timedelta] = field(default_factory=dict)
    """How much sooner a service counts as due at the agent's counter."""

    def among(self, services: frozenset[ServiceId]) -> frozenset[ServiceId]:
        """Return those of the services that the agent can give."""
        return services if self.services is None else services & self.services


ALL = Skills()
"""Those of an agent of whom nothing is said."""
