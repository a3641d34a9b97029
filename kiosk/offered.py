"""What the hall offers now, beside what the pack knows."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from kiosk.closed import Closed, Opening, closed_of, openings_of, together
from kiosk.page import OfficeTile, ServiceTile
from media.pack import Office, Pack, Service
from wire.messages import DECLARED, EmergencyKind, Offer, OfferedService, Priority
from wire.order import is_older

Services = tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """The pack's offices and services, as open as the hall's last offer says."""

    pack: Pack
    offer: Offer | None = None
    is_old: bool = False
    """Whether the connection was lost since: the next offer holds, whatever its number."""

    is_alone: bool = False
    """Whether this is what the kiosk can give by itself: nobody knows who waits."""

    def after(self, offer: Offer) -> "Offered":
        """Return the newer of the two; states may overtake one another."""
        if self.offer is not None and not self.is_old and is_older(offer, self.offer):
            return self
        return Offered(self.pack, offer)

    def again(self) -> "Offered":
        """Return the same, to be replaced by whatever offer comes next."""
        return replace(self, is_old=True)

    def alone(self, offer: Offer | None) -> "Offered":
        """Return what the kiosk can give by itself; the same as before when that is nothing."""
        if offer is None:
            return replace(self, is_alone=False)
        return Offered(self.pack, offer, is_old=True, is_alone=True)

    def is_as_open_as(self, other: "Offered") -> bool:
        """Whether the same services issue tickets or say why not, however many visitors wait."""
        return self.openness == other.openness

    @property
    def openness(self) -> object:
        """What tells whether tickets may be taken: two that are equal look alike."""
        closed = {each.service: closed_of(each, None) for each in self._services}
        hours = self.offer and self.offer.opens_at, self.has_timetable
        return closed, self.priorities, hours, self.takes_appointments, self.is_alone

    @property
    def _services(self) -> tuple[OfferedService, ...]:
        return self.offer.services if self.offer else ()

    @property
    def priorities(self) -> tuple[Priority, ...]:
        """The classes that a visitor may declare, always in one order."""
        offered = self.offer.priorities if self.offer else ()
        return tuple(each for each in DECLARED if each in offered)

    @property
    def has_timetable(self) -> bool:
        """Whether the hall has opening hours of its own."""
        return self.offer is not None and (self.offer.opens_at or self.offer.closes_at) is not None

    @property
    def takes_appointments(self) -> bool:
        """Whether somebody may have an appointment, and check in."""
        return self.offer is not None and self.offer.takes_appointments

    @property
    def emergency(self) -> EmergencyKind | None:
        """The newest that lasts; nothing while there is none."""
        lasting = self.offer.emergencies if self.offer else ()
        return lasting[-1].kind if lasting else None

    @property
    def today(self) -> date | None:
        """The day in the hall, once it has said anything."""
        if self.offer is None:
            return None
        return self.offer.at.astimezone(self.pack.hall.zone).date()

    @property
    def is_known(self) -> bool:
        """Whether the hall has said anything yet."""
        return self.offer is not None

    @property
    def is_any_open(self) -> bool:
        """Whether a ticket may be taken for anything."""
        return any(self.service_tile(service).is_open for service in self.pack.services)

    @property
    def closed(self) -> Closed:
        """Why no ticket may be taken for anything, where that is so."""
        tiles = map(self.service_tile, self.pack.services)
        return together(tile.closed for tile in tiles if tile.closed is not None)

    def office_tiles(self, chosen: Services = ()) -> tuple[OfficeTile, ...]:
        """Return the offices that have services left to choose, in the pack's order."""
        every = ((office, self.service_tiles(office, chosen)) for office in self.pack.offices)
        return tuple(_office_tile(office, tiles) for office, tiles in every if tiles)

    def service_tiles(self, office: Office, chosen: Services = ()) -> tuple[ServiceTile, ...]:
        """Return the office's services, in the pack's order, without those that are chosen."""
        every = self.pack.services_of(office.id)
        return tuple(self.service_tile(each) for each in every if each not in chosen)

    def service_tile(self, service: Service) -> ServiceTile:
        """Return a service as it stands now; the hall may not know it, then it is closed."""
        for each in self._services:
            if each.service == service.id:
                waiting = None if self.is_alone else each.waiting
                return ServiceTile(service, self._closed(each), waiting, each.wait)
        return ServiceTile(service, Closed(), waiting=0)

    def _closed(self, offered: OfferedService) -> Closed | None:
        assert self.offer is not None
        return closed_of(offered, openings_of(self.offer, self.pack.hall.zone))

    def opening_at(self, moment: datetime) -> Opening:
        """Return a moment of which the hall has spoken, as it is told in the hall."""
        assert self.offer is not None
        zone = self.pack.hall.zone
        return Opening(moment.astimezone(zone), self.offer.at.astimezone(zone).date())


def _office_tile(office: Office, tiles: tuple[ServiceTile, ...]) -> OfficeTile:
    closed = tuple(tile.closed for tile in tiles if tile.closed is not None)
    is_open = len(closed) < len(tiles)
    waiting = sum(tile.waiting or 0 for tile in tiles)
    return OfficeTile(office, None if is_open else together(closed), waiting)
