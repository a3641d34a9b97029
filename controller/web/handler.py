"""How the web server treats each TCP connection."""

import socket

import gevent
from gevent.pywsgi import WSGIHandler

LINGER = 2.0
"""Seconds for a client to read why its WebSocket was closed."""


class Handler(WSGIHandler):
    """Sends at once, and closes the connection after a WebSocket, not before its last words."""

    def handle(self) -> None:
        """Do as the parent does, without waiting to fill a packet."""
        # A board and its call are two small frames. Nagle's algorithm would hold the second
        # until the screen acknowledges the first: 40 ms, measured.
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().handle()

    def handle_one_response(self) -> None:
        """Do as the parent does; what is left in an upgraded connection is no HTTP request."""
        super().handle_one_response()
        if "HTTP_UPGRADE" in self.environ:
            self._let_go()
            self.close_connection = True

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
