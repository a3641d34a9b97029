"""`nouba kiosk`, and the code of its technicians."""

import re
from pathlib import Path

import click

from kiosk.settings import read_settings
from kiosk.technician_code import hash_of
from media.durable import write_durably
from nouba.auditing.sizes import SIZES
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


@command.command
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("var/audit"),
    show_default=True,
    help="Where to keep pictures of the screens with faults.",
)
@click.option(
    "--size", type=click.Choice(list(SIZES)), multiple=True, help="In inches; without it, all."
)
@click.option("--all-pictures", is_flag=True, help="Keep those of faultless screens too.")
def audit(folder: Path, size: tuple[str, ...], *, all_pictures: bool) -> None:
    """Walk through every screen of a running kiosk, and measure it on its pixels and its parts.

    It measures the size of targets and the gaps between them in millimetres, how high they
    stand, the angle of capital letters, contrast, what is cut off and what is not spoken. It
    fails when anything is wrong.
    """
    # It loads the demonstration, for which no kiosk waits that is started.
    from nouba.auditing.audited_sizes import AuditError, audit_sizes  # noqa: PLC0415  # see above

    try:
        faults = audit_sizes(folder, size or tuple(SIZES), keeps_all=all_pictures)
    except AuditError as error:
        raise click.ClickException(str(error)) from None
    if faults:
        raise click.exceptions.Exit(1)


def _with(text: str, line: str) -> str:
    """Return the settings with the line in place of the one before, or before all tables."""
    if _LINE.search(text):
        return _LINE.sub(lambda _: line, text)
    table = _TABLE.search(text)
    at = table.start() if table else len(text)
    return f"{text[:at]}{line}\n\n{text[at:]}"
