"""A web address, taken apart for the one who connects there."""

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from controller.news.problem import FeedProblem, Problem

LONGEST = 2000
"""Characters of an address."""

_PORTS = (("http", 80), ("https", 443))
_SAFE = "%/:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document is: a machine, and what it is asked for."""

    url: str
    host: str
    port: int
    target: str
    is_secure: bool

    @property
    def authority(self) -> str:
        """Return what stands in the `Host` of the request."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        is_usual = self.port == dict(_PORTS)["https" if self.is_secure else "http"]
        return host if is_usual else f"{host}:{self.port}"


def place_of(url: str) -> Place:
    """Return the place of this address.

    Raises `FeedProblem` for another scheme than http and https, for a name or a password in
    the address, and for what is no address. Arabic letters and blanks in it are written as the
    web wants them, so that no line of a request can be forged.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or dict(_PORTS).get(parts.scheme, 0)
    except (ValueError, UnicodeError):
        raise FeedProblem(Problem.WRONG_REDIRECT, url[:80]) from None
    if not host or not port or "@" in parts.netloc or len(url) > LONGEST:
        raise FeedProblem(Problem.WRONG_REDIRECT, url[:80])
    target = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        target += "?" + quote(parts.query, safe=_SAFE + "?")
    return Place(url.strip(), host, port, target, parts.scheme == "https")


def sent_on(place: Place, location: str) -> Place:
    """Return where a redirect leads; never from a safe connection to one that is not."""
    there = place_of(urljoin(place.url, location))
    if place.is_secure and not there.is_secure:
        raise FeedProblem(Problem.WRONG_REDIRECT, f"not safe: {there.url[:80]}")
    return there
