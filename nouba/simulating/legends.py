"""The words of the picture of a simulation, in the language that was asked for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from media.pack import Pack
from media.texts import Texts
from nouba.simulating.figures import Evening

PictureLanguage = Literal["ar", "fr", "en"]
PICTURE_LANGUAGES: tuple[PictureLanguage, ...] = get_args(PictureLanguage)
"""Without Tamazight, which has no confirmed words for a staffing plan yet."""


@dataclass(frozen=True, slots=True)
class Legends:
    """What stands over the panels."""

    texts: Texts
    language: PictureLanguage
    title: str
    evening: str
    aim: str

    @property
    def is_from_the_right(self) -> bool:
        """Whether lines begin at the right."""
        return self.language == "ar"

    @property
    def nine_of_ten(self) -> str:
        """The name of the longer waits."""
        return self.texts.text(self.language, "Minutes of waiting: nine of ten wait no longer")

    @property
    def mean(self) -> str:
        """The name of the mean waits."""
        return self.texts.text(self.language, "Mean")

    def visitors(self, count: int) -> str:
        """Return the heading over the visitors of each half-hour, `count` in all."""
        return self.texts.text(
            self.language, "Visitors in half an hour; on a mean day in all: {count}", count=count
        )

    def counters(self, *, is_short: bool) -> str:
        """Return the heading over the counters of each hour."""
        if not is_short:
            return self.texts.text(
                self.language, "Counters to open in each hour (called in time: {aim})", aim=self.aim
            )
        return self.texts.text(
            self.language,
            "These counters are not enough: in the red hours fewer than {aim} are called in time",
            aim=self.aim,
        )


def legends_of(
    pack: Pack,
    language: PictureLanguage,
    visitors: float,
    aim: float,
    evening: Evening,
    closes_at: datetime,
) -> Legends:
    """Return the words over the picture of this hall's days."""
    texts, hall = Texts(), pack.hall.name.text(language)
    told = share(aim).replace("%", "\u00a0%") if language == "fr" else share(aim)
    title = texts.text(
        language, "{hall}: visitors on a mean day: {count}", hall=hall, count=f"{visitors:.0f}"
    )
    return Legends(texts, language, title, _evening(texts, language, evening, closes_at), told)


def share(part: float) -> str:
    """Return a share in a hundred, with as many figures as tell it."""
    return f"{100 * part:.4g}%"


def _evening(texts: Texts, language: PictureLanguage, evening: Evening, closes_at: datetime) -> str:
    time = f"{closes_at:%H:%M}"
    if not evening.called:
        return texts.text(language, "At closing ({time}) nobody waited any more.", time=time)
    return texts.text(
        language,
        "Called after closing ({time}), on all days: {called}; "
        "the last visitor left as late as {longest} after it.",
        time=time,
        called=f"{evening.called:,}",
        longest=hours_and_minutes(evening.longest.total_seconds()),
    )


def hours_and_minutes(seconds: float) -> str:
    """Return a duration, such as 1:05 h."""
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours}:{minutes:02} h"
