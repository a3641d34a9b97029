"""Fetches documents of the web, and trusts none of the machines that it asks.

By Python's own `http.client`: every library at hand looks a name up by itself when it connects,
after whoever wanted to check the address has done so.
"""

import ssl
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead

from controller.news.address import allowed, looked_up
from controller.news.body import whole_body
from controller.news.connection import Deadline, Patience, dial, secured
from controller.news.network import Answer, Lookup, Request
from controller.news.place import Place, place_of, sent_on
from controller.news.problem import FeedProblem, Problem

MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
LONGEST_MARK = 200
"""Characters of an `ETag`; a longer one is not sent back."""

LONGEST_REST = timedelta(days=1)
"""However long a site asks to be left alone."""


class Busy(FeedProblem):
    """The site asks to be left alone for a while."""

    def __init__(self, detail: str, rest: timedelta) -> None:
        super().__init__(Problem.STATUS, detail)
        self.rest = rest


@dataclass(frozen=True, slots=True)
class Fetcher:
    """The `Network` of a real machine."""

    patience: Patience = field(default_factory=Patience)
    lookup: Lookup = looked_up
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def get(self, request: Request) -> Answer:
        """Return the whole answer, or raise `FeedProblem` within the patience."""
        with Deadline(self.patience.total) as deadline:
            try:
                return self._follow(place_of(request.url), request, deadline)
            except IncompleteRead:
                deadline.check()
                raise FeedProblem(Problem.CUT_SHORT) from None
            except TimeoutError:
                raise FeedProblem(Problem.TOO_SLOW) from None
            except OSError as error:
                deadline.check()
                raise FeedProblem(Problem.CUT_SHORT, error.strerror or "") from None
            except HTTPException as error:
                deadline.check()
                raise FeedProblem(Problem.OTHER_FORMAT, type(error).__name__) from None

    def _follow(self, place: Place, request: Request, deadline: Deadline) -> Answer:
        for _ in range(MOST_REDIRECTS + 1):
            with closing(self._connect(place, request, deadline)) as connection:
                connection.request("GET", place.target, headers=_headers(place, request))
                response = connection.getresponse()
                location = _location(response)
                if not location:
                    answer = _answer(place, request, response)
                    deadline.check()  # a connection that was cut may look like one that ended
                    return answer
            place = sent_on(place, location)
        raise FeedProblem(Problem.TOO_MANY_REDIRECTS)

    def _connect(self, place: Place, request: Request, deadline: Deadline) -> HTTPConnection:
        addresses = allowed(place.host, self.lookup, request.intranet)
        connection = HTTPConnection(place.host, place.port)
        connection.auto_open = 0  # by itself it would look the name up again
        plain = dial(addresses, place.port, self.patience.connect)
        try:
            deadline.watch(plain)
            plain.settimeout(self.patience.silence)
            connection.sock = secured(plain, place, self.tls, deadline)
        except BaseException:
            plain.close()
            raise
        return connection


def _headers(place: Place, request: Request) -> dict[str, str]:
    headers = {
        "Host": place.authority,
        "User-Agent": "Nouba (news for the screens of a reception hall)",
        "Accept": "*/*",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    if request.etag:
        headers["If-None-Match"] = request.etag
    if request.last_modified:
        headers["If-Modified-Since"] = request.last_modified
    return headers


def _location(response: HTTPResponse) -> str:
    """Return where a redirect leads; letters that are not English are sent as UTF-8 by some."""
    location = response.getheader("Location", "") if response.status in REDIRECTS else ""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _answer(place: Place, request: Request, response: HTTPResponse) -> Answer:
    is_known = bool(request.etag or request.last_modified)
    if response.status == 304 and is_known:
        return Answer(
            place.url,
            etag=request.etag,
            last_modified=request.last_modified,
            is_unchanged=True,
        )
    if response.status != 200:
        raise _refused(response)
    return Answer(
        place.url,
        whole_body(response, request.limit),
        response.getheader("Content-Type", ""),
        _mark(response, "ETag"),
        _mark(response, "Last-Modified"),
    )


def _refused(response: HTTPResponse) -> FeedProblem:
    seconds = response.getheader("Retry-After", "")
    if response.status in {429, 503} and seconds.isascii() and seconds.isdigit():
        rest = min(timedelta(seconds=int(seconds[:6])), LONGEST_REST)
        return Busy(str(response.status), rest)
    return FeedProblem(Problem.STATUS, str(response.status))


def _mark(response: HTTPResponse, name: str) -> str:
    """Return a header that is sent back one day, in one line."""
    mark = " ".join(response.getheader(name, "").split())
    return mark if len(mark) <= LONGEST_MARK and mark.isprintable() else ""
