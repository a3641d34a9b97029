"""The picture of a simulation: who comes, how long they wait, how many counters it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

from nouba.simulating.figures import HALF_HOUR, Waits, whole
from nouba.simulating.legends import Legends

WIDTH, PANEL, GAP, LEFT, RIGHT = 960, 200, 56, 24, 24
TOP = 92
"""Above the first panel: the title, and the evening."""

NAVY, GREEN, GOLD, TERRACOTTA, WHITE = "#12305a", "#006c4f", "#e0a526", "#a63a24", "#fffdf8"
LETTERS = f'font-family="IBM Plex Sans Arabic, sans-serif" font-size="13" fill="{NAVY}"'
HOUR = timedelta(hours=1)
LINE = 18
"""The height that a number inside a bar needs."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers drawn as bars of one colour; bars of later ones stand before those of earlier."""

    name: str
    values: Sequence[float]
    labels: Sequence[int]
    colour: str
    marked: Sequence[int] = ()
    """The bars, counted from 0, that are drawn in terracotta."""


@dataclass(frozen=True, slots=True)
class Staffing:
    """The counters of all offices in each hour from opening on."""

    counters: Sequence[int]
    short: Sequence[int]
    """The hours, counted from 0, in which some office misses the aim."""


def chart(
    legends: Legends,
    opens_at: datetime,
    days: int,
    half_hours: Sequence[Waits | None],
    staffing: Staffing,
) -> str:
    """Return an SVG of three panels: visitors and waits by half-hour, counters by hour.

    The visitors' numbers add up to that of the mean day, as the panel tells it.
    """
    times = [f"{opens_at + n * HALF_HOUR:%H:%M}" for n in range(len(half_hours))]
    hours = [f"{opens_at + n * HOUR:%H:%M}" for n in range(len(staffing.counters))]
    came = [0.0 if each is None else each.visits / days for each in half_hours]
    visitors = Bars(legends.visitors(round(sum(came))), came, whole(came), GOLD)
    counters = Bars(
        legends.counters(is_short=bool(staffing.short)),
        staffing.counters,
        staffing.counters,
        NAVY,
        staffing.short,
    )
    panels = (
        _panel(0, legends, times, [visitors]),
        _panel(1, legends, times, _waits(legends, half_hours)),
        _panel(2, legends, hours, [counters]),
    )
    height = TOP + 3 * (PANEL + GAP)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {LETTERS}>'
    ground = f'<rect width="{WIDTH}" height="{height}" fill="{WHITE}"/>'
    name = f'<text {_start(legends)} y="34" font-size="20" font-weight="700">'
    evening = f'<text {_start(legends)} y="60">{escape(legends.evening)}</text>'
    title = f"{name}{escape(legends.title)}</text>"
    return "\n".join((head, ground, title, evening, *panels, "</svg>"))


def _waits(legends: Legends, half_hours: Sequence[Waits | None]) -> list[Bars]:
    p90s = [0.0 if each is None else each.p90 for each in half_hours]
    means = [0.0 if each is None else each.mean for each in half_hours]
    return [
        Bars(legends.nine_of_ten, p90s, [round(each) for each in p90s], TERRACOTTA),
        Bars(legends.mean, means, [round(each) for each in means], GREEN),
    ]


def _panel(number: int, legends: Legends, times: Sequence[str], series: Sequence[Bars]) -> str:
    floor = TOP + number * (PANEL + GAP) + PANEL
    most = max((value for bars in series for value in bars.values), default=0) or 1.0
    step, scale = (WIDTH - LEFT - RIGHT) / len(times), (PANEL - 40) / most
    parts = [_heading(floor - PANEL, legends, series)]
    for depth, bars in enumerate(series):
        parts += _drawn(bars, floor, step, scale, is_behind=depth == 0)
    parts += [
        f'<text {_middle(n, step)} y="{floor + 17}">{time}</text>' for n, time in enumerate(times)
    ]
    return "\n".join(parts)


def _heading(y: int, legends: Legends, series: Sequence[Bars]) -> str:
    """Return the panel's title; where it has several bars, each is named in its colour."""
    names = [escape(bars.name) for bars in series]
    if len(series) > 1:
        coloured = zip(names, series, strict=True)
        names = [f'<tspan fill="{bars.colour}">{name}</tspan>' for name, bars in coloured]
    told = " · ".join(names)
    return f'<text {_start(legends)} y="{y}" font-weight="700">{told}</text>'


def _drawn(bars: Bars, floor: int, step: float, scale: float, *, is_behind: bool) -> Iterator[str]:
    """Give each bar and its number: above it, or inside where another stands behind it."""
    for n, (value, label) in enumerate(zip(bars.values, bars.labels, strict=True)):
        height = value * scale
        colour = TERRACOTTA if n in bars.marked else bars.colour
        yield (
            f'<rect x="{LEFT + n * step + 3:.1f}" y="{floor - height:.1f}" '
            f'width="{step - 6:.1f}" height="{height:.1f}" fill="{colour}"/>'
        )
        if is_behind:
            yield f'<text {_middle(n, step)} y="{floor - height - 5:.1f}">{label}</text>'
        elif height > LINE:
            inside = f'y="{floor - height + 14:.1f}" fill="{WHITE}"'
            yield f"<text {_middle(n, step)} {inside}>{label}</text>"


def _middle(n: int, step: float) -> str:
    return f'x="{LEFT + (n + 0.5) * step:.1f}" text-anchor="middle"'


def _start(legends: Legends) -> str:
    """Return where a line begins: at the right in Arabic."""
    if legends.is_from_the_right:
        return f'x="{WIDTH - RIGHT}" direction="rtl" text-anchor="start"'
    return f'x="{LEFT}"'
