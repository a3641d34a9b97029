"""WebSocket handshakes: one that is none is refused before a session begins for it.

The libraries would answer it with a fault of theirs, and print a traceback.
"""

import base64
import binascii
from collections.abc import Iterable

from controller.web.refusals import Application, Environ, Start, refuse

ABOUT_SOCKETS = "/socket.io/"
"""The paths that Socket.IO answers itself."""

VERSION = "13"
"""The one that RFC 6455 describes."""

KEY_BYTES = 16


class Handshakes:
    """WSGI middleware: passes on what is no handshake of a WebSocket, or a right one."""

    def __init__(self, application: Application) -> None:
        self._application = application

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Pass the request on, or answer with a refusal in JSON (RFC 6455, 4.2 and 4.4)."""
        if not _is_handshake(environ):
            return self._application(environ, start)
        if (why := problem_of(environ)) is not None:
            return refuse(start, "400 Bad Request", "bad_request", why)
        if environ.get("HTTP_SEC_WEBSOCKET_VERSION") != VERSION:
            why = f"only version {VERSION} of WebSocket is spoken here"
            version = ("Sec-WebSocket-Version", VERSION)
            return refuse(start, "426 Upgrade Required", "bad_request", why, version)
        return self._application(environ, start)


def problem_of(environ: Environ) -> str | None:
    """Return what is wrong with a handshake of any version, or nothing."""
    if environ["REQUEST_METHOD"] != "GET":
        return "a WebSocket begins with GET"
    if environ.get("CONTENT_LENGTH", "0") != "0" or "HTTP_TRANSFER_ENCODING" in environ:
        return "a WebSocket begins without a body"
    if "upgrade" not in _words(environ.get("HTTP_CONNECTION", "")):
        return "the header Connection does not say Upgrade"
    if not _is_key(environ.get("HTTP_SEC_WEBSOCKET_KEY", "")):
        return "the Sec-WebSocket-Key is not 16 bytes in base 64"
    return None


def _is_handshake(environ: Environ) -> bool:
    is_about_sockets = str(environ.get("PATH_INFO")).startswith(ABOUT_SOCKETS)
    return is_about_sockets and str(environ.get("HTTP_UPGRADE")).lower() == "websocket"


def _words(header: str) -> list[str]:
    return [word.strip() for word in header.lower().split(",")]


def _is_key(key: str) -> bool:
    try:
        return len(base64.b64decode(key, validate=True)) == KEY_BYTES
    except (binascii.Error, ValueError):
        return False
