"""How the web server treats each TCP connection."""

import errno
import re
import socket
from email.message import Message
from io import BufferedReader
from typing import Any

import gevent
from gevent.pywsgi import Input, WSGIHandler

from controller.web.arrivals import ARRIVAL

LINGER = 2.0
"""Seconds for a client to read why its connection was closed."""

TOO_LATE = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

DIGITS = re.compile("[0-9]+")


class BadHead(ValueError):  # noqa: N818 - it is a sender's fault, and always answered
    """The head of a request ends before its empty line, or says no clear length."""


class Handler(WSGIHandler):
    """Sends at once, waits for no request for ever, and hears out whom it refuses."""

    ignored_socket_errors = (
        *WSGIHandler.ignored_socket_errors,
        errno.ETIMEDOUT,
        errno.EHOSTUNREACH,
        errno.ENETUNREACH,
        errno.ENOTCONN,
    )

    def handle(self) -> None:
        """Do as the parent does, without waiting to fill a packet."""
        try:
            # A board and its call are two small frames. Nagle's algorithm would hold the second
            # until the screen acknowledges the first: 40 ms, measured.
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            super().handle()
        except OSError:
            return  # the client has gone: nobody is there to be answered

    def handle_one_request(self) -> tuple[str, bytes] | bool | None:
        """Do as the parent does with a request that is whole in time."""
        peer = self.client_address
        address = peer[0] if isinstance(peer, tuple) else ""
        self._arrival = self.server.arrivals.begin(self.socket, address)
        try:
            done: tuple[str, bytes] | bool | None = super().handle_one_request()
            if not isinstance(done, tuple):
                return done
            self.socket.sendall(done[1])
            self._let_go()
            return None
        finally:
            self._arrival.leave()

    def read_request(self, raw_requestline: str) -> bool:
        """Do as the parent does, but take no part of a head for a head."""
        if not raw_requestline.endswith("\n"):
            raise BadHead("the request line is cut short")
        is_read = bool(super().read_request(raw_requestline))
        # To Python, +5 and 5_0 are numbers; to whoever stands in between they may be others.
        if not DIGITS.fullmatch(self.headers.get("content-length", "0")):
            raise BadHead("the Content-Length is no number")
        return is_read

    def MessageClass(self, lines: BufferedReader, *_: object) -> Message:  # noqa: N802 - the parent's name
        """Return the headers that stand in these lines."""
        head = Head(lines)
        headers: Message = super().MessageClass(head)
        if head.last not in {b"\r\n", b"\n"}:
            raise BadHead("the head is cut short, or has a line that is too long")
        return headers

    def get_environ(self) -> dict[str, Any]:
        """Do as the parent does, and tell what reads the body when it has to be there."""
        environ: dict[str, Any] = super().get_environ()
        # What nobody has read is heard out below, and never for ever, as the parent would.
        self.wsgi_input = Input(self.rfile, 0)
        return environ | {ARRIVAL: self._arrival}

    def handle_one_response(self) -> None:
        """Do as the parent does; what is left of the connection then is no HTTP request."""
        super().handle_one_response()
        if "HTTP_UPGRADE" in self.environ or not self._arrival.is_whole:
            self._let_go()
            self.close_connection = True

    def finalize_headers(self) -> None:
        """Do as the parent does, and tell who is refused that this is the end."""
        super().finalize_headers()
        if not self._arrival.is_whole:
            self.response_headers.append((b"Connection", b"close"))

    def _handle_client_error(self, ex: Exception) -> tuple[str, bytes]:
        if self._arrival.is_cut_off:
            return "408", TOO_LATE
        # The parent prints a traceback of what is no ValueError, whoever is to blame.
        quiet = ValueError(f"{type(ex).__name__}: {ex}")
        answer: tuple[str, bytes] = super()._handle_client_error(quiet)
        return answer

    def _let_go(self) -> None:
        # A connection that is closed while the client is still sending is reset, and the
        # close frame with its reason is lost (RFC 9293, 3.10.4). So hear the client out.
        try:
            self.socket.shutdown(socket.SHUT_WR)
            with gevent.Timeout(LINGER, False):
                while self.socket.recv(65_536):
                    pass
            # Whoever waits for this connection in another place stops waiting, too.
            self.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # the client has gone, which was to be reached


class Head:
    """The lines of a head, of which the last tells whether that was all."""

    def __init__(self, lines: BufferedReader) -> None:
        self._lines, self.last = lines, b""

    def readline(self, longest: int) -> bytes:
        """Return the next line, or as much of it."""
        self.last = self._lines.readline(longest)
        return self.last
