"""`nouba display`, and what a screen has of what was published."""

from datetime import UTC, datetime
from pathlib import Path

import click

from display.settings import read_settings
from nouba.program import become, checked, settings_option


@click.group(
    invoke_without_command=True,
    help="Show a hall screen on this machine's screen, and speak the calls.",
)
@click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The program's settings, a TOML file.",
)
@click.pass_context
def command(context: click.Context, settings: Path | None) -> None:
    """Run the hall screen, unless one of its chores is asked for."""
    if context.invoked_subcommand is not None:
        return
    if settings is None:
        raise click.UsageError("Missing option '--settings'.")
    checked(settings, read_settings)
    become("display", "--settings", str(settings))


@command.command
@settings_option
def serve(settings: Path) -> None:
    """Serve hall screens as pages to the browsers of televisions and old PCs."""
    from display.web.settings import read_settings as read  # noqa: PLC0415  # as in `status`

    checked(settings, read)
    become("display.web", "--settings", str(settings))


@command.command
@settings_option
def status(settings: Path) -> None:
    """Say what this screen has of what was published, and how its machine is.

    Ends with code 1 when something is left out, missing or damaged, or the machine is not well.
    """
    from nouba.screen_status import screen_status  # noqa: PLC0415  # no other chore needs its parts

    found = screen_status(checked(settings, read_settings).home, datetime.now(UTC))
    for line in found.lines:
        click.echo(line)
    if not found.is_well:
        raise SystemExit(1)
