"""Why nothing, or not all, could be taken from a feed."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Problem(StrEnum):
    """What was wrong with an answer, or with the way to it."""

    UNKNOWN_HOST = "unknown_host"
    FORBIDDEN_ADDRESS = "forbidden_address"
    UNREACHABLE = "unreachable"
    UNSAFE = "unsafe"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    CUT_SHORT = "cut_short"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    WRONG_REDIRECT = "wrong_redirect"
    STATUS = "status"
    EMPTY = "empty"
    HTML = "html"
    OTHER_FORMAT = "other_format"
    NO_ENTRIES = "no_entries"
    NOT_WELL_FORMED = "not_well_formed"
    DAMAGED = "damaged"
    NO_PICTURE = "no_picture"
    NO_SPARE_PICTURE = "no_spare_picture"
    LOST = "lost"


WORDS: Mapping[Problem, str] = MappingProxyType(
    {
        Problem.UNKNOWN_HOST: "the name of the machine is not known",
        Problem.FORBIDDEN_ADDRESS: "it leads into a private network, and the feed's `intranet` "
        "does not name that machine",
        Problem.UNREACHABLE: "nothing answers there",
        Problem.UNSAFE: "the machine cannot prove who it is (its certificate)",
        Problem.TOO_SLOW: "the answer took too long",
        Problem.TOO_LARGE: "the answer is too large",
        Problem.CUT_SHORT: "the answer broke off before its end",
        Problem.TOO_MANY_REDIRECTS: "it was sent on too many times",
        Problem.WRONG_REDIRECT: "it was sent on to an address that may not be asked",
        Problem.STATUS: "the site refused",
        Problem.EMPTY: "the answer is empty",
        Problem.HTML: "a web page came instead",
        Problem.OTHER_FORMAT: "what came is not of the kind that the settings name",
        Problem.NO_ENTRIES: "it came without any items",
        Problem.NOT_WELL_FORMED: "part of it cannot be read; new items wait for an editor",
        Problem.DAMAGED: "letters were lost on the way; these items wait for an editor",
        Problem.NO_SPARE_PICTURE: "the picture that the settings name cannot be read",
        Problem.NO_PICTURE: "it is no picture that can be shown",
        Problem.LOST: "the program failed over it",
    }
)
"""For editors and technicians."""


class FeedProblem(Exception):  # noqa: N818 - it says what happened, and is always handled
    """Nothing was taken; whatever was there before stays as it is."""

    def __init__(self, problem: Problem, detail: str = "") -> None:
        super().__init__(told(problem, detail))
        self.problem, self.detail = problem, detail


def told(problem: Problem, detail: str = "") -> str:
    """Return the problem in words, with its detail in brackets."""
    return f"{WORDS[problem]} ({detail})" if detail else WORDS[problem]
