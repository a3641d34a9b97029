"""`nouba printer`."""

from dataclasses import asdict
from pathlib import Path

import click

from hardware.devices import PRINTER_ADDRESSES, open_probe
from hardware.ports import Acknowledgement, DeviceError, Dialect, Findings, PrinterProfile
from hardware.virtual_printer.__main__ import main


@click.group(help="Get to know a ticket printer, or stand in for one.")
def command() -> None:
    """Group the chores with printers."""


@command.command(add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def emulate(options: tuple[str, ...]) -> None:
    """Stand in for an ESC/POS printer on a TCP port: its paper is PNG files."""
    raise SystemExit(main(options))


@command.command(epilog="ADDRESS is one of: " + "; ".join(PRINTER_ADDRESSES))
@click.argument("address")
@click.option("--name", default="ours", show_default=True, help="What to call its profile.")
@click.option("--save", type=click.Path(path_type=Path), help="Add the profile to this file.")
def probe(address: str, name: str, save: Path | None) -> None:
    """Ask a printer what it can do, print a ruler, and write its profile.

    No kiosk may hold the printer meanwhile: most serve one client at a time.
    """
    try:
        asked = open_probe(address)
        findings = asked.ask()
        _tell(findings)
        is_done = asked.print_ruler(findings)
    except DeviceError as error:
        raise click.ClickException(str(error)) from None
    click.echo("A ruler was printed." if is_done else "The printer did not say that it is done.")
    dots = click.prompt("The last number on it whose line ends with a thick mark", type=int)
    is_cutting = click.confirm("Was the paper cut?")
    _write(findings.profile(name, dots, is_cutting=is_cutting), save)


def _tell(findings: Findings) -> None:
    click.echo(f"It calls itself: {findings.maker or '?'} {findings.model or '?'}")
    match findings.dialect:
        case None:
            click.echo("How it is: it does not say. The supervisor will learn nothing of it.")
        case Dialect.EPSON:
            click.echo("How it is: it answers each question (DLE EOT 1 to 4).")
        case Dialect.CUSTOM:
            click.echo("How it is: it answers as Custom's presenters do (DLE EOT 20).")
    click.echo(f"Changes: {'told unasked' if findings.is_pushing else 'only when asked'} (GS a).")
    match findings.acknowledgement:
        case Acknowledgement.PROCESS:
            click.echo("The end of a ticket: it gives back the ticket's number (GS ( H).")
        case Acknowledgement.PAPER:
            click.echo("The end of a ticket: it answers a question behind it (GS r 1).")
        case Acknowledgement.NONE:
            click.echo("The end of a ticket: it never says. Each verdict will be «unknown».")


def _write(profile: PrinterProfile, save: Path | None) -> None:
    text = "\n".join(["[[profiles]]", *_fields(profile)]) + "\n"
    if save is None:
        click.echo(f"\nAdd this to the kiosk's settings, and name it in [printer]:\n\n{text}")
        return
    with save.open("a", encoding="utf-8") as file:
        file.write(f"\n{text}")
    click.echo(f'Added to {save}. Name it in [printer]: profile = "{profile.name}"')


def _fields(profile: PrinterProfile) -> list[str]:
    values = asdict(profile)
    presenter = values.pop("presenter")
    lines = [f"{field} = {_toml(value)}" for field, value in values.items()]
    if presenter is not None:
        told = ", ".join(f"{field} = {_toml(value)}" for field, value in presenter.items())
        lines.append(f"presenter = {{ {told} }}")
    return lines


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
