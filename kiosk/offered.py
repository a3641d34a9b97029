"""What the hall offers now, beside what the pack knows."""

from dataclasses import dataclass, replace

from kiosk.page import OfficeTile, ServiceTile
from media.pack import Office, Pack, Service
from wire.messages import Offer
from wire.order import is_older


@dataclass(frozen=True, slots=True)
class Offered:
    """The pack's offices and services, as open as the hall's last offer says."""

    pack: Pack
    offer: Offer | None = None
    is_old: bool = False
    """Whether the connection was lost since: the next offer holds, whatever its number."""

    def after(self, offer: Offer) -> "Offered":
        """Return the newer of the two; states may overtake one another."""
        if self.offer is not None and not self.is_old and is_older(offer, self.offer):
            return self
        return Offered(self.pack, offer)

    def again(self) -> "Offered":
        """Return the same, to be replaced by whatever offer comes next."""
        return replace(self, is_old=True)

    def is_as_open_as(self, other: "Offered") -> bool:
        """Whether the same services issue tickets, however many visitors wait."""
        return self.open_services == other.open_services

    @property
    def open_services(self) -> frozenset[str]:
        """The services that issue tickets now."""
        services = self.offer.services if self.offer else ()
        return frozenset(each.service for each in services if each.is_open)

    @property
    def is_known(self) -> bool:
        """Whether the hall has said anything yet."""
        return self.offer is not None

    @property
    def is_any_open(self) -> bool:
        """Whether a ticket may be taken for anything."""
        return any(self.service_tile(service).is_open for service in self.pack.services)

    def office_tiles(self) -> tuple[OfficeTile, ...]:
        """Return the offices that have services, in the pack's order."""
        return tuple(
            self._office_tile(office)
            for office in self.pack.offices
            if self.pack.services_of(office.id)
        )

    def service_tiles(self, office: Office) -> tuple[ServiceTile, ...]:
        """Return the office's services, in the pack's order."""
        return tuple(map(self.service_tile, self.pack.services_of(office.id)))

    def service_tile(self, service: Service) -> ServiceTile:
        """Return a service as it stands now; the hall may not know it, then it is closed."""
        for offered in self.offer.services if self.offer else ():
            if offered.service == service.id:
                return ServiceTile(service, offered.is_open, offered.waiting)
        return ServiceTile(service, is_open=False, waiting=0)

    def _office_tile(self, office: Office) -> OfficeTile:
        tiles = self.service_tiles(office)
        is_open = any(tile.is_open for tile in tiles)
        return OfficeTile(office, is_open, sum(tile.waiting for tile in tiles))
