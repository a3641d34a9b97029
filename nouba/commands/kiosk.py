"""`nouba kiosk`, and the code of its technicians."""

import re
from pathlib import Path

import click

from kiosk.settings import read_settings
from kiosk.technician_code import hash_of
from media.durable import write_durably
from nouba.program import become, checked, refused, settings_option

_LINE = re.compile(r"(?m)^technician_code\s*=.*$")
_TABLE = re.compile(r"(?m)^\[")


@click.group(invoke_without_command=True, help="Show a kiosk on this machine's screen.")
@click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The program's settings, a TOML file.",
)
@click.pass_context
def command(context: click.Context, settings: Path | None) -> None:
    """Run the kiosk, unless one of its chores is asked for."""
    if context.invoked_subcommand is not None:
        return
    if settings is None:
        raise click.UsageError("Missing option '--settings'.")
    checked(settings, read_settings)
    become("kiosk", "--settings", str(settings))


@command.command
@settings_option
@click.password_option("--code", help="Asked for when it is not given.")
def code(settings: Path, code: str) -> None:
    """Set the code that lets a technician into the kiosk's menu: digits, six or more."""
    checked(settings, read_settings)
    try:
        line = f'technician_code = "{hash_of(code)}"'
    except ValueError as error:
        raise refused(str(error)) from None
    text = settings.read_text(encoding="utf-8")
    write_durably(settings, _with(text, line).encode())
    checked(settings, read_settings)
    click.echo(
        f"The hash of the code stands in {settings} from the next start on: "
        "hold the upper left corner of the invitation for three seconds, and type it."
    )


def _with(text: str, line: str) -> str:
    """Return the settings with the line in place of the one before, or before all tables."""
    if _LINE.search(text):
        return _LINE.sub(lambda _: line, text)
    table = _TABLE.search(text)
    at = table.start() if table else len(text)
    return f"{text[:at]}{line}\n\n{text[at:]}"
