"""A screen's picture in words: what a page draws, and where, in pixels from the top left corner.

Nothing in it is left to decide. `docs/web-screens.md` tells it to who writes another page.
"""

from dataclasses import dataclass
from typing import Literal

from wire.messages import Language

Direction = Literal["rtl", "ltr"]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one language."""

    words: str
    language: Language
    direction: Direction
    line: float
    """The height of its lines, in its letters' size."""


@dataclass(frozen=True, slots=True)
class Header:
    """Whose hall this is, how many wait, what time it is."""

    area: Area
    names: tuple[tuple[Text, ...], ...]
    """A row each."""

    name_size: int
    name_line: float
    """The height of a name's line, in its letters' size."""

    waiting: str
    """Empty while it is not known, as the clock's time is."""

    clock: str
    number_size: int
    queue: str
    """The pictogram of those who wait; pictograms are characters of their own font."""

    logo: str = ""
    """The address of the commune's logo; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The screen has lost the hall: this stands in the header's place."""

    area: Area
    text: Text
    size: int
    pictogram: str


@dataclass(frozen=True, slots=True)
class Called:
    """The call that the whole hall must see."""

    area: Area
    ticket: str
    counter: str
    ticket_is: tuple[Text, ...]
    """What the number is, in the two languages of every sign."""

    counter_is: tuple[Text, ...]
    arrow: str
    caption_size: int
    is_bright: bool
    has_way: bool
    """Whether the arrow shows the way to the counter, and stands on its sign."""

    place: tuple[Text, ...]
    """The counter's floor or room."""

    place_size: int
    is_place_in_lines: bool
    """Whether its languages have a line each."""

    is_wide: bool
    """Whether ticket and counter stand side by side."""

    kind: Literal["call"] = "call"


@dataclass(frozen=True, slots=True)
class Words:
    """A page of a notice or a commitment."""

    area: Area
    pictogram: str
    head: Text
    title: Text
    body: Text
    part: str
    """As in `2/3`; empty where there is one part."""

    title_size: int
    body_size: int
    head_size: int
    ground: str = ""
    """The colour behind the head of a warning; empty of what warns of nothing."""

    ink: str = ""
    kind: Literal["words"] = "words"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture or a page of a paper, whole, as large as the stage."""

    area: Area
    item: str
    asset: str
    """Its file is at `/assets/` with this name."""

    title: Text | None
    part: str
    size: int
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A service, how many wait for it, and for how many minutes."""

    name: Text
    waiting: str
    wait: str


@dataclass(frozen=True, slots=True)
class QueueTable:
    """Who waits for what."""

    area: Area
    waiting_is: Text
    wait_is: Text
    rows: tuple[QueueRow, ...]
    part: str
    size: int
    small: int
    """What the columns are."""

    kind: Literal["queue"] = "queue"


@dataclass(frozen=True, slots=True)
class Greeting:
    """There is nothing to tell."""

    area: Area
    greetings: tuple[Text, ...]
    size: int
    columns: int
    kind: Literal["welcome"] = "welcome"


Stage = Called | Words | Picture | QueueTable | Greeting


@dataclass(frozen=True, slots=True)
class Row:
    """A ticket, an arrow, a counter."""

    ticket: str
    counter: str
    """Empty where no counter waits for the ticket: there is no arrow then, either."""

    is_called: bool
    way: str = ""
    """The arrow that shows the way to the counter, on its sign; it takes the other's place."""

    is_way_last: bool = False
    """Whether it stands at the right of the number."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The other tickets at counters, or those who may get ready."""

    area: Area
    captions: tuple[tuple[Text, ...], ...]
    caption_size: int
    caption_height: int
    is_in_lines: bool
    """Whether the languages of a caption have a line each."""

    rows: tuple[Row, ...]
    slots: int
    size: int
    arrow: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """What everybody must do now: over the whole screen, in every language at once."""

    kind: str
    pictogram: str
    ground: str
    title: tuple[Text, ...]
    orders: tuple[Text, ...]
    suspended: tuple[Text, ...]
    is_in_lines: bool
    """Whether that stands in a line for each language."""

    size: int
    foot_size: int
    is_portrait: bool


@dataclass(frozen=True, slots=True)
class Cover:
    """Black over the whole screen: the hall is closed, or somebody asks which screen this is."""

    name: str
    """The screen's own; empty where nothing is to be seen."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture of the screen, whole."""

    width: int
    height: int
    unit: int
    """The space between parts."""

    smallest: int
    """The font size of the smallest text."""

    direction: Direction
    header: Header | None = None
    lost: Lost | None = None
    stage: Stage | None = None
    lines: Rows | None = None
    ready: Rows | None = None
    missed: Rows | None = None
    """Who was called in vain: in the place of those who get ready, when it is their turn."""

    alarm: Alarm | None = None
    cover: Cover | None = None
    colors: tuple[tuple[str, str], ...] = ()
    """CSS properties of the commune's own colours: name and value."""
