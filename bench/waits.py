"""How good the expected waits are on real tickets: `python -m bench.waits FILE...`.

The files are those of `nouba waits score` (`nouba/scoring/days.py`, `docs/waits.md`). It prints
all splits (`nouba/scoring/living.py`), by day and by office, and takes some minutes; without the
extra `waits` (LightGBM), `--split none` has no model.
"""

from datetime import date
from pathlib import Path

import click

from controller.waits.training import TooFewExamples
from nouba.scoring.days import DaysError, days_of, offices_of, read_days
from nouba.scoring.living import SPLITS, begun, first_judged, results_of
from nouba.scoring.table import ROWS, tell


@click.command(help=__doc__)
@click.argument("paths", metavar="FILE...", type=Path, nargs=-1, required=True)
@click.option("--test-from", metavar="DATE", help="First day that tests; the last third, unless.")
@click.option("--split", type=click.Choice(list(SPLITS)), multiple=True)
def main(paths: tuple[Path, ...], test_from: str | None, split: tuple[str, ...]) -> None:
    """Read, live through, and print."""
    try:
        offices = offices_of(read_days(paths))
    except DaysError as error:
        raise click.ClickException(f"{error}.") from error
    days = days_of(offices)
    first = date.fromisoformat(test_from).toordinal() if test_from else first_judged(days)
    before, after = [day for day in days if day < first], [day for day in days if day >= first]
    halls, past = begun(offices, before)
    tell("the days before", past, ROWS["day"])
    for name in split or [name for name in SPLITS if name != "none"]:
        try:
            results = results_of(name, halls, offices, after, past)
        except (TooFewExamples, ImportError, OSError) as error:
            raise click.ClickException(f"no model: {error}; try --split none") from error
        tell(f"{name}, by day", results, ROWS["day"])
        tell(f"{name}, by office", results, ROWS["office"])


if __name__ == "__main__":
    main()
