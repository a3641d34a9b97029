"""Breaks each rule of mutations.toml in a copy of the tree, and lives through days with it.

`python -m tests.mutations` tries all of them, `python -m tests.mutations starve drop` those whose
names hold one of the words. Ends with 1 when the days did not notice one, or when the list
no longer fits the code.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree, ignore_patterns

import click

from tests.mutations.mutation import ROOT, Mutation, Outdated, mutations
from tests.mutations.trial import DAYS, NOTICED, OVERLOOKED, Verdict, try_out

COPIED, LINKED = ("controller", "tests", "wire"), ("media", "hardware", "pyproject.toml")


@contextmanager
def a_copy() -> Iterator[Path]:
    """Lend a copy of what is needed to live through days."""
    with tempfile.TemporaryDirectory(prefix="nouba-mutants-") as folder:
        root = Path(folder)
        for name in COPIED:
            copytree(ROOT / name, root / name, ignore=ignore_patterns("__pycache__"))
        for name in LINKED:
            (root / name).symlink_to(ROOT / name)
        yield root


def chosen(words: Iterable[str]) -> list[Mutation]:
    """Return the mutations whose names hold one of the words; all, without words."""
    words = tuple(words)
    return [each for each in mutations() if not words or any(word in each.name for word in words)]


def main(*words: str) -> int:
    """Try the mutations, and say of each what came of it."""
    tried, noticed = chosen(words), 0
    with a_copy() as root:
        verdict = try_out(root)
        click.echo(f"{verdict}: the rules as they are")
        if verdict.what != OVERLOOKED:
            return 1
        for mutation in tried:
            verdict = verdict_on(mutation, root)
            click.echo(f"{verdict}: {mutation.name} ({mutation.means})")
            noticed += verdict.what == NOTICED
    click.echo(f"{noticed} of {len(tried)} broken rules were noticed")
    return 0 if tried and noticed == len(tried) else 1


def verdict_on(mutation: Mutation, root: Path, days: int = DAYS) -> Verdict:
    """Return what the days make of the mutation."""
    path = root / mutation.file
    whole = path.read_text()
    try:
        mutation.apply(root)
        return try_out(root, days)
    except Outdated as error:
        return Verdict("OUTDATED", str(error))
    finally:
        path.write_text(whole)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
