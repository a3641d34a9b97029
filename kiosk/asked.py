"""What one visitor has asked the controller for without getting an answer."""

from collections.abc import Callable
from dataclasses import replace

from wire.messages import Language, Priority, TakeTicket


class Asked:
    """Lets a wish that is repeated keep its request id: the answer may be all that was lost.

    The controller gives the same ticket to the same id. `new_request` makes an id that no
    other request bears.
    """

    def __init__(self, new_request: Callable[[], str]) -> None:
        self._new_request = new_request
        self._unanswered: dict[str, TakeTicket] = {}

    def wish(self, service: str, language: Language, priority: Priority = "normal") -> TakeTicket:
        """Return the request for a ticket: with the id of the one that is without an answer.

        Of that one nobody knows whether it arrived; if not, the priority declared now counts.
        """
        if service not in self._unanswered:
            self._unanswered[service] = TakeTicket(self._new_request(), service, language)
        wish = replace(self._unanswered[service], priority=priority)
        self._unanswered[service] = wish
        return wish

    def answered(self, wish: TakeTicket) -> None:
        """Take note of an answer, a ticket or a refusal: the next wish is a new one."""
        self._unanswered.pop(wish.service, None)

    def forget(self) -> None:
        """Let the next visitor begin with nothing."""
        self._unanswered.clear()
