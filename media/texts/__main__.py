"""The catalogues' chores: `python -m media.texts compile | extract-check | tidy | add`."""

import sys
from pathlib import Path

import click

from media.texts.catalogue import compile_catalogues
from media.texts.editing import Entry, EntryError, add_entry, tidy
from media.texts.extraction import missing_texts
from media.texts.unused import unused_texts
from media.words import Confidence
from wire.messages import Language


@click.group()
def main() -> None:
    """Keep the texts of the interface in order."""


@main.command("compile")
def compile_() -> None:
    """Compile each language's catalogue."""
    for path in compile_catalogues():
        click.echo(f"compiled {path}")


@main.command("tidy")
def tidy_() -> None:
    """Sort the catalogues and write them in their one form."""
    tidy()


@main.command("extract-check")
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The project.")
def extract_check(root: Path) -> None:
    """List the texts that a catalogue lacks, and those that nothing uses."""
    wrong = (*missing_texts(root), *unused_texts(root))
    click.echo("\n".join(wrong) or "every text is in the four catalogues, and used")
    sys.exit(1 if wrong else 0)


@main.command("add")
@click.argument("english", nargs=-1, required=True)
@click.option("--ar", multiple=True, required=True, help="Six times for a plural.")
@click.option("--fr", multiple=True, required=True, help="Twice for a plural.")
@click.option("--zgh", multiple=True, help="Only what a source attests; twice for a plural.")
@click.option("--confidence", type=click.Choice([each.value for each in Confidence]), default="L")
@click.option("--source", default="none", help="Where the Tamazight text comes from.")
def add(
    english: tuple[str, ...],
    ar: tuple[str, ...],
    fr: tuple[str, ...],
    zgh: tuple[str, ...],
    confidence: str,
    source: str,
) -> None:
    """Add a text to the four catalogues: its ENGLISH words, two of them for a plural."""
    forms: dict[Language, tuple[str, ...]]
    forms = {"ar": ar, "fr": fr, "en": english, "zgh": zgh or ("",) * len(english)}
    plural = english[1] if len(english) > 1 else ""
    try:
        add_entry(Entry(english[0], plural, forms, Confidence(confidence), source))
    except EntryError as error:
        raise click.ClickException(str(error)) from None


if __name__ == "__main__":
    main()
