"""An editor's wish that is not carried out."""

from collections.abc import Iterable
from typing import Literal

Code = Literal[
    "unknown_notice",
    "name_taken",
    "changed_meanwhile",
    "published_meanwhile",
    "already_over",
    "wrong_stage",
    "needs_approval",
    "own_notice",
    "nothing_new",
    "not_showing",
    "unplayable",
    "file_missing",
]


class Declined(Exception):  # noqa: N818 - it is an answer to an editor, not a fault of ours
    """Nothing has changed. `code` can be translated; `details` name what it is about."""

    def __init__(self, code: Code, details: Iterable[str] = ()) -> None:
        self.code: Code = code
        self.details = tuple(details)
        super().__init__(": ".join([code, *self.details]))
