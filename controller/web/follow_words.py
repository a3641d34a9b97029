"""What a ticket's page says, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from markupsafe import Markup

from controller.web.content import Content
from controller.web.language import language_now, spans
from controller.web.place import Place
from media.dates import clock_time
from media.texts.satisfaction import ABOUT, FACES
from media.texts.waiting import expected_parts
from wire.messages import About, Face, TicketState


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Puts a place into words."""

    content: Content
    zone: tzinfo
    place: Place
    at: datetime

    @property
    def clock(self) -> str:
        """When this was so, on the hall's clock."""
        return clock_time(self.at.astimezone(self.zone))

    @property
    def kept_until(self) -> str | None:
        """Until when the place of who did not come is kept."""
        until = self.place.kept_until
        return None if until is None else clock_time(until.astimezone(self.zone))

    @property
    def wait(self) -> Markup | None:
        """What remains of the wait; nothing for whoever is next or gets ready."""
        place = self.place
        if place.wait is None or not place.ahead or place.ready_for is not None:
            return None
        return spans(expected_parts(self.content.texts, language_now(), place.wait))

    @property
    def kind(self) -> str:
        """The classes of the page, by which it is painted."""
        ready = "" if self.place.ready_for is None else " follow-ready"
        return f"follow follow-{self.place.state}{ready}"

    @property
    def counter(self) -> int | None:
        """Where the visitor is expected now."""
        if self.place.state is TicketState.CALLED:
            return self.place.counter
        return None

    def service(self, service: str) -> Markup:
        """Return a service's name."""
        return spans(self.content.service(service, language_now()))

    @property
    def faces(self) -> Mapping[Face, str]:
        """The faces, from the best to the worst, with the texts that name them."""
        return FACES

    @property
    def topics(self) -> Mapping[About, str]:
        """What an answer may be about."""
        return ABOUT
