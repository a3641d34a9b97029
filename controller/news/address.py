"""Which machines may be asked: those of the public internet, unless the settings name others.

A feed's address, a redirect or a picture's address is written by strangers; it must not lead
the controller to the router, to another machine of the town hall or to itself (OWASP's
«Server-Side Request Forgery»). What is checked is the address that is then connected to: a name
that is looked up a second time could have another by then.
"""

import socket
from collections.abc import Collection
from ipaddress import IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread

from controller.news.network import Address, Lookup
from controller.news.problem import FeedProblem, Problem

PATIENCE = 5.0
"""Seconds for the name service, which has no time-out of its own."""

PUBLIC_V6 = IPv6Network("2000::/3")
"""All of IPv6 that is given out (IANA); mapped IPv4, NAT64 and the local ranges lie outside."""


def is_public(address: Address) -> bool:
    """Return whether the address is one of the public internet.

    Addresses of IPv6 that stand for one of IPv4 (mapped, 6to4, Teredo, NAT64) are none.
    """
    if address.is_multicast or not address.is_global:
        return False
    if not isinstance(address, IPv6Address):
        return True
    return address in PUBLIC_V6 and address.sixtofour is None and address.teredo is None


def allowed(host: str, lookup: Lookup, intranet: Collection[str]) -> tuple[Address, ...]:
    """Return the addresses of the host that may be connected to.

    One private address among them forbids them all: whoever mixes them means no good. Raises
    `FeedProblem` when the host is not known, or may not be asked.
    """
    found = tuple(lookup(host))
    is_ours = host.casefold() in {name.casefold() for name in intranet}
    if not is_ours and not all(map(is_public, found)):
        raise FeedProblem(Problem.FORBIDDEN_ADDRESS, host)
    return found


def looked_up(host: str) -> tuple[Address, ...]:
    """Return the addresses of this name by the machine's own resolver."""
    answers: SimpleQueue[tuple[Address, ...]] = SimpleQueue()
    Thread(target=lambda: answers.put(_resolved(host)), daemon=True).start()
    try:
        found = answers.get(timeout=PATIENCE)
    except Empty:
        raise FeedProblem(Problem.TOO_SLOW, f"looking up {host}") from None
    if not found:
        raise FeedProblem(Problem.UNKNOWN_HOST, host)
    return found


def _resolved(host: str) -> tuple[Address, ...]:
    try:
        answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(ip_address(str(place[0])) for *_, place in answers))
