"""The picture of a simulation: who comes, how long they wait, how many counters it takes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

from nouba.simulating.figures import HALF_HOUR, Waits

WIDTH, PANEL, GAP, LEFT = 960, 200, 56, 64
NAVY, GREEN, GOLD, TERRACOTTA = "#12305a", "#006c4f", "#e0a526", "#a63a24"
LETTERS = f'font-family="IBM Plex Sans Arabic, sans-serif" font-size="13" fill="{NAVY}"'


def chart(
    title: str,
    opens_at: datetime,
    days: int,
    half_hours: Sequence[Waits | None],
    counters: Sequence[int],
) -> str:
    """Return an SVG of three panels: visitors and waits by half-hour, counters by hour."""
    came = [0 if each is None else each.visits / days for each in half_hours]
    means = [0.0 if each is None else each.mean for each in half_hours]
    p90s = [0.0 if each is None else each.p90 for each in half_hours]
    times = [f"{opens_at + n * HALF_HOUR:%H:%M}" for n in range(len(half_hours))]
    hours = [f"{opens_at + n * timedelta(hours=1):%H:%M}" for n in range(len(counters))]
    waits = [(p90s, TERRACOTTA), (means, GREEN)]
    panels = (
        _panel(0, "Visitors in half an hour, on a mean day", times, [(came, GOLD)]),
        _panel(1, "Minutes of waiting: 90th percentile, and mean", times, waits),
        _panel(2, "Counters to open in each hour", hours, [([float(n) for n in counters], NAVY)]),
    )
    height = 60 + 3 * (PANEL + GAP)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {LETTERS}>'
    ground = f'<rect width="{WIDTH}" height="{height}" fill="#fffdf8"/>'
    name = f'<text x="{LEFT}" y="34" font-size="20" font-weight="700">{escape(title)}</text>'
    return "\n".join((head, ground, name, *panels, "</svg>"))


def _panel(
    number: int, title: str, labels: Sequence[str], series: Sequence[tuple[Sequence[float], str]]
) -> str:
    floor = 60 + number * (PANEL + GAP) + PANEL
    most = max((value for values, _ in series for value in values), default=0) or 1.0
    step, scale = (WIDTH - LEFT - 24) / len(labels), (PANEL - 40) / most
    parts = [f'<text x="{LEFT}" y="{floor - PANEL}" font-weight="700">{escape(title)}</text>']
    for values, colour in series:
        parts += [
            f'<rect x="{LEFT + n * step + 3:.1f}" y="{floor - value * scale:.1f}" '
            f'width="{step - 6:.1f}" height="{value * scale:.1f}" fill="{colour}"/>'
            for n, value in enumerate(values)
        ]
    for n, (label, value) in enumerate(zip(labels, series[0][0], strict=True)):
        x = f'x="{LEFT + (n + 0.5) * step:.1f}" text-anchor="middle"'
        parts.append(f'<text {x} y="{floor - value * scale - 5:.1f}">{value:.0f}</text>')
        parts.append(f'<text {x} y="{floor + 17}">{label}</text>')
    return "\n".join(parts)
