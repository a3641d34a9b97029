"""The picture of a simulation: who comes, how long they wait, how many counters it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

from nouba.simulating.figures import HALF_HOUR, Waits, whole

WIDTH, PANEL, GAP, LEFT = 960, 200, 56, 64
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


def chart(
    title: str,
    opens_at: datetime,
    days: int,
    half_hours: Sequence[Waits | None],
    counters: Sequence[int],
) -> str:
    """Return an SVG of three panels: visitors and waits by half-hour, counters by hour.

    The visitors' numbers add up to that of the mean day, as the panel tells it.
    """
    times = [f"{opens_at + n * HALF_HOUR:%H:%M}" for n in range(len(half_hours))]
    hours = [f"{opens_at + n * HOUR:%H:%M}" for n in range(len(counters))]
    came = [0.0 if each is None else each.visits / days for each in half_hours]
    visitors = f"Visitors in half an hour: {round(sum(came))} on a mean day of those simulated"
    panels = (
        _panel(0, "", times, [Bars(visitors, came, whole(came), GOLD)]),
        _panel(1, "Minutes of waiting: ", times, _waits(half_hours)),
        _panel(2, "", hours, [Bars("Counters to open in each hour", counters, counters, NAVY)]),
    )
    height = 60 + 3 * (PANEL + GAP)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {LETTERS}>'
    ground = f'<rect width="{WIDTH}" height="{height}" fill="{WHITE}"/>'
    name = f'<text x="{LEFT}" y="34" font-size="20" font-weight="700">{escape(title)}</text>'
    return "\n".join((head, ground, name, *panels, "</svg>"))


def _waits(half_hours: Sequence[Waits | None]) -> list[Bars]:
    p90s = [0.0 if each is None else each.p90 for each in half_hours]
    means = [0.0 if each is None else each.mean for each in half_hours]
    return [
        Bars("nine of ten wait no longer", p90s, [round(each) for each in p90s], TERRACOTTA),
        Bars("mean", means, [round(each) for each in means], GREEN),
    ]


def _panel(number: int, title: str, times: Sequence[str], series: Sequence[Bars]) -> str:
    floor = 60 + number * (PANEL + GAP) + PANEL
    most = max((value for bars in series for value in bars.values), default=0) or 1.0
    step, scale = (WIDTH - LEFT - 24) / len(times), (PANEL - 40) / most
    parts = [_heading(floor - PANEL, title, series)]
    for depth, bars in enumerate(series):
        parts += _drawn(bars, floor, step, scale, is_behind=depth == 0)
    parts += [
        f'<text {_middle(n, step)} y="{floor + 17}">{time}</text>' for n, time in enumerate(times)
    ]
    return "\n".join(parts)


def _heading(y: int, title: str, series: Sequence[Bars]) -> str:
    """Return the panel's title; where it has several bars, each is named in its colour."""
    names = [escape(bars.name) for bars in series]
    if len(series) > 1:
        coloured = zip(names, series, strict=True)
        names = [f'<tspan fill="{bars.colour}">{name}</tspan>' for name, bars in coloured]
    return f'<text x="{LEFT}" y="{y}" font-weight="700">{escape(title)}{", ".join(names)}</text>'


def _drawn(bars: Bars, floor: int, step: float, scale: float, *, is_behind: bool) -> Iterator[str]:
    """Give each bar and its number: above it, or inside where another stands behind it."""
    for n, (value, label) in enumerate(zip(bars.values, bars.labels, strict=True)):
        height = value * scale
        yield (
            f'<rect x="{LEFT + n * step + 3:.1f}" y="{floor - height:.1f}" '
            f'width="{step - 6:.1f}" height="{height:.1f}" fill="{bars.colour}"/>'
        )
        if is_behind:
            yield f'<text {_middle(n, step)} y="{floor - height - 5:.1f}">{label}</text>'
        elif height > LINE:
            inside = f'y="{floor - height + 14:.1f}" fill="{WHITE}"'
            yield f"<text {_middle(n, step)} {inside}>{label}</text>"


def _middle(n: int, step: float) -> str:
    return f'x="{LEFT + (n + 0.5) * step:.1f}" text-anchor="middle"'
