"""The clients' connection to the controller, for kiosks and screens.

A thread holds the Socket.IO connection and fills a queue; the program's main
loop empties it with `Link.drain`. Nothing here waits on the main loop, and the
main loop never waits on the network.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any

import socketio

from wire.codec import encode
from wire.ordered_client import OrderedClient

Answer = Callable[[object | None], None]
"""Gets the acknowledgement's JSON data, or nothing when no answer came in time."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Online:
    """The controller accepted the connection; the whole state follows."""


@dataclass(frozen=True, slots=True)
class Offline:
    """The connection is lost or was refused; it is tried again for ever."""

    why: str
    """`unreachable`, or the controller's code (`unknown_device`)."""


@dataclass(frozen=True, slots=True)
class Message:
    """The controller said something."""

    event: str
    data: object


Arrival = Online | Offline | Message


@dataclass(frozen=True, slots=True)
class Place:
    """Where a client connects: the controller, its role there, and its right to it."""

    address: str
    """As in `http://controller:8080`."""

    namespace: str
    """As in `/screens`."""

    token: str


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds, and how often to ask."""

    first_pause: float = 0.1
    longest_pause: float = 0.3
    connect: float = 3.0
    answer: float = 2.0
    asks: int = 6


@dataclass(frozen=True, slots=True)
class _Answered:
    answer: Answer
    data: object | None


class Link:
    """One connection to the controller that comes back by itself, for ever."""

    def __init__(self, place: Place, patience: Patience | None = None) -> None:
        self._place = place
        self._patience = patience or Patience()
        self._arrived: SimpleQueue[Arrival | _Answered] = SimpleQueue()
        self._awaited: set[SimpleQueue[object | None]] = set()
        self._online, self._stopping = Event(), Event()
        self._early: list[Message] = []
        self._why: str | None = None
        self._client = OrderedClient()
        self._thread = Thread(target=self._run, name="link", daemon=True)

    @property
    def is_online(self) -> bool:
        """Whether the controller has accepted this client and is still there."""
        return self._online.is_set()

    def start(self) -> None:
        """Begin to connect. To be called once."""
        self._thread.start()

    def stop(self) -> None:
        """Close the connection and end the thread. May be called twice."""
        self._stopping.set()
        self._client.inbox.put(None)
        if self._thread.is_alive():
            self._thread.join(self._patience.connect)

    def drain(self) -> list[Arrival]:
        """Return what arrived since the last time, in order.

        To be called by the program's main loop; answers to requests are given
        from here, so that they run in the same thread as everything else.
        """
        arrivals: list[Arrival] = []
        while True:
            try:
                arrived = self._arrived.get_nowait()
            except Empty:
                return arrivals
            if isinstance(arrived, _Answered):
                arrived.answer(arrived.data)
            else:
                arrivals.append(arrived)

    def request(
        self, event: str, message: object, answer: Answer, patience: Patience | None = None
    ) -> None:
        """Ask the controller, again and again with the same message until it answers.

        The message bears its request id, so asking twice does nothing twice.
        Several requests may be under way; each is answered once, by `drain`. `patience` is
        that of the link unless told.
        """
        asked = (event, encode(message), answer, patience or self._patience)
        Thread(target=self._ask, args=asked, daemon=True).start()

    def tell(self, event: str, message: object) -> None:
        """Tell the controller something that needs no answer; dropped while offline."""
        if self.is_online:
            self._send(event, encode(message))

    # -- Asking --

    def _ask(self, event: str, data: dict[str, Any], answer: Answer, patience: Patience) -> None:
        reply = None
        for _ in range(patience.asks):
            reply = self._ask_once(event, data, patience.answer)
            if reply is not None or self._stopping.is_set():
                break
        self._arrived.put(_Answered(answer, reply))

    def _ask_once(self, event: str, data: dict[str, Any], seconds: float) -> object | None:
        if not self._online.wait(seconds):
            return None
        reply: SimpleQueue[object | None] = SimpleQueue()
        self._awaited.add(reply)
        try:
            self._send(event, data, lambda *given: reply.put(given[0] if given else None))
            return reply.get(timeout=seconds)
        except Empty:
            return None
        finally:
            self._awaited.discard(reply)

    def _send(self, event: str, data: object, callback: Callable[..., None] | None = None) -> None:
        try:
            self._client.emit(event, data, namespace=self._place.namespace, callback=callback)
        except socketio.exceptions.BadNamespaceError as error:
            _log.info("not sent, the connection has just gone: %s", error)

    # -- Staying connected --

    def _run(self) -> None:
        pause = self._patience.first_pause
        while not self._stopping.is_set():
            if self._stay():
                pause = self._patience.first_pause
            self._stopping.wait(pause)
            pause = min(pause * 2, self._patience.longest_pause)

    def _stay(self) -> bool:
        """Connect and stay until the connection ends; tell whether it was accepted."""
        self._client = client = self._new_client()
        if not self._reach(client):
            self._went_offline("unreachable")
            return False
        self._attend(client)
        was_online = self.is_online
        self._went_offline("unreachable")
        client.hang_up()
        return was_online

    def _reach(self, client: OrderedClient) -> bool:
        try:
            client.connect(
                self._place.address,
                namespaces=[self._place.namespace],
                auth={"token": self._place.token},
                transports=["websocket"],
                wait=False,
            )
        except (socketio.exceptions.SocketIOError, OSError, ValueError) as error:
            _log.debug("no connection: %s", error)
            return False
        return True

    def _attend(self, client: OrderedClient) -> None:
        """Carry out what the connection brings, in this thread, until it ends."""
        while client.is_alive and not self._stopping.is_set():
            try:
                arrival = client.inbox.get(timeout=self._patience.connect)
            except Empty:
                if not self.is_online:
                    return
                continue
            if arrival is None or not self._carried_out(arrival):
                return

    def _carried_out(self, arrival: Callable[[], object]) -> bool:
        try:
            arrival()
        except Exception:  # noqa: BLE001  whatever a broken packet raises, the link connects anew
            _log.exception("what arrived cannot be understood")
            return False
        return True

    def _new_client(self) -> OrderedClient:
        client = OrderedClient(
            reconnection=False,
            handle_sigint=False,
            request_timeout=self._patience.connect,
            # a proxy of the machine's is for the internet; the controller is in the house
            websocket_extra_options={"http_no_proxy": ["*"]},
        )
        namespace = self._place.namespace
        client.on("connect", self._went_online, namespace=namespace)
        client.on("connect_error", partial(self._refused, client), namespace=namespace)
        client.on("disconnect", lambda *_: client.hang_up(), namespace=namespace)
        client.on("*", self._message, namespace=namespace)
        return client

    # -- What happened --

    def _went_online(self) -> None:
        self._why = None
        self._online.set()
        self._arrived.put(Online())
        for message in self._early:
            self._arrived.put(message)
        self._early.clear()

    def _went_offline(self, why: str) -> None:
        self._online.clear()
        self._early.clear()
        for reply in tuple(self._awaited):
            reply.put(None)
        if self._why is None:
            self._why = why
            self._arrived.put(Offline(why))

    def _refused(self, client: OrderedClient, problem: object = None) -> None:
        if not isinstance(problem, dict):
            return  # the library's own words: the controller was not reached
        why = str(problem.get("message"))
        if why != self._why:
            self._why = why
            self._arrived.put(Offline(why))
        client.inbox.put(None)

    def _message(self, event: str, data: object = None, *_: object) -> None:
        message = Message(event, data)
        if self.is_online:
            self._arrived.put(message)
        else:  # sent while the controller was accepting, it comes before the acceptance
            self._early.append(message)
