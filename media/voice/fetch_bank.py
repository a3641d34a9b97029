"""Fetch a bank of clips from the online voices, for a hall without a speaker's recordings.

`python -m media.voice.fetch_bank --language fr --out FOLDER`, for a technician whose machine has
internet. It may be stopped and started again: what is there is not fetched twice.
"""

import time
from pathlib import Path

import click

from media.voice.online import Breaker, OnlineLanguage, fetch_from_google, fill


@click.command()
@click.option("--language", type=click.Choice(["ar", "fr", "en"]), required=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
def main(language: OnlineLanguage, out: Path) -> None:
    """Fetch the clips that OUT lacks from Google's voices, as far as they answer."""
    filling = fill(out, language, fetch_from_google, Breaker(time.monotonic))
    click.echo(f"{filling.made} clips fetched, {len(filling.missing)} missing")
    if filling.why:
        raise click.ClickException(f"{filling.why}; start it again later")


if __name__ == "__main__":
    main()
