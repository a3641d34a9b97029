"""What those who took part in the morning saw with their own eyes."""

from collections import Counter as Count
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nouba.play.act import Act
from nouba.play.outage import Outage


@dataclass(slots=True)
class AgentWitness:
    """An agent: which tickets came to the counter, and which commands were carried out."""

    name: str
    counter: int
    tickets: list[str] = field(default_factory=list)
    """In the order of the calls."""

    done: Count[Act] = field(default_factory=Count)
    refused: Count[str] = field(default_factory=Count)

    def called(self, ticket: str) -> None:
        """Note that the next visitor is this one."""
        self.tickets.append(ticket)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was seen, to be held against the journal."""

    agents: tuple[AgentWitness, ...]
    kiosk: tuple[str, ...]
    """The ticket numbers that visitors read on the kiosk, in order."""

    printed: int
    """Pictures that came out of the virtual printer."""

    spoken: Mapping[str, Sequence[str]]
    """By hall screen, the names of the announcements that its virtual speaker played."""

    kills: int = 0
    """How often the controller was to be killed."""

    outages: tuple[Outage, ...] = ()
    """When the screens were cut off: one for each kill that was seen through."""
