"""Whether people can read what a notice looks like on a screen, and how that is mended. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import atan, degrees, radians, tan
from typing import Annotated

from pydantic import Field

from media.playlist.preview import PictureSeen, PreviewScreen, PreviewSeen, TextSeen
from wire.messages import Language

NEEDED_DEGREES = 0.7
"""Of a capital letter at the farthest visitor's eye (EN 301 549, 5.1.4)."""

LEAST_DEGREES = 0.36
"""Below this nobody reads without effort: 20 to 22 minutes of arc (ISO 9241-303)."""

NEEDED_CONTRAST = 4.5
"""Of texts (WCAG 2.2, 1.4.3)."""

ROUNDING = 0.005
"""What letters lose because their height is a whole number of pixels, in degrees."""

MOST_STRETCH = 2.0
"""The screen's pixels to one of a picture: more, and it is a blur."""

LONGEST_ROUND = 60.0
"""Seconds for all pages of a notice: who waits longer for their language looks away."""

PAPER_MM = 297.0
"""The height of the paper that a page of a document is taken for: A4 (ISO 216)."""

PAPER_CAPITAL_MM = 2.7
"""A capital letter of 11 points, as offices write."""

INCH = 25.4


class Concern(StrEnum):
    """What keeps people from reading it."""

    SMALL = "small"
    """Legible, and smaller than is asked for."""

    TINY = "tiny"
    """Illegible for those who stand farthest."""

    CUT = "cut"
    """It does not fit, whatever the screen tries."""

    FAINT = "faint"
    """Its colours are too near to what is behind them."""

    STRETCHED = "stretched"
    """The picture has too few pixels."""

    PAPER = "paper"
    """What is written on a paper is too small from afar."""

    LONG = "long"
    """All its pages take too long to come round."""

    NOTHING = "nothing"
    """This screen has nothing to show of it."""


GRAVE = frozenset({Concern.TINY, Concern.CUT, Concern.FAINT, Concern.PAPER, Concern.NOTHING})
"""What somebody in the hall cannot read at all."""

Short = Annotated[str, Field(max_length=60)]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that people will not read on one screen, with what was measured."""

    concern: Concern
    screen: Short = ""
    """The screen's name; empty for one that an editor only imagines."""

    language: Language | None = None
    what: Short = ""
    """`title` or `text`, of what is written."""

    measured: float = 0.0
    """Degrees; of colours the contrast ratio, of a picture its stretch, of a round its seconds."""

    distance: float = 0.0
    """How far the farthest visitor stands, in metres."""

    metres: float = 0.0
    """Up to so far away it can be read."""

    letters: int | None = None
    """So many letters would be large enough; nothing where fewer do not help."""

    inches: int = 0
    """A screen of this diagonal would do."""

    @property
    def is_grave(self) -> bool:
        """Whether somebody in the hall cannot read it at all."""
        return self.concern in GRAVE


def doubts(seen: PreviewSeen, screen: PreviewScreen, name: str = "") -> tuple[Doubt, ...]:
    """Return all that keeps people from reading the page that was drawn; nothing is good."""
    distance = screen.distance_mm / 1000
    if not seen.pages:
        return (Doubt(Concern.NOTHING, name, distance=distance),)
    about = _About(screen, name, seen.pages[seen.page].language)
    found = [
        *(doubt for text in seen.texts for doubt in about.text(text)),
        *about.picture(seen.picture),
        *about.round(sum(each.seconds for each in seen.pages)),
    ]
    return tuple(found)


def worst(found: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """Return the worst doubt of each concern: what a history has room for."""
    kept: dict[Concern, Doubt] = {}
    for each in found:
        before = kept.get(each.concern)
        if before is None or _reach(each) < _reach(before):
            kept[each.concern] = each
    return tuple(kept.values())


@dataclass(frozen=True, slots=True)
class _About:
    screen: PreviewScreen
    name: str
    language: Language | None

    def text(self, text: TextSeen) -> Iterator[Doubt]:
        if text.kind == "aside":
            return
        if not text.is_whole:
            yield self._doubt(Concern.CUT, text)
        elif text.degrees < NEEDED_DEGREES - ROUNDING:
            is_tiny = text.degrees < LEAST_DEGREES
            yield self._doubt(Concern.TINY if is_tiny else Concern.SMALL, text)
        if text.contrast < NEEDED_CONTRAST:
            distance = self.screen.distance_mm / 1000
            yield Doubt(Concern.FAINT, self.name, self.language, text.kind, text.contrast, distance)

    def picture(self, picture: PictureSeen | None) -> Iterator[Doubt]:
        if picture is None:
            return
        distance = self.screen.distance_mm / 1000
        if picture.stretch > MOST_STRETCH:
            yield Doubt(Concern.STRETCHED, self.name, measured=picture.stretch, distance=distance)
        capital = PAPER_CAPITAL_MM * picture.height_mm / PAPER_MM
        angle = angle_of(capital, self.screen.distance_mm)
        if picture.is_paper and angle < LEAST_DEGREES:
            yield Doubt(
                Concern.PAPER,
                self.name,
                measured=round(angle, 2),
                distance=distance,
                metres=round(capital / (2 * tan(radians(LEAST_DEGREES) / 2)) / 1000, 1),
            )

    def round(self, seconds: float) -> Iterator[Doubt]:
        if seconds > LONGEST_ROUND:
            yield Doubt(Concern.LONG, self.name, measured=round(seconds))

    def _doubt(self, concern: Concern, text: TextSeen) -> Doubt:
        reach = text.capital_mm / (2 * tan(radians(NEEDED_DEGREES) / 2)) / 1000
        inches = self.screen.diagonal_mm / INCH * NEEDED_DEGREES / max(text.degrees, 0.01)
        return Doubt(
            concern,
            self.name,
            self.language,
            text.kind,
            text.degrees,
            self.screen.distance_mm / 1000,
            round(reach, 1),
            text.most_letters,
            round(inches),
        )


def angle_of(height_mm: float, distance_mm: float) -> float:
    """Return what a height subtends at the eye, in degrees."""
    return degrees(2 * atan(height_mm / 2 / distance_mm))


def _reach(doubt: Doubt) -> float:
    """Return what makes one doubt of a concern worse than another: the less, the worse."""
    return -doubt.measured if doubt.concern in {Concern.LONG, Concern.STRETCHED} else doubt.measured
