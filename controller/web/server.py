"""The web server: what it does when there are too many connections."""

import errno
from socket import socket

import gevent
import structlog
from gevent.pywsgi import WSGIServer

from controller.web.arrivals import Arrivals
from controller.web.handler import Handler
from controller.web.refusals import Application

PAUSE = 0.5
"""Seconds without new connections when there is no room for one."""

NO_ROOM = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})


class Server(WSGIServer):
    """Serves an application over HTTP, and goes on when descriptors run out."""

    handler_class = Handler

    def __init__(
        self,
        address: tuple[str, int],
        application: Application,
        arrivals: Arrivals | None = None,
        error_log: object = None,
    ) -> None:
        super().__init__(address, application, None, log=None, error_log=error_log)
        self.arrivals = arrivals or Arrivals()
        self._is_full = False

    def do_read(self) -> tuple[socket, object] | None:
        """Do as the parent does; without room, pause and tell so once."""
        try:
            accepted: tuple[socket, object] | None = super().do_read()
        except OSError as error:
            if error.errno not in NO_ROOM:
                raise
            self._pause(error)
            return None
        self._is_full = False
        return accepted

    def _pause(self, error: OSError) -> None:
        if not self._is_full:
            structlog.get_logger().warning("no_room_for_connections", why=error.strerror)
        self._is_full = True
        self.stop_accepting()
        self._timer = gevent.get_hub().loop.timer(PAUSE)
        self._timer.start(self._start_accepting_if_started)
