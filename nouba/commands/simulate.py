"""`nouba simulate`."""

import os
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from math import isfinite
from pathlib import Path

import click

from controller.morning import always_open
from controller.settings import Settings
from controller.simulation import Assumptions, spread_over
from media.pack import Pack
from nouba.database import controller_option
from nouba.program import checked
from nouba.settings import pack_of, rules_of, settings_in
from nouba.simulating.chart import Staffing, chart
from nouba.simulating.figures import by_half_hour, evening_of, together
from nouba.simulating.legends import PICTURE_LANGUAGES, PictureLanguage, legends_of
from nouba.simulating.pools import pools
from nouba.simulating.reading import ASSUMED, read_assumptions
from nouba.simulating.told import Found, tell_advice, tell_evening, tell_waits
from nouba.simulating.year import Calendar, Simulator

ADVICE_DAYS = 40
MOST_VISITORS = 20_000


class Number(click.FloatRange):
    """A number between two others: `nan`, which is between none, is refused."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the number; raises `click.BadParameter`."""
        number: float = super().convert(value, param, ctx)
        if not isfinite(number):
            self.fail(f"{value} is no number of anything.", param, ctx)
        return number


def _svg(_context: click.Context, _option: click.Parameter, path: Path) -> Path:
    """Refuse, before the days are simulated, a picture that could not be written then."""
    if path.suffix.lower() != ".svg":
        raise click.BadParameter(f"the picture is an SVG: end its name with .svg, not {path.name}.")
    folder = path.absolute().parent
    if not folder.is_dir():
        raise click.BadParameter(f"there is no folder {folder}.")
    if not os.access(folder, os.W_OK):
        raise click.BadParameter(f"nothing may be written into {folder}.")
    return path


@click.command(context_settings={"show_default": True})
@controller_option
@click.option("--visitors", type=Number(1, MOST_VISITORS), default=300, help="On a mean day.")
@click.option("--days", type=click.IntRange(1, 2000), default=20, help="Working days.")
@click.option(
    "--advice-days",
    type=click.IntRange(1, 2000),
    default=ADVICE_DAYS,
    help="Days from which the advice is drawn at least; more where few come.",
)
@click.option("--halls", type=click.IntRange(1, 100), default=1, help="Such halls, one by one.")
@click.option("--aim", type=Number(0, 1, min_open=True), default=0.9, help="Share called in time.")
@click.option(
    "--most", type=click.IntRange(1, 100), default=12, help="Counters that an office can open."
)
@click.option(
    "--language", type=click.Choice(PICTURE_LANGUAGES), default="en", help="The picture's."
)
@click.option("--seed", type=int, default=1, help="The same seed gives the same days.")
@click.option(
    "--assumptions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=ASSUMED,
    show_default="nouba/simulating/assumed.toml",
    help="Service times and shares; docs/simulation.md.",
)
@click.option(
    "--picture",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    default=Path("simulation.svg"),
    callback=_svg,
    help="Where the picture is written: an SVG.",
)
def command(  # noqa: PLR0913, PLR0917  # the options of a command line, given by name
    settings: Path | None,
    visitors: float,
    days: int,
    advice_days: int,
    halls: int,
    aim: float,
    most: int,
    language: PictureLanguage,
    seed: int,
    assumptions: Path,
    picture: Path,
) -> None:
    """Simulate days of the hall: waits, and how many counters it takes.

    The hall's services, counters and rules are led through days drawn by chance. Writes a
    picture, and tells the counters that each office needs in each hour for the aim. What is
    assumed, and what it does not know: docs/simulation.md. Ends with code 1 when the counters of
    `--most` do not reach the aim.
    """
    known = settings_in(settings)
    pack = pack_of(known)
    assumed, unlisted = checked(assumptions, lambda path: read_assumptions(path, pack, visitors))
    if unlisted:
        click.echo(f"Not listed, so taken as other: {', '.join(unlisted)}.")
    calendar = Calendar(datetime(2026, 1, 5, tzinfo=UTC).date(), days, *_hours(pack))
    simulators = _simulators(known, pack, assumed, calendar, range(seed, seed + halls))
    turnouts = [day for simulator in simulators for day in simulator.days()]
    came, evening = together(turnouts), evening_of(turnouts, calendar.closing_of)
    tell_waits(pack, came)
    tell_evening(evening, calendar, len(came.visits), len(turnouts))
    sample = replace(simulators[0], calendar=replace(calendar, days=advice_days))
    found = _advised(sample, aim, most)
    tell_advice(pack, sample.calendar, found)
    opens_at = next(calendar.openings())
    legends = legends_of(pack, language, visitors, aim, evening, calendar.closing_of(opens_at))
    half_hours = by_half_hour(came.visits, calendar.opening_of, calendar.half_hours)
    staffing = Staffing(found.counters, found.short)
    _write(picture, chart(legends, opens_at, len(turnouts), half_hours, staffing))
    if not all(advice.is_enough for _, advice in found.advised):
        raise SystemExit(1)


def _simulators(
    known: Settings, pack: Pack, assumed: Assumptions, calendar: Calendar, seeds: range
) -> list[Simulator]:
    """Return a hall for each seed, with visitors when it is open."""
    shape = spread_over(assumed.half_hours, calendar.half_hours)
    assumed = replace(assumed, half_hours=shape)
    morning = partial(always_open, pack, rules_of(known, pack))
    return [Simulator(morning, assumed, calendar, seed) for seed in seeds]


def _advised(sample: Simulator, aim: float, most: int) -> Found:
    """Return how many counters of each pool reach the aim."""
    return Found(
        aim, most, [(pool, sample.advice(pool, aim, most)) for pool in pools(sample.morning())]
    )


def _write(picture: Path, drawn: str) -> None:
    try:
        picture.write_text(drawn, encoding="utf-8")
    except OSError as error:  # such as a disk that is full by now
        raise click.ClickException(f"The picture cannot be written: {error.strerror}.") from None
    click.echo(f"The picture is {picture}.")


def _hours(pack: Pack) -> tuple[time, time]:
    return pack.hall.hours[0].start, pack.hall.hours[-1].end
