"""`nouba content`."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Column, Table

from controller.settings import DEMONSTRATION_PACK
from media.check import Finding, check_catalogues, check_pack
from media.export import cpsv_graph, csv_table, schema_graph
from media.export.naming import OWN
from media.faults import faults_in
from media.pack import Pack, load_pack
from media.pack.locating import located
from media.pack.reading import read_folder
from media.review import ForReview, review
from media.texts import Texts
from nouba.program import checked, refused

HEADINGS = ("Where", "العربية", "Français", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "Source")

pack_argument = click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=DEMONSTRATION_PACK,
)


@click.group(help="Check a pack, list what a reviewer should read, export its procedures.")
def command() -> None:
    """Group the chores of a pack's editor."""


@command.command("check")
@pack_argument
@click.option("--strict", is_flag=True, help="End with code 1 when there is anything to see to.")
def check_(folder: Path, *, strict: bool) -> None:
    """Tell what the law forbids, and what is missing, unsure or old in the pack in FOLDER.

    Without FOLDER it is the demonstration's. Faults (what law 55-19 forbids, and what the Arabic
    and the French tell differently) end with code 1; a pack that cannot be used at all with
    code 2. All of them are told at once, each with its file, line and field.
    """
    reading = read_folder(folder)
    wrong = (*reading.problems, *faults_in(reading))
    for each in wrong:
        click.echo(each)
    if reading.pack is None or reading.problems:
        raise refused(f"{folder.name} cannot be used as a pack: {len(wrong)} faults.")
    findings = _findings(folder, reading.pack)
    for finding in findings:
        click.echo(finding)
    click.echo(f"{folder.name}: {_summary(reading.pack, len(wrong), len(findings))}")
    if wrong or (strict and findings):
        raise SystemExit(1)


def _findings(folder: Path, pack: Pack) -> list[str]:
    today = datetime.now(UTC).astimezone(pack.hall.zone).date()
    return [*_with_lines(folder, check_pack(pack, today)), *map(str, check_catalogues())]


def _summary(pack: Pack, faults: int, findings: int) -> str:
    counted = f"{len(pack.services)} services, {len(pack.procedures)} procedures"
    told = f"; {faults} faults" if faults else ""
    return f"{counted}{told}; {findings} things to see to."


@command.command("review")
@pack_argument
def review_(folder: Path) -> None:
    """List the Tamazight texts that wait for a reviewer, for the pack in FOLDER."""
    _show(review(_pack(folder)))


@command.command("export")
@pack_argument
@click.option(
    "--format",
    "kind",
    type=click.Choice(["jsonld", "schema", "csv"]),
    default="jsonld",
    help="CPSV-AP 3.2 or schema.org as JSON-LD, or a table.",
)
@click.option("--base", default=OWN, show_default=True, help="Stands before every identifier.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Instead of the terminal."
)
def export_(folder: Path, kind: str, base: str, out: Path | None) -> None:
    """Write the procedures of the pack in FOLDER for other programs."""
    text = _exported(_pack(folder), kind, base)
    if out is None:
        click.echo(text, nl=False)
        return
    out.write_text(text, encoding="utf-8", newline="")


def _exported(pack: Pack, kind: str, base: str) -> str:
    match kind:
        case "csv":
            return csv_table(pack, Texts())
        case "schema":
            node = schema_graph(pack, Texts(), base)
        case _:
            node = cpsv_graph(pack, Texts(), base)
    return json.dumps(node, ensure_ascii=False, indent=2) + "\n"


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
