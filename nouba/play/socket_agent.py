"""An agent whose tool is a program of its own: Socket.IO, as docs/protocol.md tells."""

import json
import time
import uuid
from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from controller.web.requests import OpenAt, Plain, TransferTo
from nouba.demo.staff import PASSWORD
from nouba.play.act import Act
from nouba.play.agent import Duty, Mind
from nouba.play.worker import Worker
from wire.codec import decode
from wire.link import Link, Message, Place
from wire.messages import Desk

GLANCE = 0.05
"""Seconds between two looks at the desk."""

SETBACK = 0.5
"""Seconds to wait after a refusal, before trying again."""


class SignInError(RuntimeError):
    """The controller does not let the person in; the text says why."""


def sign_in(address: str, name: str, password: str) -> str:
    """Return a token for the person; waits for the controller, raises `SignInError`."""
    body = json.dumps({"name": name, "password": password}).encode()
    headers = {"Content-Type": "application/json"}
    request = Request(f"{address}/api/sign-in", body, headers)  # noqa: S310 - our own controller
    while True:
        try:
            with urlopen(request, timeout=5) as answer:  # noqa: S310 - our own controller
                return str(json.load(answer)["token"])
        except HTTPError as error:
            raise SignInError(f"{name} cannot sign in: {error}") from None
        except (URLError, OSError):
            time.sleep(0.2)


@dataclass(frozen=True, slots=True)
class _Done:
    """Something that was carried out, and that the desk will show at this seq."""

    act: Act
    before: Desk
    seq: int


class SocketAgent(Worker):
    """Works at a counter until the morning is over."""

    def __init__(self, duty: Duty) -> None:
        super().__init__(duty.member.name)
        self.mind = Mind(duty)
        self._desk: Desk | None = None
        self._busy = False
        self._done: _Done | None = None
        self._wait_until = 0.0

    def work(self) -> None:
        """Sign in, and serve whoever comes."""
        duty = self.mind.duty
        token = sign_in(duty.address, duty.member.name, PASSWORD)
        link = Link(Place(duty.address, "/agents", token))
        link.start()
        while not self._stopped.is_set() and not self._has_left():
            for arrival in link.drain():
                if isinstance(arrival, Message) and arrival.event == "desk":
                    self._see(decode(Desk, arrival.data))
            self._act(link)
            time.sleep(GLANCE)
        link.stop()

    def _has_left(self) -> bool:
        return self._desk is not None and not self._busy and self.mind.is_off(self._desk)

    def _act(self, link: Link) -> None:
        if self._desk is None or self._busy or time.monotonic() < self._wait_until:
            return
        act = self.mind.think(self._desk)
        if act is not None:
            self._busy = True
            self._ask(link, act, self._request(act, self._desk), self._desk)

    def _request(self, act: Act, desk: Desk) -> Plain | OpenAt | TransferTo:
        request = str(uuid.uuid4())
        match act:
            case Act.OPEN:
                return OpenAt(request, self.mind.witness.counter)
            case Act.TRANSFER:
                return TransferTo(request, self.mind.next_service(desk))
            case _:
                return Plain(request)

    def _ask(self, link: Link, act: Act, message: object, before: Desk) -> None:
        def answered(data: object | None) -> None:
            match data:
                case {"seq": int(seq)}:
                    self._done = _Done(act, before, seq)
                    self._settle()
                case {"refused": str(code)}:
                    self._refused(code)
                case _:  # nobody answered: the same request again does nothing twice
                    self._ask(link, act, message, before)

        link.request(str(act), message, answered)

    def _see(self, desk: Desk) -> None:
        self._desk = desk
        self._settle()

    def _settle(self) -> None:
        done, desk = self._done, self._desk
        if done is None or desk is None or desk.seq < done.seq:
            return
        self.mind.did(done.act, done.before, desk)
        self._done, self._busy = None, False

    def _refused(self, code: str) -> None:
        self.mind.was_refused(code)
        self._wait_until = time.monotonic() + SETBACK
        self._busy = False
