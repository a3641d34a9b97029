"""A revision that is whole on a screen's disk, and why another one is not."""

import re
from dataclasses import dataclass

from media.playlist.model import Revision
from wire.messages import PlayerProblem, Published

NOTHING = Published(0, "", 0)
"""Nothing is published: a screen plays the notices of its pack."""


def is_safe(name: Published) -> bool:
    """Whether it may become a part of a file's name and of an address."""
    return name == NOTHING or (
        name.number > 0 and re.fullmatch("[0-9a-f]{64}", name.sha256) is not None
    )


@dataclass(frozen=True, slots=True)
class Playable:
    """What a screen may play."""

    name: Published
    revision: Revision | None
    """Without the items that are left out; nothing while nothing is published."""

    quarantined: tuple[str, ...] = ()
    """The items that are left out here."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a revision's files are here."""

    fetched: int = 0
    wanted: int = 0


NONE_YET = Progress()


class Held(Exception):  # noqa: N818 - the revision is held up, nothing is wrong with the program
    """The revision is not whole on the disk yet; it is tried again."""

    def __init__(self, problem: PlayerProblem, playable: Playable | None = None) -> None:
        """Name what holds it; with what plays all the same, until the machine is switched off."""
        self.problem: PlayerProblem = problem
        self.playable = playable
        super().__init__(problem)


class Unplayable(Exception):  # noqa: N818 - it is told of a revision
    """The manifest is what was published, and this program cannot read it."""
