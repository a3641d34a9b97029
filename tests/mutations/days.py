"""Lives through so many days, always the same ones: `python -m tests.mutations.days 300`.

Ends with 0 when all holds, with `CONTRADICTION` when something does not.
"""

import sys
from traceback import extract_tb

import click
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.controller.hall.test_any_day import AnyDay

CONTRADICTION = 10


def main(days: int) -> int:
    same_days = settings(
        max_examples=days,
        stateful_step_count=20,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(AnyDay, settings=same_days)
    except Exception as error:  # noqa: BLE001 - whatever a broken rule leads to
        where = extract_tb(error.__traceback__)[-1]
        click.echo(f"{type(error).__name__} in {where.name}: {where.line}")
        return CONTRADICTION
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
