"""How a screen is divided, from its geometry: heights, columns, and how much it holds."""

from dataclasses import dataclass

from kiosk.paging import Capacity
from media.look.look import Look
from media.look.screen import Role, Screen

_MOST_ROWS = 6

_GAPS = 6
"""The zellige band and the spaces above, between and below a screen's parts, in gaps."""

TALL_TILE = 7.6
"""The height that a pictogram above a name of two lines takes, in font sizes of the name."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One screen's division. All lengths in pixels."""

    screen: Screen

    @property
    def header(self) -> int:
        """The header's height; it also fills what a seated person does not reach."""
        least = round(self.screen.text(Role.HEADING) * (2.9 if self.screen.is_portrait else 2.0))
        return max(least, self.screen.height_px - self.screen.reach()[1])

    @property
    def footer(self) -> int:
        """The height of the row with back and home."""
        touches = 1.2 if self.screen.is_flat else 1.45
        return round(self.screen.touch * touches) + 2 * self.screen.gap

    @property
    def foot(self) -> int:
        """The height below the footer that a seated person does not reach."""
        return self.screen.reach()[0]

    @property
    def heading(self) -> int:
        """The height of the line that says what the screen is about: none on a low screen.

        There it stands in the header.
        """
        if not self.screen.is_portrait:
            return 0
        return round(self.screen.text(Role.TITLE) * 1.85 * 2)

    @property
    def leaves(self) -> int:
        """The height of the row that turns the leaves of a long list.

        None on a low screen: they are turned between the ways back and home.
        """
        return round(self.screen.touch * 1.2) if self.screen.is_portrait else 0

    @property
    def turning(self) -> int:
        """What that row takes of a body, with the space before it."""
        return self.leaves + self.screen.gap if self.leaves else 0

    @property
    def body(self) -> int:
        """What is left for the screen's own content when the list is long."""
        taken = self.header + self.footer + self.foot + self.heading + self.leaves
        return self.screen.height_px - taken - _GAPS * self.screen.gap

    @property
    def office_columns(self) -> int:
        """Offices stand two by two."""
        return 2

    @property
    def service_columns(self) -> int:
        """Services stand in lines, on a wide screen in two columns of them."""
        return 1 if self.screen.is_portrait else 2

    @property
    def tall_tile(self) -> float:
        """The height from which a tile's pictogram stands above its name."""
        return TALL_TILE * self.screen.text(Role.TITLE)

    @property
    def office_rows(self) -> int:
        """Rows of offices that leave room for a pictogram and a long name."""
        return self._rows(TALL_TILE if self.screen.is_portrait else 4.0)

    @property
    def service_rows(self) -> int:
        """Rows of services that leave room for a name of two lines."""
        return self._rows(4.4)

    def capacity(self) -> Capacity:
        """Return how many offices and services one leaf holds."""
        return Capacity(
            offices=self.office_rows * self.office_columns,
            services=self.service_rows * self.service_columns,
        )

    def _rows(self, titles: float) -> int:
        """Return how many rows fit, each so many titles high."""
        row = titles * self.screen.text(Role.TITLE)
        return max(1, min(_MOST_ROWS, int(self.body // row)))


def plan_of(look: Look) -> Plan:
    """Return the division of the look's screen."""
    return Plan(look.screen)
