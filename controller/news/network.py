"""What the news ask of the network."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address
from typing import Protocol

MEGABYTE = 1_000_000
LARGEST_FEED = 2 * MEGABYTE
LARGEST_PICTURE = 10 * MEGABYTE
"""Bytes, as they come and as they are when they are unpacked."""

Address = IPv4Address | IPv6Address
Lookup = Callable[[str], Collection[Address]]
"""The addresses of a machine's name; raises `FeedProblem` when it has none."""


@dataclass(frozen=True, slots=True)
class Request:
    """One wish for a document of the web."""

    url: str
    limit: int = LARGEST_FEED
    """Bytes."""

    intranet: Collection[str] = ()
    """The machines that may be asked although their addresses are private."""

    etag: str = ""
    last_modified: str = ""
    """What came with the answer that we have, so that an unchanged one need not come again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A document, whole; or that the one that we have is still right."""

    url: str
    """Where it was found in the end."""

    body: bytes = b""
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    is_unchanged: bool = field(default=False, kw_only=True)


class Network(Protocol):
    """Fetches documents."""

    def get(self, request: Request) -> Answer:
        """Return the whole answer, or raise `controller.news.problem.FeedProblem`."""
