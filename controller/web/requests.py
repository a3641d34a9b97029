"""What staff and screens may say, and the commands that this means."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from controller.hall import commands
from controller.hall.commands import Command
from controller.hall.ids import AgentName, CounterId, ServiceId

RequestId = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,64}$")]
"""A client's name for one wish; a UUID will do."""

ServiceName = Annotated[str, Field(max_length=100)]
"""A service's id in the pack; the hall says whether there is one."""

CounterNumber = Annotated[int, Field(strict=True, ge=1, le=9999)]
"""A number, not a text or a truth value: JSON knows the difference."""

Seq = Annotated[int, Field(strict=True, ge=0, le=2**31 - 1)]
"""As far as the journal's numbers go."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A request that says nothing but what it is."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class OpenAt:
    """Take a place at a counter, for these services or for those that it is set up for."""

    request: RequestId
    counter: CounterNumber
    services: Annotated[tuple[ServiceName, ...], Field(max_length=200)] = ()


@dataclass(frozen=True, slots=True)
class TransferTo:
    """Send the visitor on to another service."""

    request: RequestId
    service: ServiceName


@dataclass(frozen=True, slots=True)
class AtCounter:
    """Do something with a counter that its agent left open."""

    request: RequestId
    counter: CounterNumber


@dataclass(frozen=True, slots=True)
class ShownNow:
    """The seq of the board that a screen shows, and of the calls on it that it has spoken."""

    seq: Seq
    spoken: Annotated[tuple[Seq, ...], Field(max_length=64)] = ()


Request = Plain | OpenAt | TransferTo | AtCounter


@dataclass(frozen=True, slots=True)
class Ask:
    """One event of an agent: the shape of its data, and the command it becomes."""

    shape: type[Request]
    command: Callable[[Request, AgentName], Command]


def _open(request: Request, agent: AgentName) -> Command:
    assert isinstance(request, OpenAt)
    services = frozenset(map(ServiceId, request.services))
    return commands.OpenCounter(CounterId(request.counter), agent, services)


def _transfer(request: Request, agent: AgentName) -> Command:
    assert isinstance(request, TransferTo)
    return commands.Transfer(agent, ServiceId(request.service))


def _plain(command: Callable[[AgentName], Command]) -> Ask:
    return Ask(Plain, lambda _, agent: command(agent))


def agents_asks() -> dict[str, Ask]:
    """Return all that an agent may ask for, by the name of the event."""
    return {
        "open": Ask(OpenAt, _open),
        "close": _plain(commands.LeaveCounter),
        "call_next": _plain(commands.CallNext),
        "recall": _plain(commands.Recall),
        "start": _plain(commands.StartService),
        "finish": _plain(commands.FinishService),
        "no_show": _plain(commands.MarkNoShow),
        "transfer": Ask(TransferTo, _transfer),
    }
