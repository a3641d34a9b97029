"""One way to break a rule, and where the list of them stands."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).with_name("mutations.toml")


class Outdated(Exception):  # noqa: N818 - it says what is wrong with a mutation
    """The text that a mutation changes is not, or not once, in its file."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A text of one file, and what stands there instead."""

    name: str
    file: str
    old: str
    new: str
    means: str
    """What it would mean for somebody in the hall."""

    def apply(self, root: Path) -> None:
        """Break the rule in the tree at `root`; raises `Outdated`."""
        path = root / self.file
        path.write_text(self.changed(path.read_text()))

    def changed(self, text: str) -> str:
        """Return the file's text with the rule broken; raises `Outdated`."""
        found = text.count(self.old)
        if found != 1:
            raise Outdated(f"{self.name}: {self.file} has {found} times {self.old!r}")
        return text.replace(self.old, self.new)


def mutations() -> list[Mutation]:
    """Return all the mutations of the list."""
    with LIST.open("rb") as file:
        return [Mutation(**each) for each in tomllib.load(file)["mutation"]]
