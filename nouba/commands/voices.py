"""`nouba voices`."""

import click

from media.voice.fetch_bank import main as fetch_bank
from media.voice.make_bank import main as make_bank
from media.voice.reading_list import main as reading_list
from media.voice.recorded_texts import text_clip


@click.group(help="Say what a speaker must read, or make a bank of spoken clips.")
def command() -> None:
    """Group the chores with voices."""


@command.command("text-name")
@click.argument("texts", nargs=-1, required=True)
def text_name(texts: tuple[str, ...]) -> None:
    """Print the file names under which recordings of these TEXTS are looked for."""
    for text in texts:
        click.echo(f"{text_clip(text)}\t{text}")


command.add_command(reading_list, "reading-list")
command.add_command(make_bank, "make-bank")
command.add_command(fetch_bank, "fetch-bank")
