"""Where the controller listens, or why it cannot."""

import errno
import socket

from gevent.pywsgi import WSGIServer


class ListenError(Exception):
    """The controller cannot listen where it should; the text says why, for whoever starts it."""


def listen(server: WSGIServer, host: str, port: int) -> None:
    """Start the server, or raise `ListenError`."""
    try:
        server.start()
    except OSError as error:
        raise ListenError(_why(error, host, port)) from error


def address_of(host: str, port: int) -> str:
    """Return the address as a browser wants it."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _why(error: OSError, host: str, port: int) -> str:
    if isinstance(error, socket.gaierror):
        return f"no machine is known by the name {host}"
    match error.errno:
        case errno.EADDRINUSE:
            return f"port {port} is in use"
        case errno.EACCES:
            return f"port {port} may be used by root only"
        case errno.EADDRNOTAVAIL:
            return f"this machine has no address {host}"
    return f"{address_of(host, port)} cannot be listened on: {error.strerror}"
