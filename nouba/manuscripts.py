"""The pictures, papers and films that a manuscript names, beside its file."""

from collections.abc import Callable
from pathlib import Path

from controller.intake import Made, captions, film, pages, picture
from controller.signage.manuscript import Files, Manuscript


def files_of(manuscript: Manuscript, folder: Path, keep: Callable[[bytes], str]) -> Files:
    """Take in what the manuscript names, and keep what is made of it.

    Nothing is kept unless all of it is good. Raises `controller.intake.BadFile`, `OSError`, and
    what `keep` raises.
    """
    drawn = _drawn(manuscript, folder)
    moving = None if manuscript.film is None else film(_bytes(folder, manuscript.film))
    told = {
        language: captions(_bytes(folder, name)) for language, name in manuscript.captions.items()
    }
    for each in (*drawn, *told.values(), *(() if moving is None else (moving,))):
        keep(each.data)
    return Files(
        pages=tuple(each.asset for each in drawn),
        film=None if moving is None else moving.asset,
        captions=tuple((language, each.asset) for language, each in told.items()),
    )


def _drawn(manuscript: Manuscript, folder: Path) -> tuple[Made, ...]:
    if manuscript.picture is not None:
        return (picture(_bytes(folder, manuscript.picture)),)
    if manuscript.document is not None:
        return pages(_bytes(folder, manuscript.document))
    return ()


def _bytes(folder: Path, name: str) -> bytes:
    return (folder / name).read_bytes()
