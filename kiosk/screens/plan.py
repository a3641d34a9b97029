"""How a screen is divided, from its geometry: heights, columns, and how much it holds."""

from dataclasses import dataclass

from kiosk.paging import Capacity
from media.look.look import Look
from media.look.screen import Role, Screen

_MOST_ROWS = 6

_GAPS = 6
"""The zellige band and the spaces above, between and below a screen's parts, in gaps."""

LOW = 4
"""Touch targets: a screen that lies and has no more height of its own is a low one."""

KEY = 1.05
"""The height of a key, in touch targets."""

KEYBOARD_SHARE = 0.34
"""What a keyboard takes at least of the screen's own room."""

RESULT_ROW, WIDE_RESULT_ROW = 3.6, 5.0
"""The height of what a search finds, in font sizes of its name: across the screen, or half."""

LISTED = 5.4
"""The height of a name of two lines above another line, in font sizes of the name."""

TALL_TILE, TALL_TILE_CRAMPED = 7.6, 6.4
"""The height that a pictogram above a name of two lines takes, in font sizes of the name.

On a cramped screen nobody's name has two languages.
"""


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
    def is_low(self) -> bool:
        """Whether buttons have no room of their own: they stand between back and home."""
        return not self.screen.is_portrait and self.body < LOW * self.screen.touch

    @property
    def event_columns(self) -> int:
        """Life events stand two by two; on a wide screen three by three."""
        return 2 if self.screen.is_portrait else 3

    @property
    def search_box(self) -> int:
        """The height of what is typed in a search."""
        return round(self.screen.touch * (1.5 if self.screen.is_portrait else 1.15))

    @property
    def keyboard(self) -> int:
        """The height of a keyboard: three rows of letters, and on an upright screen the others."""
        rows = 4 if self.screen.is_portrait else 3
        least = round(rows * self.screen.touch * KEY) + (rows - 1) * self.screen.apart
        return max(least, round(self.search_room * KEYBOARD_SHARE))

    @property
    def search_room(self) -> int:
        """The height of a search: on a screen that lies it stands alone."""
        return self.body + self.leaves if self.screen.is_portrait else self.alone

    @property
    def alone(self) -> int:
        """The height of what has the room of the header and the heading too."""
        return self.body + self.leaves + self.header + self.heading

    @property
    def result_rows(self) -> int:
        """Rows of what a search finds, the row that turns its leaves left out.

        On a screen that lies they are turned on both sides.
        """
        turning = self.leaves if self.screen.is_portrait else 0
        taken = self.search_box + self.keyboard + turning + 3 * self.screen.gap
        room = self.search_room - taken
        return max(1, int(room // self.result_row))

    @property
    def result_row(self) -> float:
        """The least height of one: two languages share less width on a screen that lies."""
        lines = RESULT_ROW if self.screen.is_portrait else WIDE_RESULT_ROW
        return lines * self.screen.text(Role.TITLE)

    @property
    def tall_tile(self) -> float:
        """The height from which a tile's pictogram stands above its name."""
        titles = TALL_TILE_CRAMPED if self.screen.is_cramped else TALL_TILE
        return titles * self.screen.text(Role.TITLE)

    @property
    def office_rows(self) -> int:
        """Rows of offices that leave room for a pictogram and a long name."""
        return self._rows(TALL_TILE if self.screen.is_portrait else 4.0)

    @property
    def service_rows(self) -> int:
        """Rows of services that leave room for a name of two lines."""
        return self._rows(5.6 if self.screen.is_flat else 4.4)

    @property
    def tick_rows(self) -> int:
        """Rows of documents that are ticked, above two buttons and how many are missing."""
        is_tall = self.screen.is_portrait
        ways = (2 if is_tall else int(not self.is_low)) * (
            round(self.screen.touch * 2.1) + self.screen.gap
        )
        room = self.body - ways - 4.8 * self.screen.text(Role.BODY)
        title, body = self.screen.text(Role.TITLE), self.screen.text(Role.BODY)
        least = 3.4 * title if is_tall else 5.2 * body
        return max(1, min(_MOST_ROWS, int(room // max(least, self.screen.touch))))

    def capacity(self) -> Capacity:
        """Return how many of each kind one leaf holds."""
        return Capacity(
            offices=self.office_rows * self.office_columns,
            services=self.service_rows * self.service_columns,
            procedures=self.service_rows * self.service_columns,
            events=self._rows(TALL_TILE * 0.8) * self.event_columns,
            results=self.result_rows * self.service_columns,
            ticks=self.tick_rows * self.service_columns,
            listed=self._rows(LISTED) * self.service_columns,
        )

    def _rows(self, titles: float) -> int:
        """Return how many rows fit, each so many titles high."""
        row = titles * self.screen.text(Role.TITLE)
        return max(1, min(_MOST_ROWS, int(self.body // row)))


def plan_of(look: Look) -> Plan:
    """Return the division of the look's screen."""
    return Plan(look.screen)
