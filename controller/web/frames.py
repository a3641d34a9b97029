"""WebSocket frames: what is no Engine.IO packet, or too large, ends the connection with a reason.

The libraries would end it without one, and print a traceback for every forged frame.
"""

from collections.abc import Callable, Iterable
from typing import Any

import simple_websocket
import structlog
from engineio import Server
from engineio.async_drivers.gevent import WebSocketWSGI
from simple_websocket import ConnectionClosed
from wsproto.frame_protocol import CloseReason
from wsproto.utilities import RemoteProtocolError

from controller.web.refusals import Environ, Start, refuse

LONGEST_WORD = 20
"""Characters of a packet that is no message: `2probe` is the longest of them."""


def problem_of(frame: str | bytes) -> str | None:
    """Return why this is no Engine.IO packet, or nothing when it is one.

    See the Engine.IO protocol, version 4: a digit from 0 to 6, and behind 4, a message, what
    Socket.IO makes of it; or `b` and base 64. Bytes are some packet's attachment.
    """
    if not frame:
        return "the packet is empty"
    if isinstance(frame, bytes):
        return None
    match frame[0]:
        case "4":
            return None if frame[1:2].isdecimal() else "the message is no Socket.IO packet"
        case "b":
            return "binary packets are of no use here"
        case kind if kind in "012356" and len(frame) <= LONGEST_WORD:
            return None
    return "this is no Engine.IO packet"


class Frames(WebSocketWSGI):
    """One WebSocket as engineio knows it, that takes no frame for a packet unseen."""

    def __init__(self, handler: Callable[[Any], Any], server: Server) -> None:
        super().__init__(handler, server)
        self.server_args["max_message_size"] = server.max_http_buffer_size
        # The handler is a method of the engine's socket, which is where others find this.
        handler.__self__.frames = self  # type: ignore[attr-defined]  # it is a method

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Do as the parent does, and refuse a handshake that its library does not understand."""
        try:
            self.ws = simple_websocket.Server(environ, **self.server_args)
        except (RemoteProtocolError, simple_websocket.ConnectionError, ValueError) as problem:
            structlog.get_logger().warning("malformed_handshake", why=str(problem))
            session = self.app.__self__
            if not session.connected:  # it has no other way
                session.close(wait=False, abort=True)
            return refuse(start, "400 Bad Request", "bad_request", "this is no handshake")
        return self.app(self)  # type: ignore[no-any-return]  # engineio has no types

    def wait(self) -> str | bytes | None:
        """Return the next frame, or nothing when the connection has ended."""
        frame: str | bytes | None = super().wait()
        problem = None if frame is None else problem_of(frame)
        if problem is None:
            return frame
        structlog.get_logger().warning("malformed_frame", why=problem)
        self.end(CloseReason.PROTOCOL_ERROR, problem)
        return None

    def end(self, code: int, why: str) -> None:
        """Close the connection with this code and reason."""
        try:
            self.ws.close(code, why)
        except (ConnectionClosed, OSError):
            return  # the client was quicker


def watch(server: Server) -> None:
    """Let the Engine.IO server look at its frames."""
    # engineio lets its WebSocket be replaced here only; its own is shared by all servers.
    server._async = {**server._async, "websocket": Frames}  # noqa: SLF001 - see above


def has_ended(server: Server, eio_sid: str) -> bool:
    """Return whether there is no such session, or no more: who is silent loses it."""
    socket = server.sockets.get(eio_sid)
    return socket is None or bool(socket.closed)


def end(server: Server, eio_sid: str, why: str) -> None:
    """Close a client's connection because of what it sent."""
    socket = server.sockets.get(eio_sid)
    frames = getattr(socket, "frames", None)
    if frames is not None:
        frames.end(CloseReason.PROTOCOL_ERROR, why)
    elif socket is not None:  # no WebSocket: there is no place for a reason
        socket.close(wait=False)
        server.sockets.pop(eio_sid, None)
