"""`nouba content`."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Column, Table

from controller.settings import DEMONSTRATION_PACK
from media.check import Finding, check_catalogues, check_pack
from media.pack import Pack, load_pack
from media.pack.locating import located
from media.review import ForReview, review
from nouba.program import checked

HEADINGS = ("Where", "العربية", "Français", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "Source")

pack_argument = click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=DEMONSTRATION_PACK,
)


@click.group(help="Check a pack of content, and list what a reviewer should read.")
def command() -> None:
    """Group the chores of a pack's editor."""


@command.command("check")
@pack_argument
@click.option("--strict", is_flag=True, help="End with code 1 when there is anything to see to.")
def check_(folder: Path, *, strict: bool) -> None:
    """Tell what is missing, unsure or old in the pack in FOLDER (default: the demonstration).

    A pack that cannot be used at all ends with code 2 and every mistake with its line.
    """
    pack = _pack(folder)
    today = datetime.now(UTC).astimezone(pack.hall.zone).date()
    findings = [*_with_lines(folder, check_pack(pack, today)), *map(str, check_catalogues())]
    for finding in findings:
        click.echo(finding)
    counted = f"{len(pack.services)} services, {len(pack.procedures)} procedures"
    click.echo(f"{folder.name}: {counted}; {len(findings)} things to see to.")
    if strict and findings:
        raise SystemExit(1)


@command.command("review")
@pack_argument
def review_(folder: Path) -> None:
    """List the Tamazight texts that wait for a reviewer, for the pack in FOLDER."""
    _show(review(_pack(folder)))


def _pack(folder: Path) -> Pack:
    read: Callable[[Path], Pack] = load_pack
    return checked(folder, read)


def _with_lines(folder: Path, findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        path, line = located(folder, finding.place)
        yield f"{path}, line {line}: {finding}"


def _show(texts: Iterable[ForReview]) -> None:
    table = Table(*(Column(name, overflow="fold") for name in HEADINGS))
    for text in texts:
        table.add_row(text.place, text.ar, text.fr, text.zgh or "–", text.source)
    Console().print(table)
