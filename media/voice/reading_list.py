"""What a speaker reads to give a hall their voice, and what is still missing.

`python -m media.voice.reading_list --language ar [--recorded FOLDER]`
"""

from collections.abc import Iterator
from pathlib import Path

import click

from media.voice.announcement import clip_texts
from media.voice.manifest import SUFFIXES
from wire.messages import LANGUAGES, Language


def still_to_read(language: Language, recorded: Path | None = None) -> Iterator[tuple[str, str]]:
    """Tell each clip that is not recorded yet, with its words."""
    files = recorded.iterdir() if recorded else ()
    there = {file.stem for file in files if file.suffix in SUFFIXES}
    return (item for item in clip_texts(language).items() if item[0] not in there)


@click.command()
@click.option("--language", type=click.Choice(LANGUAGES), required=True)
@click.option(
    "--recorded",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the clips recorded so far.",
)
def main(language: Language, recorded: Path | None) -> None:
    """Print each clip that is to be recorded: the name of its file, and the words."""
    for clip, text in still_to_read(language, recorded):
        click.echo(f"{clip}\t{text}")


if __name__ == "__main__":
    main()
