"""The bodies of HTTP requests, whole and of bearable size, before anything reads them."""

from collections.abc import Callable, Iterable
from io import BytesIO
from urllib.parse import parse_qs

from engineio.payload import Payload

from controller.web.arrivals import ARRIVAL
from controller.web.frames import problem_of
from controller.web.handshakes import ABOUT_SOCKETS
from controller.web.refusals import Application, Environ, Start, refuse


class Bodies:
    """WSGI middleware: reads every body, and refuses what is too large or was cut off.

    A body in chunks does not say how long it is: Flask would take it for none at all. What a
    Socket.IO client without WebSocket posts is looked at here, as frames are elsewhere, and
    so is the session that it posts to: `has_ended` tells whether that one is over. `longest`
    tells how many bytes a request may bring.
    """

    def __init__(
        self,
        application: Application,
        longest: Callable[[Environ], int],
        has_ended: Callable[[str], bool],
    ) -> None:
        self._application, self._longest = application, longest
        self._has_ended = has_ended

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Pass the request on with its body, or answer with a refusal in JSON."""
        if _coding(environ) not in {"", "chunked"}:
            why = "a body comes as it is, or in chunks"
            return refuse(start, "501 Not Implemented", "bad_request", why)
        longest = self._longest(environ)
        if _told_length(environ) > longest:
            return _too_large(start, longest)
        try:
            body = _read(environ, longest)
        except OSError:
            return _cut_short(start, environ)
        if len(body) > longest:
            return _too_large(start, longest)
        if ARRIVAL in environ:
            environ[ARRIVAL].complete()
        if why_not := self._problem_of_post(environ, body):
            return refuse(start, "400 Bad Request", "bad_request", why_not)
        return self._application(environ | _whole(body) if body else environ, start)

    def _problem_of_post(self, environ: Environ, body: bytes) -> str | None:
        is_about_sockets = environ.get("PATH_INFO", "").startswith(ABOUT_SOCKETS)
        if not is_about_sockets or environ["REQUEST_METHOD"] != "POST":
            return None
        # Read last: the session may have ended while the body was on its way.
        for session in parse_qs(environ.get("QUERY_STRING", "")).get("sid", ()):
            if self._has_ended(session):
                return "there is no such session any more: connect again"
        return problem_of_payload(body)


def _read(environ: Environ, longest: int) -> bytes:
    if _coding(environ) == "chunked":
        return bytes(environ["wsgi.input"].read(longest + 1))
    length = _told_length(environ)
    body: bytes = environ["wsgi.input"].read(length) if length else b""
    if len(body) < length:
        raise OSError("the body is cut short")
    return body


def _too_large(start: Start, longest: int) -> Iterable[bytes]:
    why = f"the body has more than {longest} bytes"
    return refuse(start, "413 Content Too Large", "too_large", why)


def problem_of_payload(body: bytes) -> str | None:
    """Return what is wrong with the packets that a client without WebSocket posts."""
    try:
        packets = body.decode().split("\x1e") if body else []
    except UnicodeDecodeError:
        return "the body is not written in UTF-8"
    if len(packets) > Payload.max_decode_packets:
        return f"the body has more than {Payload.max_decode_packets} packets"
    return next((why for packet in packets if (why := problem_of(packet))), None)


def _coding(environ: Environ) -> str:
    return str(environ.get("HTTP_TRANSFER_ENCODING", "")).strip().lower()


def _told_length(environ: Environ) -> int:
    told = environ.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isdecimal() else 0


def _whole(body: bytes) -> Environ:
    return {
        "wsgi.input": BytesIO(body),
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_TRANSFER_ENCODING": "",
    }


def _cut_short(start: Start, environ: Environ) -> Iterable[bytes]:
    if ARRIVAL in environ and environ[ARRIVAL].is_cut_off:
        return refuse(start, "408 Request Timeout", "bad_request", "the body took too long")
    return refuse(start, "400 Bad Request", "bad_request", "the body is cut short")
