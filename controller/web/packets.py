"""Socket.IO packets: what cannot be understood is answered or ends its connection, and no more."""

from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

import structlog
from socketio import Server
from socketio import packet as kinds
from socketio.packet import Packet

from controller.web import frames
from wire.codec import encode
from wire.messages import Refusal

Handle = Callable[[str, str | None, int | None, list[Any]], None]
"""What takes an event in: its connection, namespace, acknowledgement number and arguments."""

MOST_ATTACHMENTS = 1
"""No event here has any; with one, the event is read so far that its answer can tell so."""


class MalformedPacket(ValueError):  # noqa: N818 - it is a sender's fault, and always handled
    """The packet is none, or carries what no client of ours sends."""

    def __init__(self, why: str, packet: Packet) -> None:
        super().__init__(why)
        self.packet = packet


class StrictPacket(Packet):
    """A Socket.IO packet that raises `MalformedPacket` for whatever it cannot be."""

    uses_binary_events = False
    """Nothing here sends bytes: each message would else be searched for some, leaf by leaf."""

    def decode(self, encoded_packet: str | bytes) -> int:
        """Read the packet, and return how many attachments it announces."""
        self.packet_type = self.namespace = self.id = self.data = None
        if not isinstance(encoded_packet, str):
            raise MalformedPacket("nothing announced an attachment", self)
        try:
            attachments: int = super().decode(encoded_packet)
        except (ValueError, RecursionError):
            raise MalformedPacket("the packet is not well-formed", self) from None
        if (why := self._problem(attachments)) is not None:
            raise MalformedPacket(why, self)
        return attachments

    def add_attachment(self, attachment: str | bytes) -> NoReturn:
        """Refuse the packet: bytes would pass for text where a text is expected."""
        if not isinstance(attachment, bytes):
            raise MalformedPacket("an attachment was announced", self)
        try:
            super().add_attachment(attachment)
        except (ValueError, LookupError, TypeError, RecursionError):
            raise MalformedPacket("an attachment has no place", self) from None
        raise MalformedPacket("binary data are of no use here", self)

    def _problem(self, attachments: int) -> str | None:
        match self.packet_type:
            case kinds.EVENT | kinds.BINARY_EVENT if attachments <= MOST_ATTACHMENTS:
                return self._problem_of_event()
            case kinds.CONNECT | kinds.DISCONNECT | kinds.ACK if attachments == 0:
                return None
        return "a packet of this kind is of no use here"

    def _problem_of_event(self) -> str | None:
        match self.data:
            case [str(), *_]:
                return None
        return "an event is a list that begins with its name"


def watch(server: Server) -> None:
    """Answer, or end, the clients of the Socket.IO server that send malformed packets."""
    listen = server.eio.handlers["message"]
    # socketio drops the events of those who are not connected: nobody would tell them.
    server._handle_event = partial(_admit, server, server._handle_event)  # noqa: SLF001 - see above

    def receive(eio_sid: str, data: str | bytes) -> None:
        try:
            listen(eio_sid, data)
        except MalformedPacket as problem:
            _refuse(server, eio_sid, problem)

    server.eio.on("message", receive)


def _admit(
    server: Server,
    handle: Handle,
    eio_sid: str,
    namespace: str | None,
    number: int | None,
    data: list[Any],
) -> None:
    """Pass on the event of a guest; tell anybody else to connect first."""
    if _is_guest(server, eio_sid, namespace or "/"):
        handle(eio_sid, namespace, number, data)
        return
    why = "connect to this namespace first"
    structlog.get_logger().warning("malformed_packet", why=why, namespace=namespace)
    if number is None:
        frames.end(server.eio, eio_sid, why)
    else:
        _answer(server, eio_sid, Packet(kinds.EVENT, data, namespace, number), why)


def _refuse(server: Server, eio_sid: str, problem: MalformedPacket) -> None:
    why, packet = str(problem), problem.packet
    # socketio would take the next packet for one more attachment of the refused one.
    server._binary_packet.pop(eio_sid, None)  # noqa: SLF001 - see above
    structlog.get_logger().warning("malformed_packet", why=why, namespace=packet.namespace)
    is_event = packet.packet_type in {kinds.EVENT, kinds.BINARY_EVENT}
    is_guest = _is_guest(server, eio_sid, packet.namespace or "/")
    if is_event and is_guest and packet.id is not None:
        _answer(server, eio_sid, packet, why)
    else:
        frames.end(server.eio, eio_sid, why)


def _answer(server: Server, eio_sid: str, packet: Packet, why: str) -> None:
    answer: list[Any] = [encode(Refusal("bad_request", why))]
    namespace = packet.namespace or "/"
    told = StrictPacket(kinds.ACK, namespace=namespace, id=packet.id, data=answer)
    server.eio.send(eio_sid, told.encode())


def _is_guest(server: Server, eio_sid: str, namespace: str) -> bool:
    sid = server.manager.sid_from_eio_sid(eio_sid, namespace)
    return bool(server.manager.is_connected(sid, namespace))
