"""All faults of a pack's files, each with its file, line and field."""

from collections.abc import Iterator

from media.faults.drift import drift_of
from media.faults.law import Catalogue, held_documents, unlawful
from media.faults.legibility import illegible
from media.faults.wording import unlawful_words
from media.pack.procedures import Procedure
from media.pack.reading import Place, Reading
from media.toml import Problem, TomlFile


def faults_in(reading: Reading) -> tuple[Problem, ...]:
    """Return what is forbidden or contradicts itself in all files that could be read.

    A file that could not be read has told its own problems already; the others are looked at all
    the same, so that everything can be put right at once.
    """
    catalogue = Catalogue.of(reading.values)
    every: list[Problem] = []
    for name, value in reading.values.items():
        found = _faults(name, value, catalogue, reading.files[name])
        every.extend(sorted(found, key=lambda problem: problem.line))
    return tuple(every)


def _faults(name: str, value: object, catalogue: Catalogue, file: TomlFile) -> Iterator[Problem]:
    if isinstance(value, Procedure):
        yield from unlawful(value, catalogue, file)
        yield from held_documents(value, catalogue, file)
    if isinstance(value, Place):
        yield from illegible(value.commune.theme, file)
    yield from unlawful_words(name, value, file)
    yield from drift_of(value, file)
