"""An agent who serves the visitor of an audit, so that the visitor is asked how it was."""

import time
import uuid

from controller.web.requests import FinishAs, OpenAt, Plain, ThisTicketBecause
from nouba.demo.staff import PASSWORD, Member
from nouba.play.kiosk_visitor import LOOK, GaveUpError
from nouba.play.socket_agent import sign_in
from wire.link import Link, Place

REASON = "audit"
PATIENCE = 15.0
"""Seconds in which the controller must answer."""


class AuditDesk:
    """A counter. Raises `GaveUpError` for whatever the controller refuses."""

    def __init__(self, address: str, member: Member) -> None:
        """Sign in, and take the member's place."""
        assert member.counter is not None
        self._link = Link(Place(address, "/agents", sign_in(address, member.name, PASSWORD)))
        self._link.start()
        self._ask("open", OpenAt(_request(), member.counter))

    def serve(self, ticket: str) -> None:
        """Call the ticket out of turn, and serve its visitor to the end."""
        self._ask("call_ticket", ThisTicketBecause(_request(), ticket, REASON))
        self._ask("start", Plain(_request()))
        self._ask("finish", FinishAs(_request()))

    def close(self) -> None:
        """Close the counter."""
        self._ask("close", Plain(_request()))
        self._link.stop()

    def _ask(self, event: str, message: object) -> None:
        answers: list[object | None] = []
        self._link.request(event, message, answers.append)
        deadline = time.monotonic() + PATIENCE
        while not answers:
            if time.monotonic() > deadline:
                raise GaveUpError(f"the controller does not answer {event}")
            self._link.drain()
            time.sleep(LOOK)
        match answers[0]:
            case {"seq": _}:
                return
            case refused:
                raise GaveUpError(f"the controller refuses {event}: {refused}")


def _request() -> str:
    return str(uuid.uuid4())
